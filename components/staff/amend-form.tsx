'use client'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
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
  /** Where to go once it is marked. */
  then: string
  text: Plain<Messages['upkeep']>
  frame: FormCommon
}

/** Marks an article as amended, from a day on, with what that rests on. */
export function AmendForm({ locale, law, article, today, then, text, frame }: AmendFormProps) {
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
        defaultValue={today}
        length={12}
      />
      <Field {...field('note')} label={text.note} hint={text.noteHint} autoComplete="off" maxLength={1000} />
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {form.busy ? text.marking : text.mark}
      </Button>
    </form>
  )
}
