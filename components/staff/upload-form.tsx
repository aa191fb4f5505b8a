'use client'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { fill } from '#core/fill'
import type { Problem } from '#core/wire'
import type { Messages } from '#messages/zh'
import { askWithFile } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { type FormCommon, useForm } from './use-form.ts'

interface UploadFormProps {
  locale: 'zh' | 'en'
  /** Where a preview is shown; its id comes at the end. */
  previewsHref: string
  text: Plain<Messages['bank']>
  frame: FormCommon
}

/** Choose a file, have it checked. */
export function UploadForm({ locale, previewsHref, text, frame }: UploadFormProps) {
  const form = useForm(async fields => {
    const file = fields.get('file')
    if (!(file instanceof File) || file.name === '') return [{ field: 'file', text: text.fileNeeded }]
    const path = `/api/v1/question-sets/previews?${new URLSearchParams({ locale, fileName: file.name })}`
    const checked = await askWithFile<{ id: string }>(path, file)
    if (!checked.ok) return [{ field: 'file', text: words(checked.problem, text, frame.offline) }]
    window.location.assign(`${previewsHref}/${checked.body.id}`)
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Field
        id="file"
        name="file"
        type="file"
        label={text.file}
        hint={text.fileHint}
        accept=".xlsx,.csv,.txt,.tsv"
        error={form.errorOf('file')}
        errorPrefix={frame.errorPrefix}
      />
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {form.busy ? text.checking : text.check}
      </Button>
      <p role="status" className="spoken">
        {form.busy ? text.checking : ''}
      </p>
    </form>
  )
}

/** What is wrong with the file, and where when the reader knows it. */
function words(problem: Problem | null, text: Plain<Messages['bank']>, offline: string): string {
  if (!problem) return offline
  const where = [problem.sheet, problem.cell ?? problem.part ?? problem.row].filter(Boolean).join('!')
  return where ? `${problem.detail} ${fill(text.place, { place: where })}` : problem.detail
}
