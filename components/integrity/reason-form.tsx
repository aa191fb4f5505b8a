'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#components/button'
import { ask } from '../staff/ask.ts'
import { Errors } from '../staff/errors.tsx'
import { errorFrom, type FormCommon, type FormError } from '../staff/use-form.ts'
import { TextArea } from '../text-area.tsx'
import styles from './integrity.module.css'

interface ReasonFormProps {
  id: string
  label: string
  hint: string
  needed: string
  /** One button each: where it sends to, and what besides the reason. */
  acts: { label: string; path: string; body: Record<string, string | boolean>; confirm?: string }[]
  /** Under which name the reason is sent. */
  as: 'reason' | 'words'
  frame: FormCommon
}

/** A reason, and what is decided with it. */
export function ReasonForm({ id, label, hint, needed, acts, as, frame }: ReasonFormProps) {
  const router = useRouter()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<FormError[]>([])
  const act = async ({ path, body, confirm: question }: ReasonFormProps['acts'][number]) => {
    if (busy) return
    if (reason.trim().length < 5) return setErrors([{ field: id, text: needed }])
    if (question && !window.confirm(question)) return
    setBusy(true)
    const done = await ask('POST', path, { ...body, [as]: reason })
    setBusy(false)
    if (!done.ok) return setErrors([errorFrom(done.problem, frame.offline, id)])
    setErrors([])
    setReason('')
    router.refresh()
  }
  return (
    <div className={styles.form}>
      <Errors errors={errors} frame={frame} />
      <TextArea
        {...{ id, label, hint }}
        error={errors.find(error => error.field === id)?.text}
        errorPrefix={frame.errorPrefix}
        value={reason}
        rows={2}
        maxLength={1000}
        onChange={event => setReason(event.target.value)}
      />
      <p className={styles.acts}>
        {acts.map(one => (
          <Button key={one.label} aria-disabled={busy} onClick={() => void act(one)}>
            {one.label}
          </Button>
        ))}
      </p>
    </div>
  )
}
