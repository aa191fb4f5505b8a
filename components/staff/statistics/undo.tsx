'use client'
import { useRouter } from 'next/navigation'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import type { Messages } from '#messages/zh'
import { ask } from '../ask.ts'
import { Errors } from '../errors.tsx'
import styles from '../staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from '../use-form.ts'

interface UndoProps {
  locale: 'zh' | 'en'
  slug: string
  id: string
  text: Plain<Messages['statistics']>
  frame: FormCommon
}

/** Takes a regrade back, with a reason. */
export function Undo({ locale, slug, id, text, frame }: UndoProps) {
  const router = useRouter()
  const field = `reason-${id}`
  const form = useForm(async fields => {
    const path = `/api/v1/staff/contests/${encodeURIComponent(slug)}/regrades/${encodeURIComponent(id)}/undo`
    const undone = await ask('POST', `${path}?locale=${locale}`, { reason: said(fields, field) })
    if (!undone.ok) return [errorFrom(undone.problem, frame.offline, field)]
    router.refresh()
    return []
  })
  return (
    <details>
      <summary>{text.undo}</summary>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <Errors errors={form.errors} frame={frame} />
        <Field
          id={field}
          name={field}
          label={text.undoReason}
          error={form.errorOf(field)}
          errorPrefix={frame.errorPrefix}
          autoComplete="off"
          maxLength={500}
        />
        <Button type="submit" aria-disabled={form.busy}>
          {form.busy ? text.undoing : text.undo}
        </Button>
      </form>
    </details>
  )
}
