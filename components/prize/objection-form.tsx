'use client'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field, FieldError } from '#components/field'
import type { Locale } from '#core/locale'
import type { Messages } from '#messages/zh'
import { askIn, noLine } from '../paper/api.ts'
import styles from './prize.module.css'

interface ObjectionFormProps {
  slug: string
  list: string
  locale: Locale
  /** Where else objections go. */
  where: string
  words: Plain<Messages['prize']>
  errorPrefix: string
  offline: string
}

/** Behind a quiet line: whoever objects says what and why. */
export function ObjectionForm({ slug, list, locale, where, words, errorPrefix, offline }: ObjectionFormProps) {
  const [state, setState] = useState<{ busy: boolean; sent: boolean; error: string }>({
    busy: false,
    sent: false,
    error: '',
  })
  const send = async (fields: FormData) => {
    if (state.busy) return
    setState({ busy: true, sent: false, error: '' })
    const body = { body: String(fields.get('body') ?? ''), contact: String(fields.get('contact') ?? '') }
    const answer = await askIn(locale)('POST', `/contests/${slug}/winners/${list}/objections`, body)
    if (answer !== noLine && answer.ok) return setState({ busy: false, sent: true, error: '' })
    setState({ busy: false, sent: false, error: (answer !== noLine && answer.problem?.detail) || offline })
  }
  if (state.sent)
    return (
      <p className={styles.thanks} role="status">
        {words.objectThanks}
      </p>
    )
  const id = `objection-${list}`
  return (
    <details className={styles.more}>
      <summary>{words.object}</summary>
      <form
        className={styles.form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void send(new FormData(event.currentTarget))
        }}
      >
        <p>{words.objectLead}</p>
        {where && <p>{where}</p>}
        <div className={styles.areaField}>
          <label htmlFor={id}>{words.objectBody}</label>
          <p id={`${id}-hint`} className={styles.aside}>
            {words.objectHint}
          </p>
          {state.error && <FieldError id={`${id}-error`} prefix={errorPrefix} text={state.error} />}
          <textarea
            id={id}
            name="body"
            className={styles.area}
            maxLength={1000}
            aria-describedby={state.error ? `${id}-hint ${id}-error` : `${id}-hint`}
            aria-invalid={state.error !== '' || undefined}
          />
        </div>
        <Field
          id={`${id}-contact`}
          name="contact"
          label={words.objectContact}
          hint={words.objectContactHint}
          maxLength={100}
          autoComplete="off"
        />
        <Button type="submit" aria-disabled={state.busy}>
          {state.busy ? words.objectSending : words.objectSend}
        </Button>
      </form>
    </details>
  )
}
