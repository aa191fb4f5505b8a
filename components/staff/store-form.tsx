'use client'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import type { WireStored } from '#core/wire-import'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import { useStoring } from './follow.ts'
import { Progress } from './progress.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface StoreFormProps {
  locale: 'zh' | 'en'
  preview: string
  /** What the file says of itself; its name at least. */
  head: { name: string; owner: string; licence: string; source: string }
  /** A set that is there keeps its own words: only the batch is named. */
  isUpdate: boolean
  /** '把 18 道题存为新题集' */
  action: string
  setsHref: string
  text: Plain<Messages['bank']>
  words: Plain<Messages['imports']>
  frame: FormCommon
}

/** Name, owner, source and licence; then the good rows become a set, or update one. */
export function StoreForm({ locale, preview, head, isUpdate, action, setsHref, text, words, frame }: StoreFormProps) {
  const storing = useStoring(preview, locale)
  const form = useForm(async fields => {
    const told = ['name', 'owner', 'source', 'licence'].map(key => [key, said(fields, key)])
    if (said(fields, 'name') === '') return [{ field: 'name', text: text.nameNeeded }]
    const wish = { preview, ...Object.fromEntries(told), send: fields.get('send') !== null }
    const stop = storing.follow()
    const stored = await ask<WireStored>('POST', `/api/v1/question-sets?locale=${locale}`, wish)
    stop()
    if (!stored.ok) return [errorFrom(stored.problem, frame.offline)]
    const { set, rowsIn, added, revised, unchanged, refused } = stored.body
    const report = [rowsIn, added, revised, unchanged, refused].join('-')
    window.location.assign(`${setsHref}/${set}?${new URLSearchParams({ stored: String(stored.body.stored), report })}`)
    return []
  })
  const field = (id: keyof typeof head, label: string, hint: string) => (
    <Field
      id={id}
      name={id}
      label={label}
      hint={hint}
      defaultValue={head[id]}
      maxLength={200}
      error={form.errorOf(id)}
      errorPrefix={frame.errorPrefix}
    />
  )
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      {isUpdate ? field('name', words.batchName, words.batchHint) : field('name', text.name, text.nameHint)}
      {!isUpdate && field('owner', words.owner, words.ownerHint)}
      {!isUpdate && field('source', text.source, text.sourceHint)}
      {!isUpdate && field('licence', text.licence, text.licenceHint)}
      <label className={styles.option}>
        <input type="checkbox" name="send" />
        <span>
          {words.send} <small>{words.sendWhy}</small>
        </span>
      </label>
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {form.busy ? text.storing : action}
      </Button>
      <Progress step={storing.step} text={words} />
    </form>
  )
}
