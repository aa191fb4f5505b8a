'use client'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { fill } from '#core/fill'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface InviteFormProps {
  locale: 'zh' | 'en'
  slug: string
  count: number
  text: Plain<Messages['invite']>
  frame: FormCommon
}

/** Phones of the invited, pasted in; nobody can read them back. */
export function InviteForm({ locale, slug, count, text, frame }: InviteFormProps) {
  const [now, setNow] = useState(count)
  const form = useForm(async fields => {
    const body = { written: said(fields, 'phones'), replace: fields.has('replace') }
    const path = `/api/v1/staff/contests/${encodeURIComponent(slug)}/invitations?locale=${locale}`
    const done = await ask<{ count: number; unreadable: string[] }>('POST', path, body)
    if (!done.ok) return [errorFrom(done.problem, frame.offline, 'phones')]
    setNow(done.body.count)
    const { unreadable } = done.body
    return unreadable.length === 0
      ? []
      : [{ field: 'phones', text: fill(text.unreadable, { lines: unreadable.join(text.join) }) }]
  })
  return (
    <form className={styles.form} onSubmit={form.submit}>
      <Errors errors={form.errors} frame={frame} />
      <p role="status">{fill(text.now, { n: now })}</p>
      <div className={styles.choice}>
        <label htmlFor="phones">
          <strong>{text.phones}</strong>
        </label>
        <p id="phones-hint" className={styles.hint}>
          {text.phonesHint}
        </p>
        <textarea id="phones" name="phones" className={styles.area} maxLength={60_000} aria-describedby="phones-hint" />
      </div>
      <label className={styles.option}>
        <input type="checkbox" name="replace" />
        {text.replace}
      </label>
      <Button type="submit" aria-disabled={form.busy}>
        {text.save}
      </Button>
    </form>
  )
}
