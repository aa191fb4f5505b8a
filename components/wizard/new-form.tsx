'use client'
import { useState } from 'react'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { momentFrom, momentOf } from '#core/contest/moment'
import type { ContestDraft } from '#core/contest/setup'
import { ask } from '../staff/ask.ts'
import { Errors } from '../staff/errors.tsx'
import { type FormCommon, type FormError, said, useForm } from '../staff/use-form.ts'
import { idOf } from './form.ts'
import styles from './wizard.module.css'

interface NewFormProps {
  locale: 'zh' | 'en'
  /** What a contest starts from when none is copied. */
  usual: ContestDraft
  contests: { slug: string; title: string }[]
  words: Record<
    | 'title'
    | 'slug'
    | 'slugHint'
    | 'opensAt'
    | 'opensHint'
    | 'from'
    | 'usual'
    | 'copy'
    | 'copyHint'
    | 'start'
    | 'starting'
    | 'moment',
    string
  >
  frame: FormCommon
  contestsHref: string
}

/** A name, an address, a day, and where to start from: the rest comes step by step. */
export function NewForm({ locale, usual, contests, words, frame, contestsHref }: NewFormProps) {
  const [from, setFrom] = useState('')
  const form = useForm(async fields => {
    const opensAt = momentFrom(said(fields, 'opensAt'))
    if (opensAt === null) return [{ field: 'opensAt', text: words.moment }]
    const given = { slug: said(fields, 'slug'), title: { zh: said(fields, 'title'), en: '' }, opensAt }
    const closesAt = usual.closesAt + (opensAt - usual.opensAt)
    const made =
      from === ''
        ? await ask<{ slug: string }>('POST', `/api/v1/staff/contests?locale=${locale}`, {
            ...usual,
            ...given,
            closesAt,
          })
        : await ask<{ slug: string }>(
            'POST',
            `/api/v1/staff/contests/${encodeURIComponent(from)}/copies?locale=${locale}`,
            given,
          )
    if (!made.ok) return [refusedAt(made.problem, frame.offline)]
    window.location.assign(`${contestsHref}/${encodeURIComponent(made.body.slug)}/set-up/what`)
    return []
  })
  const field = (id: string) => ({ id, name: id, error: form.errorOf(id), errorPrefix: frame.errorPrefix })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Field {...field('title')} label={words.title} maxLength={100} autoComplete="off" />
      <Field {...field('slug')} label={words.slug} hint={words.slugHint} autoCapitalize="none" spellCheck={false} />
      <Field
        {...field('opensAt')}
        label={words.opensAt}
        hint={words.opensHint}
        type="datetime-local"
        length={20}
        defaultValue={momentOf(usual.opensAt)}
      />
      <fieldset className={styles.options}>
        <legend className={styles.label}>{words.from}</legend>
        <p className={styles.hint}>{words.copyHint}</p>
        {[{ slug: '', title: words.usual }, ...contests.map(one => ({ ...one, title: words.copy + one.title }))].map(
          one => (
            <label key={one.slug} className={styles.option}>
              <input type="radio" name="from" checked={from === one.slug} onChange={() => setFrom(one.slug)} />
              {one.title}
            </label>
          ),
        )}
      </fieldset>
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {form.busy ? words.starting : words.start}
      </Button>
    </form>
  )
}

function refusedAt(problem: { detail: string; where?: unknown } | null, offline: string): FormError {
  const where = typeof problem?.where === 'string' ? idOf(problem.where) : null
  return { ...(where && { field: where }), text: problem?.detail ?? offline }
}
