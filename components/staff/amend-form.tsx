'use client'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { Notice } from '#components/notice'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, type FormError, said, useForm } from './use-form.ts'

interface AmendFormProps {
  locale: 'zh' | 'en'
  law: string
  article: string
  /** 'YYYY-MM-DD' */
  today: string
  /** What open and announced contests would lose; each only when the amended text applies by its last day. */
  effects: { lastDay: string; loses: string; tooFew: string | null }[]
  /** Where to go once it is marked. */
  then: string
  text: Plain<Messages['upkeep']>
  frame: FormCommon
}

/** Marks an article as amended, from a day on, with what that rests on; says beforehand what contests lose by that. */
export function AmendForm({ locale, law, article, today, effects, then, text, frame }: AmendFormProps) {
  const [firstDay, setFirstDay] = useState(today)
  const form = useForm(async fields => {
    const mark = { law, article, inForce: said(fields, 'inForce'), note: said(fields, 'note') }
    const missing: FormError[] = [
      ...(mark.inForce === '' ? [{ field: 'inForce', text: text.firstDayNeeded }] : []),
      ...(mark.note === '' ? [{ field: 'note', text: text.noteNeeded }] : []),
    ]
    if (missing.length > 0) return missing
    const marked = await ask('POST', `/api/v1/staff/amendments?locale=${locale}`, mark)
    if (!marked.ok) return [errorFrom(marked.problem, frame.offline, 'inForce')]
    window.location.assign(then)
    return []
  })
  const field = (id: string) => ({ id, name: id, error: form.errorOf(id), errorPrefix: frame.errorPrefix })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Field
        {...field('inForce')}
        type="date"
        label={text.firstDay}
        hint={text.firstDayHint}
        value={firstDay}
        onChange={event => setFirstDay(event.target.value)}
        length={12}
      />
      <Effects effects={effects.filter(({ lastDay }) => firstDay !== '' && firstDay <= lastDay)} text={text} />
      <Field {...field('note')} label={text.note} hint={text.noteHint} autoComplete="off" maxLength={1000} />
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {form.busy ? text.marking : text.mark}
      </Button>
    </form>
  )
}

/** Read out when another day changes it. */
function Effects({ effects, text }: Pick<AmendFormProps, 'effects' | 'text'>) {
  return (
    <section className={styles.step} aria-live="polite">
      <h3>{text.effects}</h3>
      {effects.length === 0 && <p>{text.noEffect}</p>}
      {effects.map(({ loses, tooFew }) => (
        <Notice key={loses} kind={tooFew ? 'attention' : 'note'}>
          <p>{loses}</p>
          {tooFew && <p>{tooFew}</p>}
        </Notice>
      ))}
    </section>
  )
}
