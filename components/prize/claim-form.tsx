'use client'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field, FieldError } from '#components/field'
import { fill } from '#core/fill'
import type { AskedField } from '#core/prize/claim'
import type { Messages } from '#messages/zh'
import { SendCode } from '../account/send-code.tsx'
import { SentCodeField } from '../account/sent-code-field.tsx'
import { askIn, noLine } from '../paper/api.ts'
import { Errors } from '../staff/errors.tsx'
import { type FormCommon, type FormError, said, useForm } from '../staff/use-form.ts'
import styles from './prize.module.css'

type Words = Plain<Messages['prize']>
export interface PrizeIsland {
  id: string
  locale: 'zh' | 'en'
  words: Words
  frame: FormCommon
  here: string
}

/** Code, what the prize needs, consent: in this order, in one form. */
export function ClaimForm({
  id,
  locale,
  words,
  frame,
  here,
  asked,
  consent,
}: PrizeIsland & { asked: AskedField[]; consent: string }) {
  const form = useForm(async fields => {
    const wrong = missing(fields, asked, words)
    if (wrong.length > 0) return wrong
    const answer = await askIn(locale)('PUT', `/me/prizes/${id}/claim`, {
      code: said(fields, 'code'),
      consent,
      fields: Object.fromEntries(asked.map(({ field }) => [field, said(fields, field)])),
    })
    if (answer === noLine) return [{ text: frame.offline }]
    if (!answer.ok) return [refusalOf(answer.problem, frame.offline)]
    window.location.assign(here)
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <SendCode locale={locale} path={`/me/prizes/${id}/codes`} words={words} offline={frame.offline} />
      <SentCodeField words={words} error={form.errorOf('code')} errorPrefix={frame.errorPrefix} />
      {asked.length === 0 && <p>{words.nothingAsked}</p>}
      {asked.map(({ field, required, lastDigits }) => (
        <Field
          key={field}
          id={field}
          name={field}
          label={`${words.field[field]}${required ? '' : words.optional}`}
          hint={
            lastDigits !== null && lastDigits < 18
              ? fill(words.fieldHint.idNumberLast, { n: lastDigits })
              : words.fieldHint[field]
          }
          autoComplete={field === 'name' ? 'name' : field === 'address' ? 'street-address' : 'off'}
          error={form.errorOf(field)}
          errorPrefix={frame.errorPrefix}
          maxLength={400}
        />
      ))}
      <div>
        {form.errorOf('consent') && (
          <FieldError id="consent-error" prefix={frame.errorPrefix} text={form.errorOf('consent') ?? ''} />
        )}
        <label className={styles.consent}>
          <input type="checkbox" id="consent" name="consent" value={consent} />
          <span>{words.consent}</span>
        </label>
        <p className={styles.aside}>{words.consentSay}</p>
      </div>
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {form.busy ? words.submitting : words.submit}
      </Button>
    </form>
  )
}

function missing(fields: FormData, asked: AskedField[], words: Words): FormError[] {
  const wrong: FormError[] = []
  if (said(fields, 'code') === '') wrong.push({ field: 'code', text: words.codeNeeded })
  for (const { field, required } of asked)
    if (required && said(fields, field) === '')
      wrong.push({ field, text: fill(words.fieldNeeded, { field: words.field[field] }) })
  if (!fields.has('consent')) wrong.push({ field: 'consent', text: words.consentNeeded })
  return wrong
}

function refusalOf(problem: { code: string; detail: string; where?: unknown } | null, offline: string): FormError {
  const text = problem?.detail ?? offline
  if (problem?.code === 'code-wrong') return { field: 'code', text }
  return typeof problem?.where === 'string' ? { field: problem.where, text } : { text }
}
