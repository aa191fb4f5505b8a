'use client'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { fill } from '#core/fill'
import type { Problem } from '#core/wire'
import type { Messages } from '#messages/zh'
import { askWithFile } from './ask.ts'
import { Errors } from './errors.tsx'
import { followProgress, type Step } from './follow.ts'
import { Progress } from './progress.tsx'
import styles from './staff.module.css'
import { type FormCommon, said, useForm } from './use-form.ts'

interface UploadFormProps {
  locale: 'zh' | 'en'
  /** Where a preview is shown; its id comes at the end. */
  previewsHref: string
  sets: { id: string; name: string }[]
  /** The set to begin with. */
  set: string
  text: Plain<Messages['imports']>
  /** '位置：{place}' */
  place: string
  frame: FormCommon
}

/** Choose a file or paste questions, say where they go, have them checked. */
export function UploadForm({ locale, previewsHref, sets, set, text, place, frame }: UploadFormProps) {
  const [step, setStep] = useState<Step | null>(null)
  const form = useForm(async fields => {
    const file = chosen(fields, text.pastedName)
    if (!file) return [{ field: 'file', text: text.fileNeeded }]
    setStep({ stage: 'sending', done: 0, total: 1 })
    const into = said(fields, 'set')
    const query = new URLSearchParams({ locale, fileName: file.name, wait: 'false', ...(into && { set: into }) })
    const begun = await askWithFile<{ id: string }>(`/api/v1/question-sets/previews?${query}`, file)
    const end = begun.ok ? await followProgress(begun.body.id, locale, setStep) : null
    setStep(null)
    if (!begun.ok) return [{ field: 'file', text: words(begun.problem, place, frame.offline) }]
    if (end?.stage !== 'done') return [{ field: 'file', text: end?.says ?? frame.offline }]
    window.location.assign(`${previewsHref}/${begun.body.id}`)
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
        accept=".xlsx,.csv,.txt,.tsv,.json,.gift,.xml,.zip,.docx,.odt"
        error={form.errorOf('file')}
        errorPrefix={frame.errorPrefix}
      />
      <div className={styles.choice}>
        <label htmlFor="pasted">{text.paste}</label>
        <p className={styles.hint} id="pasted-hint">
          {text.pasteHint}
        </p>
        <textarea id="pasted" name="pasted" className={styles.area} rows={6} aria-describedby="pasted-hint" />
      </div>
      <div className={styles.choice}>
        <label htmlFor="set">{text.into}</label>
        <p className={styles.hint} id="set-hint">
          {text.intoHint}
        </p>
        <select id="set" name="set" className={styles.select} defaultValue={set} aria-describedby="set-hint">
          <option value="">{text.newSet}</option>
          {sets.map(one => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {form.busy ? text.checking : text.check}
      </Button>
      <Progress step={step} text={text} />
    </form>
  )
}

/** The file; without one, the pasted text as one. */
function chosen(fields: FormData, pastedName: string): File | null {
  const file = fields.get('file')
  if (file instanceof File && file.name !== '') return file
  const pasted = said(fields, 'pasted')
  return pasted === '' ? null : new File([pasted], pastedName)
}

/** What is wrong with the file, and where when the reader knows it. */
function words(problem: Problem | null, place: string, offline: string): string {
  if (!problem) return offline
  const where = [problem.sheet, problem.cell ?? problem.part ?? problem.row].filter(Boolean).join('!')
  return where ? `${problem.detail} ${fill(place, { place: where })}` : problem.detail
}
