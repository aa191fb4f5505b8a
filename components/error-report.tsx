'use client'
import { useEffect, useId, useRef, useState } from 'react'
import type { Locale } from '#core/locale'
import type { Problem } from '#core/wire'
import { Button } from './button'
import styles from './error-report.module.css'
import { FieldError } from './field'

export interface ReportWords {
  report: string
  reportWhat: string
  reportHint: string
  reportSend: string
  reportSending: string
  reportThanks: string
  cancel: string
  errorPrefix: string
  offline: string
}

/** What a report is about; see api/error-reports.ts. */
export type ReportAbout =
  | { subject: 'entry'; id: string }
  | { subject: 'question'; number: string }
  | { subject: 'question'; attempt: string; position: number }

type State = { at: 'closed' | 'open' | 'sending' | 'sent' | 'left'; error: string | null }

/** One function for good: a ref that changes would take the focus at each rendering. */
const focus = (thanks: HTMLElement | null) => thanks?.focus()

/** A quiet link that opens a small form: what is wrong here. */
export function ErrorReport({ about, locale, words }: { about: ReportAbout; locale: Locale; words: ReportWords }) {
  const [state, setState] = useState<State>({ at: 'closed', error: null })
  const [body, setBody] = useState('')
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const isOpen = state.at === 'open'
  // Opened by one's own press, and the only thing to do next; after a refusal its words describe the field, and are read out.
  useEffect(() => {
    if (isOpen) area.current?.focus()
  }, [isOpen])
  const send = async () => {
    if (state.at === 'sending') return
    setState({ at: 'sending', error: null })
    const answer = await fetch(`/api/v1/error-reports?locale=${locale}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ about, body }),
    }).catch(() => null)
    if (answer?.ok) return setState({ at: 'sent', error: null })
    const problem = (await answer?.json().catch(() => null)) as Problem | null | undefined
    setState({ at: 'open', error: problem?.detail ?? words.offline })
  }
  if (state.at === 'sent')
    return (
      <p className={styles.thanks} role="status" tabIndex={-1} ref={focus}>
        {words.reportThanks}
      </p>
    )
  if (state.at === 'closed' || state.at === 'left')
    return (
      <div className={styles.report}>
        <Button
          kind="quiet"
          // Whoever leaves the form comes back to where it was opened.
          autoFocus={state.at === 'left'}
          onClick={() => setState({ at: 'open', error: null })}
        >
          {words.report}
        </Button>
      </div>
    )
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <label className={styles.label} htmlFor={id}>
        {words.reportWhat}
      </label>
      <p className={styles.hint} id={`${id}-hint`}>
        {words.reportHint}
      </p>
      {state.error && <FieldError id={`${id}-error`} prefix={words.errorPrefix} text={state.error} />}
      <textarea
        ref={area}
        id={id}
        className={styles.area}
        rows={4}
        value={body}
        onChange={event => setBody(event.target.value)}
        aria-describedby={`${id}-hint${state.error ? ` ${id}-error` : ''}`}
        aria-invalid={state.error ? true : undefined}
      />
      <div className={styles.actions}>
        <Button type="submit" aria-disabled={state.at === 'sending'}>
          {state.at === 'sending' ? words.reportSending : words.reportSend}
        </Button>
        <Button kind="quiet" type="button" onClick={() => setState({ at: 'left', error: null })}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
