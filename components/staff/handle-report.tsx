'use client'
import { useRouter } from 'next/navigation'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { fill } from '#core/fill'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface HandleReportProps {
  locale: 'zh' | 'en'
  id: string
  text: Plain<Messages['upkeep']>
  frame: FormCommon
}

/** Says what was done about a report. */
export function HandleReport({ locale, id, text, frame }: HandleReportProps) {
  const router = useRouter()
  const field = `outcome-${id}`
  const form = useForm(async fields => {
    const outcome = said(fields, field)
    if (outcome === '') return [{ field, text: text.outcomeNeeded }]
    const done = await ask('POST', `/api/v1/staff/error-reports/${encodeURIComponent(id)}/handling?locale=${locale}`, {
      outcome,
    })
    if (!done.ok && done.problem?.code === 'handled-already' && done.problem.by)
      return [{ text: fill(text.handledFirst, { by: String(done.problem.by) }) }]
    if (!done.ok) return [errorFrom(done.problem, frame.offline, field)]
    router.refresh()
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Field
        id={field}
        name={field}
        label={text.outcome}
        hint={text.outcomeHint}
        error={form.errorOf(field)}
        errorPrefix={frame.errorPrefix}
        autoComplete="off"
        maxLength={1000}
      />
      <Button type="submit" aria-disabled={form.busy}>
        {text.markHandled}
      </Button>
    </form>
  )
}
