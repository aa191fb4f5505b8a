'use client'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/button'
import { FieldError } from '#components/field'
import { Notice } from '#components/notice'
import { fill } from '#core/fill'
import { said } from '#core/locale'
import styles from './bank.module.css'
import staff from './staff.module.css'
import type { ActState, ActTexts } from './use-act.ts'

interface ActPlanProps {
  state: ActState
  locale: 'zh' | 'en'
  text: ActTexts
  errorPrefix: string
}

/** What would be done to which questions, with the button that does it; afterwards what was done, and its undoing. */
export function ActPlan({ state, locale, text, errorPrefix }: ActPlanProps) {
  return (
    <>
      {state.plan && <Plan key={state.plan.action} {...{ state, locale, text, errorPrefix }} plan={state.plan} />}
      {!state.plan && state.error && (
        <Notice kind="wrong" role="alert">
          {state.error}
        </Notice>
      )}
      {state.done && <Done state={state} done={state.done} text={text} />}
    </>
  )
}

function Plan({
  state,
  locale,
  text,
  errorPrefix,
  plan,
}: ActPlanProps & { plan: NonNullable<ActPlanProps['state']['plan']> }) {
  const [note, setNote] = useState('')
  const heading = useFocus<HTMLHeadingElement>()
  const action = text.actions[plan.action]
  const title = plan.count === 0 ? fill(text.planNone, { action }) : fill(text.plan, { action, n: plan.count })
  return (
    <section className={styles.plan} aria-labelledby="plan-title">
      <h2 id="plan-title" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {plan.count > 0 && (
        <ul className={styles.planned} aria-label={fill(text.planList, { action })}>
          {plan.questions.map(({ id, number, stem }) => (
            <li key={id}>
              <span className={styles.number}>{number}</span> {said(stem, locale)}
            </li>
          ))}
        </ul>
      )}
      {plan.count > plan.questions.length && (
        <p className={staff.hint}>{fill(text.more, { n: plan.count - plan.questions.length })}</p>
      )}
      {plan.leftCount > 0 && (
        <details open={plan.count === 0}>
          <summary>{fill(text.left, { n: plan.leftCount })}</summary>
          <ul className={styles.planned}>
            {plan.left.map(({ id, number, stem, says }) => (
              <li key={id}>
                <span className={styles.number}>{number}</span> {said(stem, locale)}
                <span className={styles.why}>{says}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {plan.count > 0 && (
        <div className={styles.noted}>
          <label htmlFor="act-note">{text.note}</label>
          <p className={staff.hint} id="act-note-hint">
            {text.noteHint}
          </p>
          {state.error && <FieldError id="act-note-error" prefix={errorPrefix} text={state.error} />}
          <textarea
            id="act-note"
            className={staff.area}
            rows={2}
            maxLength={1000}
            value={note}
            aria-describedby={state.error ? 'act-note-hint act-note-error' : 'act-note-hint'}
            aria-invalid={state.error ? true : undefined}
            onChange={event => setNote(event.currentTarget.value)}
          />
        </div>
      )}
      <div className={staff.actions}>
        {plan.count > 0 && (
          <Button kind="seal" aria-disabled={state.busy} onClick={() => state.busy || state.confirm(note)}>
            {state.busy ? text.doing : fill(text.confirm, { action, n: plan.count })}
          </Button>
        )}
        <Button kind="quiet" onClick={state.cancel}>
          {text.cancel}
        </Button>
      </div>
    </section>
  )
}

function Done({ state, done, text }: { state: ActState; done: NonNullable<ActState['done']>; text: ActTexts }) {
  const box = useFocus<HTMLDivElement>(done.says)
  return (
    <div ref={box} tabIndex={-1} className={styles.done}>
      <Notice kind="good" role="status">
        <div className={styles.doneLine}>
          <span>{done.says}</span>
          {done.act && (
            <Button kind="quiet" aria-disabled={state.busy} onClick={() => state.busy || state.undo()}>
              {state.busy ? text.undoing : text.undo}
            </Button>
          )}
        </div>
      </Notice>
    </div>
  )
}

/** What has just appeared is where the reader goes on; new words count as appearing. */
function useFocus<E extends HTMLElement>(words = '') {
  const element = useRef<E>(null)
  const seen = useRef<string | null>(null)
  useEffect(() => {
    if (seen.current !== words) element.current?.focus()
    seen.current = words
  }, [words])
  return element
}
