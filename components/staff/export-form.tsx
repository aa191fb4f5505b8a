'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { Notice } from '#components/notice'
import type { Messages } from '#messages/zh'
import { askForFile } from './ask.ts'
import { Choice } from './choice.tsx'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface ExportFormProps {
  locale: 'zh' | 'en'
  slug: string
  /** Winners are known after the close. */
  closed: boolean
  text: Plain<Messages['setup']>
  frame: FormCommon
}

/** Which list, in which form, and what for. */
export function ExportForm({ locale, slug, closed, text, frame }: ExportFormProps) {
  const [done, setDone] = useState(false)
  const router = useRouter()
  const form = useForm(async fields => {
    setDone(false)
    const wish = {
      kind: said(fields, 'kind'),
      format: said(fields, 'format'),
      masked: said(fields, 'form') === 'masked',
      reason: said(fields, 'reason'),
    }
    const path = `/api/v1/staff/contests/${encodeURIComponent(slug)}/exports?locale=${locale}`
    const file = await askForFile(path, wish)
    if (!file.ok)
      return [errorFrom(file.problem, frame.offline, file.problem?.code === 'reason-needed' ? 'reason' : 'kind')]
    setDone(true)
    router.refresh()
    return []
  })
  const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Choice
        name="kind"
        legend={text.kind}
        chosen={[closed ? 'winners' : 'standings']}
        options={[
          { value: 'standings', label: text.kinds.standings },
          { value: 'winners', label: text.kinds.winners, note: closed ? null : text.winnersLater, disabled: !closed },
        ]}
      />
      <Choice name="form" legend={text.form} chosen={['masked']} options={options(text.forms)} />
      <Choice name="format" legend={text.format} chosen={['xlsx']} options={options(text.formats)} />
      <Field
        id="reason"
        name="reason"
        label={text.reason}
        hint={text.reasonHint}
        maxLength={200}
        error={form.errorOf('reason')}
        errorPrefix={frame.errorPrefix}
      />
      <Button type="submit" aria-disabled={form.busy}>
        {form.busy ? text.exporting : text.export}
      </Button>
      {done && (
        <Notice kind="good" role="status">
          {text.exported}
        </Notice>
      )}
    </form>
  )
}
