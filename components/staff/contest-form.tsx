'use client'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { Notice } from '#components/notice'
import { momentOf } from '#core/contest/moment'
import type { ContestDraft } from '#core/contest/setup'
import { awardCount } from '#core/contest/size'
import type { WireStaffContest } from '#core/wire-staff'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Choice } from './choice.tsx'
import { contestError, type numbers, readContest } from './contest-fields.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { type FormCommon, useForm } from './use-form.ts'

export interface ContestFormProps {
  locale: 'zh' | 'en'
  /** Address of the contest that is changed; null: a new one. */
  slug: string | null
  draft: ContestDraft
  /** Open or closed: only the words may change. */
  locked: boolean
  sets: { id: string; label: string }[]
  contestsHref: string
  text: Plain<Messages['setup']>
  frame: FormCommon
}

/** A contest in six plain steps on one page; kept as a draft until it is published. */
export function ContestForm(props: ContestFormProps) {
  const { text, frame, draft, locked, slug } = props
  const form = useForm(fields => save(props, fields))
  const field = (id: string) => ({ id, name: id, error: form.errorOf(id), errorPrefix: frame.errorPrefix })
  const number = (id: keyof typeof numbers, value: number) => ({
    ...field(id),
    label: text[id],
    defaultValue: value,
    inputMode: 'numeric' as const,
    readOnly: locked,
    length: 12,
  })
  const moment = { type: 'datetime-local', hint: text.dateHint, readOnly: locked, length: 20 } as const
  const { rules } = draft
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      {locked && <Notice kind="attention">{text.locked}</Notice>}
      <Step n={1} title={text.stepWhat}>
        <Field {...field('titleZh')} label={text.titleZh} defaultValue={draft.title.zh} maxLength={100} />
        <Field
          {...field('titleEn')}
          label={text.titleEn}
          hint={text.titleEnHint}
          defaultValue={draft.title.en}
          maxLength={100}
        />
        <Area id="summaryZh" label={text.summaryZh} hint={text.summaryZhHint} value={draft.summary.zh} />
        <Area id="summaryEn" label={text.summaryEn} value={draft.summary.en} />
        <Field
          {...field('slug')}
          label={text.slug}
          hint={text.slugHint}
          defaultValue={draft.slug}
          autoCapitalize="none"
          spellCheck={false}
          readOnly={locked}
        />
      </Step>
      <Step n={2} title={text.stepWhen}>
        <div className={styles.pair}>
          <Field {...field('opensAt')} {...moment} label={text.opensAt} defaultValue={momentOf(draft.opensAt)} />
          <Field {...field('closesAt')} {...moment} label={text.closesAt} defaultValue={momentOf(draft.closesAt)} />
        </div>
      </Step>
      <Step n={3} title={text.stepPaper}>
        <div className={styles.pair}>
          <Field {...number('total', rules.paper.total)} />
          <Field {...number('points', rules.paper.points.single)} />
          <Field {...number('minutes', Math.round((rules.clock.seconds ?? 0) / 60))} />
          <Field {...number('grace', rules.clock.graceSeconds)} hint={text.graceHint} />
        </div>
      </Step>
      <Step n={4} title={text.stepAttempts}>
        <Field {...number('attempts', rules.attempts.total ?? 1)} />
        <Choice
          name="counts"
          legend={text.counts}
          options={optionsOf(text.count)}
          chosen={[rules.counts.by]}
          disabled={locked}
        />
        <Choice
          name="ties"
          legend={text.ties}
          options={optionsOf(text.tie)}
          chosen={[rules.ties.join(',')]}
          disabled={locked}
        />
        <Choice
          name="answers"
          legend={text.answers}
          options={optionsOf(text.answer)}
          chosen={[rules.feedback.answers]}
          disabled={locked}
        />
        <label className={styles.option}>
          <input type="checkbox" name="rank" defaultChecked={rules.feedback.rank} disabled={locked} />
          {text.rank}
        </label>
        <Field {...number('winners', awardCount(rules))} hint={text.winnersHint} />
      </Step>
      <Step n={5} title={text.stepSets}>
        {props.sets.length === 0 ? (
          <Notice>{text.noSets}</Notice>
        ) : (
          <Choice
            name="sets"
            legend={text.sets}
            several
            hint={text.setsHint}
            options={props.sets.map(set => ({ value: set.id, label: set.label }))}
            chosen={draft.sets}
            disabled={locked}
          />
        )}
      </Step>
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {form.busy ? text.saving : slug === null ? text.save : text.saveChanges}
      </Button>
    </form>
  )
}

async function save({ locale, slug, draft, locked, contestsHref, text, frame }: ContestFormProps, fields: FormData) {
  const read = readContest(fields, draft.rules, text)
  if ('errors' in read && !locked) return read.errors
  // Locked fields are not sent by the browser: they stay what they are.
  const words = { title: titleIn(fields), summary: summaryIn(fields) }
  const wanted = locked || 'errors' in read ? { ...draft, ...words } : read.draft
  const path = slug === null ? '/api/v1/staff/contests' : `/api/v1/staff/contests/${encodeURIComponent(slug)}`
  const saved = await ask<WireStaffContest>(slug === null ? 'POST' : 'PUT', `${path}?locale=${locale}`, wanted)
  if (!saved.ok) return [contestError(saved.problem, text, frame.offline)]
  window.location.assign(`${contestsHref}/${saved.body.slug}`)
  return []
}

const titleIn = (fields: FormData) => ({ zh: String(fields.get('titleZh')), en: String(fields.get('titleEn')) })
const summaryIn = (fields: FormData) => ({ zh: String(fields.get('summaryZh')), en: String(fields.get('summaryEn')) })

const optionsOf = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))

function Step({ n, title, children }: { n: number; title: string; children: React.ReactNode }) {
  return (
    <fieldset className={styles.step}>
      <legend>
        {n} · {title}
      </legend>
      {children}
    </fieldset>
  )
}

function Area({ id, label, hint, value }: { id: string; label: string; hint?: string; value: string }) {
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>
        <strong>{label}</strong>
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <textarea
        id={id}
        name={id}
        className={styles.area}
        defaultValue={value}
        maxLength={1000}
        aria-describedby={hint && `${id}-hint`}
      />
    </div>
  )
}
