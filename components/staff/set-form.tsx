'use client'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface SetFormProps {
  locale: 'zh' | 'en'
  id: string
  set: { name: string; owner: string; source: string; licence: string }
  setHref: string
  text: Plain<Messages['bankWork']['sets']>
  frame: FormCommon
}

/** A set's name, owner, source and licence. */
export function SetForm({ locale, id, set, setHref, text, frame }: SetFormProps) {
  const form = useForm(async fields => {
    const words = {
      name: said(fields, 'name'),
      owner: said(fields, 'owner'),
      source: said(fields, 'source'),
      licence: said(fields, 'licence'),
    }
    if (words.name === '') return [{ field: 'name', text: text.nameNeeded }]
    const done = await ask('PUT', `/api/v1/question-sets/${encodeURIComponent(id)}?locale=${locale}`, words)
    if (!done.ok) return [errorFrom(done.problem, frame.offline)]
    window.location.assign(setHref)
    return []
  })
  const field = (name: 'name' | 'owner' | 'source' | 'licence') => ({
    id: name,
    name,
    label: text[name],
    hint: text.hints[name],
    defaultValue: set[name],
    maxLength: 200,
    error: form.errorOf(name),
    errorPrefix: frame.errorPrefix,
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Field {...field('name')} />
      <Field {...field('owner')} />
      <Field {...field('source')} />
      <Field {...field('licence')} />
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {form.busy ? text.saving : text.save}
      </Button>
    </form>
  )
}
