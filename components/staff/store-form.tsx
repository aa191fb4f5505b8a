'use client'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import type { WireStored } from '#core/wire-staff'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface StoreFormProps {
  locale: 'zh' | 'en'
  preview: string
  /** Proposed name: the file's. */
  name: string
  /** '把 18 道题存为新题集' */
  action: string
  setsHref: string
  text: Plain<Messages['bank']>
  frame: FormCommon
}

/** Name, source and licence; then the good rows become a set. */
export function StoreForm({ locale, preview, name, action, setsHref, text, frame }: StoreFormProps) {
  const form = useForm(async fields => {
    const set = { name: said(fields, 'name'), source: said(fields, 'source'), licence: said(fields, 'licence') }
    if (set.name === '') return [{ field: 'name', text: text.nameNeeded }]
    const stored = await ask<WireStored>('POST', `/api/v1/question-sets?locale=${locale}`, { preview, ...set })
    if (!stored.ok) return [errorFrom(stored.problem, frame.offline)]
    window.location.assign(`${setsHref}/${stored.body.set}?stored=${stored.body.stored}`)
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Field
        id="name"
        name="name"
        label={text.name}
        hint={text.nameHint}
        defaultValue={name}
        maxLength={200}
        error={form.errorOf('name')}
        errorPrefix={frame.errorPrefix}
      />
      <Field id="source" name="source" label={text.source} hint={text.sourceHint} maxLength={200} />
      <Field id="licence" name="licence" label={text.licence} hint={text.licenceHint} maxLength={200} />
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {form.busy ? text.storing : action}
      </Button>
    </form>
  )
}
