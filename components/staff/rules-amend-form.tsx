'use client'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Area } from '#components/area'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { Notice } from '#components/notice'
import type { ContestRules } from '#core/contest/rules'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Choice } from './choice.tsx'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface RulesAmendFormProps {
  locale: 'zh' | 'en'
  slug: string
  rules: ContestRules
  approvals: string
  text: Plain<Messages['amend']>
  frame: FormCommon
}

const limits = ['total', 'perDay', 'perWeek', 'perStage'] as const
const answers = ['at-once', 'per-stage', 'at-close', 'never'] as const
const scores = ['at-once', 'at-close'] as const

/** Proposes changed rules; everything that is not asked here stays as it was opened. */
export function RulesAmendForm({ locale, slug, rules, approvals, text, frame }: RulesAmendFormProps) {
  const [done, setDone] = useState(false)
  const form = useForm(async fields => {
    setDone(false)
    const reason = { zh: said(fields, 'reason'), en: said(fields, 'reasonEn') }
    const path = `/api/v1/staff/contests/${encodeURIComponent(slug)}/amendments?locale=${locale}`
    const proposed = await ask('POST', path, { rules: amended(rules, fields), reason })
    if (!proposed.ok)
      return [errorFrom(proposed.problem, frame.offline, fieldOf(proposed.problem?.code, proposed.problem?.where))]
    setDone(true)
    return []
  })
  const choices = (values: readonly string[]) => values.map(value => ({ value, label: text.value[value] ?? value }))
  const field = (path: string) => {
    return { id: path, name: path, label: text.field[path], error: form.errorOf(path), errorPrefix: frame.errorPrefix }
  }
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <fieldset className={styles.step}>
        <legend>{text.limits}</legend>
        <p className={styles.hint}>{text.limitHint}</p>
        <div className={styles.pair}>
          {limits.map(name => (
            <Field
              key={name}
              {...field(`attempts.${name}`)}
              inputMode="numeric"
              length={6}
              defaultValue={rules.attempts[name] ?? ''}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.step}>
        <legend>{text.feedback}</legend>
        <Choice
          name="feedback.score"
          legend={text.field['feedback.score'] ?? ''}
          options={choices(scores)}
          chosen={[rules.feedback.score]}
        />
        <Choice
          name="feedback.answers"
          legend={text.field['feedback.answers'] ?? ''}
          options={choices(answers)}
          chosen={[rules.feedback.answers]}
        />
        <Choice
          name="feedback.rank"
          legend={text.field['feedback.rank'] ?? ''}
          options={choices(['true', 'false'])}
          chosen={[String(rules.feedback.rank)]}
        />
      </fieldset>
      <fieldset className={styles.step}>
        <legend>{text.publicity}</legend>
        <Field {...field('publicity.objectionsTo')} maxLength={200} defaultValue={rules.publicity.objectionsTo} />
        <div className={styles.pair}>
          <Field
            {...field('publicity.noticeDays')}
            inputMode="numeric"
            length={6}
            defaultValue={rules.publicity.noticeDays}
          />
          <Field
            {...field('integrity.appealDays')}
            inputMode="numeric"
            length={6}
            defaultValue={rules.integrity.appealDays}
          />
        </div>
      </fieldset>
      <Area
        id="reason"
        label={text.reason}
        hint={text.reasonHint}
        error={form.errorOf('reason')}
        errorPrefix={frame.errorPrefix}
        maxLength={500}
        rows={3}
      />
      <Area id="reasonEn" label={text.reasonEn} maxLength={500} rows={3} />
      {done && (
        <Notice kind="good" role="status">
          {text.proposed} <a href={approvals}>{text.toApprovals}</a>
        </Notice>
      )}
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {form.busy ? text.proposing : text.propose}
      </Button>
    </form>
  )
}

/** A number that is none is sent as it is: the API says what is wrong with it. */
function amended(rules: ContestRules, fields: FormData): ContestRules {
  const number = (path: string): number => Number(said(fields, path))
  const limit = (name: string) => (said(fields, `attempts.${name}`) === '' ? null : number(`attempts.${name}`))
  return {
    ...rules,
    attempts: {
      ...rules.attempts,
      ...{ total: limit('total'), perDay: limit('perDay'), perWeek: limit('perWeek'), perStage: limit('perStage') },
    },
    feedback: {
      ...rules.feedback,
      score: scores.find(value => value === said(fields, 'feedback.score')) ?? rules.feedback.score,
      answers: answers.find(value => value === said(fields, 'feedback.answers')) ?? rules.feedback.answers,
      rank: said(fields, 'feedback.rank') === 'true',
    },
    publicity: {
      ...rules.publicity,
      objectionsTo: said(fields, 'publicity.objectionsTo'),
      noticeDays: number('publicity.noticeDays'),
    },
    integrity: { ...rules.integrity, appealDays: number('integrity.appealDays') },
  }
}

/** Where the API points, if it is a field of this form: 'body/rules/attempts/total' or 'attempts.total'. */
function fieldOf(code: string | undefined, where: unknown): string {
  if (code === 'reason-needed') return 'reason'
  const path = String(where ?? '')
    .replace(/^body\/rules\//, '')
    .replaceAll('/', '.')
  return /^(attempts|feedback|publicity|integrity)\./.test(path) ? path : 'attempts.total'
}
