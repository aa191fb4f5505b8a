'use client'
import { type SubmitEvent, useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { Notice } from '#components/notice'
import { questionKinds } from '#core/question/question'
import type { Problem } from '#core/wire'
import type { WireEditProblem, WireSaved, WireWritten } from '#core/wire-bank'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import { Checks } from './question-checks.tsx'
import styles from './question-form.module.css'
import { Options } from './question-options.tsx'
import { Place } from './question-place.tsx'
import { type PreviewTexts, QuestionPreview } from './question-preview.tsx'
import { Sources } from './question-sources.tsx'
import { asKind, fitting, trimmed } from './question-written.ts'
import staff from './staff.module.css'
import { TextPair } from './text-pair.tsx'
import { useChecks } from './use-checks.ts'
import type { FormCommon, FormError } from './use-form.ts'
import { useKept } from './use-kept.ts'

export type EditorTexts = Plain<Messages['bankWork']['editor']>

export interface PartProps {
  written: WireWritten
  change(more: Partial<WireWritten>): void
  text: EditorTexts
  errorOf(field: string): string | null
  errorPrefix: string
}

export interface QuestionFormProps {
  locale: 'zh' | 'en'
  /** Null: a new question. */
  id: string | null
  /** Number of the revision that is edited. */
  base: number
  initial: WireWritten
  /** Where a new question may go. */
  sets: { id: string; name: string }[]
  set: string
  chapters: { number: number; name: string }[]
  entries: { id: string; chapter: number; title: string }[]
  laws: { code: string; name: string }[]
  /** Where questions are shown: its id is put behind. */
  questionsHref: string
  signInHref: string
  text: EditorTexts
  preview: PreviewTexts
  frame: FormCommon
}

/** A question as it is written: fields, what a machine sees of them, and how citizens will see it. */
export function QuestionForm(props: QuestionFormProps) {
  const { locale, id, base, initial, text, preview, frame } = props
  const [written, setWritten] = useState(initial)
  const [number, setNumber] = useState('')
  const [set, setSet] = useState(props.set)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<FormError[]>([])
  const [isOut, setOut] = useState(false)
  const isChanged = written !== initial
  const kept = useKept(`question ${id ?? 'new'}`, written, isChanged)
  const checked = useChecks(locale, id, trimmed(written), isChanged)
  const change = (more: Partial<WireWritten>) => setWritten(now => fitting({ ...now, ...more }))
  const part: PartProps = {
    written,
    change,
    text,
    errorOf: field => errors.find(error => error.field === field)?.text ?? null,
    errorPrefix: frame.errorPrefix,
  }
  async function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const body = { written: trimmed(written) }
    const saved = id
      ? await ask<WireSaved>('PUT', `/api/v1/questions/${encodeURIComponent(id)}?locale=${locale}`, { base, ...body })
      : await ask<WireSaved>('POST', `/api/v1/questions?locale=${locale}`, {
          set,
          number: number.trim() || null,
          ...body,
        })
    setBusy(false)
    if (!saved.ok) {
      setOut(saved.problem?.code === 'sign-in-required')
      return setErrors(errorsFrom(saved.problem, frame.offline))
    }
    kept.forget()
    window.location.assign(`${props.questionsHref}/${saved.body.id}?saved`)
  }
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <Errors errors={errors} frame={frame} />
      {isOut && (
        <Notice kind="attention">
          {text.signedOut}{' '}
          <a href={props.signInHref} target="_blank" rel="noreferrer">
            {text.signIn}
          </a>
        </Notice>
      )}
      {kept.found && !isChanged && (
        <Notice kind="attention" title={text.keptFound}>
          <div className={staff.actions}>
            <Button
              onClick={() => {
                setWritten(kept.found?.value ?? initial)
                kept.taken()
              }}
            >
              {text.keptTake}
            </Button>
            <Button kind="quiet" onClick={kept.forget}>
              {text.keptDrop}
            </Button>
          </div>
        </Notice>
      )}
      {id === null && <NewPlace {...{ props, number, setNumber, set, setSet }} error={part.errorOf('number')} />}
      <Kind written={written} change={change} text={text} />
      {written.kind === 'case' && (
        <TextPair
          {...pair(part, 'scenario', text.scenario, 4)}
          value={written.face.scenario ?? { zh: '', en: '' }}
          change={scenario => change({ face: { ...written.face, scenario } })}
        />
      )}
      <TextPair
        {...pair(part, 'stem', text.stem, 3)}
        value={written.face.stem}
        change={stem => change({ face: { ...written.face, stem } })}
      />
      <Options {...part} />
      <TextPair
        {...pair(part, 'explanation', text.explanation, 4)}
        hint={text.explanationHint}
        value={written.explanation}
        change={explanation => change({ explanation })}
      />
      <Sources {...part} laws={props.laws} />
      <Place {...part} chapters={props.chapters} entries={props.entries} />
      <Checks checked={checked} isChanged={isChanged} locale={locale} href={props.questionsHref} text={text} />
      <div className={staff.actions}>
        <Button kind="seal" type="submit" aria-disabled={busy}>
          {busy ? text.saving : text.save}
        </Button>
        <span className={staff.hint}>{text.saveHint}</span>
      </div>
      <QuestionPreview written={written} locale={locale} text={preview} />
    </form>
  )
}

const pair = ({ text, errorOf, errorPrefix }: PartProps, id: string, label: string, rows: number) => {
  return { id, label, rows, errorOf, errorPrefix, languages: text.languages }
}

interface NewPlaceProps {
  props: QuestionFormProps
  number: string
  setNumber(number: string): void
  set: string
  setSet(set: string): void
  error: string | null
}

/** Into which set a new question goes, and under which number. */
function NewPlace({ props: { sets, text, frame }, number, setNumber, set, setSet, error }: NewPlaceProps) {
  return (
    <div className={styles.both}>
      <div className={styles.one}>
        <label htmlFor="set">{text.set}</label>
        <p className={staff.hint}>{text.setHint}</p>
        <select id="set" className={styles.select} value={set} onChange={event => setSet(event.currentTarget.value)}>
          {sets.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Field
        id="number"
        label={text.number}
        hint={text.numberHint}
        value={number}
        maxLength={24}
        error={error}
        errorPrefix={frame.errorPrefix}
        onChange={event => setNumber(event.currentTarget.value)}
      />
    </div>
  )
}

function Kind({ written, change, text }: Pick<PartProps, 'written' | 'change' | 'text'>) {
  return (
    <fieldset className={styles.levels}>
      <legend>{text.kind}</legend>
      {questionKinds.map(kind => (
        <label key={kind} className={styles.key}>
          <input
            type="radio"
            name="kind"
            id={`kind-${kind}`}
            checked={written.kind === kind}
            onChange={() => change(asKind(written, kind))}
          />
          {text.kinds[kind]}
        </label>
      ))}
    </fieldset>
  )
}

function errorsFrom(problem: Problem | null, offline: string): FormError[] {
  const problems = (problem?.problems ?? []) as WireEditProblem[]
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return errors.map(({ field, says }) => ({ field, text: says }))
  return [{ ...(problem?.code === 'number-taken' && { field: 'number' }), text: problem?.detail ?? offline }]
}
