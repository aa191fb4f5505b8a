'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

type Act = 'freeze' | 'reveal' | 'ranks-off' | 'ranks-on'

interface BoardsFormProps {
  locale: 'zh' | 'en'
  slug: string
  /** What can be done now; the first one is the next step. */
  acts: Act[]
  text: Plain<Messages['boardActs']>
  frame: FormCommon
}

/** Freezes, reveals, ranks: one reason, and a button for each act that is possible now. */
export function BoardsForm({ locale, slug, acts, text, frame }: BoardsFormProps) {
  const router = useRouter()
  const [act, setAct] = useState<Act | null>(null)
  const form = useForm(async fields => {
    const reason = said(fields, 'board-reason')
    const path = `/api/v1/staff/contests/${encodeURIComponent(slug)}/boards?locale=${locale}`
    const done = await ask('POST', path, { act: act ?? acts[0], reason })
    if (!done.ok) return [errorFrom(done.problem, frame.offline, 'board-reason')]
    router.refresh()
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Field
        id="board-reason"
        name="board-reason"
        label={text.reason}
        hint={text.reasonHint}
        error={form.errorOf('board-reason')}
        errorPrefix={frame.errorPrefix}
        autoComplete="off"
        maxLength={500}
      />
      <div className={styles.actions}>
        {acts.map(one => (
          <Button
            key={one}
            type="submit"
            {...(one === 'reveal' && { kind: 'seal' as const })}
            aria-disabled={form.busy}
            onClick={() => setAct(one)}
          >
            {form.busy && act === one ? text.working : text[one]}
          </Button>
        ))}
      </div>
    </form>
  )
}
