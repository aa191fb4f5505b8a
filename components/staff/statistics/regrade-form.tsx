'use client'
import { useRef, useState } from 'react'
import type { Plain } from '#app/plain'
import { Area } from '#components/area'
import { Button } from '#components/button'
import type { QuestionKind } from '#core/question/question'
import type { WireDecision, WireEffect } from '#core/wire-regrade'
import type { Messages } from '#messages/zh'
import { ask } from '../ask.ts'
import { Choice } from '../choice.tsx'
import { Errors } from '../errors.tsx'
import styles from '../staff.module.css'
import { errorFrom, type FormCommon, type FormError, said, useForm } from '../use-form.ts'
import { Effect } from './effect.tsx'

interface RegradeFormProps {
  locale: 'zh' | 'en'
  slug: string
  question: string
  revision: number
  kind: QuestionKind
  /** What may be accepted besides the key: '0' is A. */
  options: { value: string; label: string; note: string }[]
  regions: Record<string, string>
  /** Where to go once it is decided. */
  then: string
  text: Plain<Messages['statistics']>
  prizeText: Plain<Messages['regrade']>
  frame: FormCommon
}

const decisions = ['give-all', 'accept', 'void'] as const

/** First the effect, then the decision: what was not looked at cannot be confirmed. */
export function RegradeForm(props: RegradeFormProps) {
  const { locale, slug, question, revision, text, frame } = props
  const [effect, setEffect] = useState<WireEffect | null>(null)
  const confirming = useRef(false)
  const path = `/api/v1/staff/contests/${encodeURIComponent(slug)}/regrades`
  const form = useForm(async fields => {
    const wish = { question, revision, decision: decisionOf(fields, props.kind) }
    if (!confirming.current) {
      const seen = await ask<WireEffect>('POST', `${path}/preview?locale=${locale}`, wish)
      if (!seen.ok) return [errorFrom(seen.problem, frame.offline, fieldOf(seen.problem?.code))]
      setEffect(seen.body)
      return []
    }
    const erratum = { zh: said(fields, 'erratumZh'), en: said(fields, 'erratumEn') }
    const decided = await ask('POST', `${path}?locale=${locale}`, { ...wish, reason: said(fields, 'reason'), erratum })
    if (!decided.ok) return [errorFrom(decided.problem, frame.offline, fieldOf(decided.problem?.code))]
    window.location.assign(props.then)
    return []
  })
  const button = (confirms: boolean) => () => {
    confirming.current = confirms
  }
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <div className={styles.step} onChange={() => setEffect(null)}>
        <What options={props.options} text={text} />
      </div>
      <Button type="submit" aria-disabled={form.busy} onClick={button(false)}>
        {form.busy && !confirming.current ? text.previewing : text.preview}
      </Button>
      {effect && (
        <>
          <Effect effect={effect} locale={locale} regions={props.regions} text={text} prizeText={props.prizeText} />
          <Why text={text} frame={frame} errorOf={form.errorOf} />
          <Button kind="seal" type="submit" aria-disabled={form.busy} onClick={button(true)}>
            {form.busy && confirming.current ? text.confirming : text.confirm}
          </Button>
        </>
      )}
    </form>
  )
}

function What({ options, text }: Pick<RegradeFormProps, 'options' | 'text'>) {
  const [kind, setKind] = useState<string>('give-all')
  const given = decisions.map(value => ({ value, label: text.decide[value], note: text.decide[`${value}-why`] }))
  return (
    <>
      <fieldset className={styles.choice}>
        <legend>{text.decision}</legend>
        {given.map(({ value, label, note }) => (
          <label key={value} className={styles.option}>
            <input
              type="radio"
              id={value === 'give-all' ? 'decision' : undefined}
              name="decision"
              value={value}
              checked={kind === value}
              onChange={() => setKind(value)}
            />
            <span>
              {label} <small>{note}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {kind === 'accept' && (
        <Choice name="accept" legend={text.acceptWhich} hint={text.acceptHint} several options={options} chosen={[]} />
      )}
    </>
  )
}

function Why({
  text,
  frame,
  errorOf,
}: Pick<RegradeFormProps, 'text' | 'frame'> & { errorOf(id: string): string | null }) {
  const field = (id: string) => ({ id, error: errorOf(id), errorPrefix: frame.errorPrefix, maxLength: 500, rows: 3 })
  return (
    <>
      <Area {...field('reason')} label={text.reason} hint={text.reasonHint} />
      <Area {...field('erratumZh')} label={text.erratumZh} hint={text.erratumHint} />
      <Area {...field('erratumEn')} label={text.erratumEn} />
    </>
  )
}

/** One option is an answer by itself where only one may be chosen; else the ticked ones together are the answer. */
function decisionOf(fields: FormData, question: QuestionKind): WireDecision {
  const kind = said(fields, 'decision')
  if (kind !== 'accept') return { kind: kind === 'void' ? 'void' : 'give-all' }
  const ticked = fields.getAll('accept').map(Number)
  if (ticked.length === 0) return { kind, choices: [] }
  return { kind, choices: question === 'multiple' ? [ticked] : ticked.map(option => [option]) }
}

const fieldOf = (code: string | undefined): FormError['field'] & string =>
  code === 'reason-needed' ? 'reason' : code === 'erratum-needed' ? 'erratumZh' : 'decision'
