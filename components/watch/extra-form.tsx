'use client'
import { useRouter } from 'next/navigation'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { ask } from '../staff/ask.ts'
import { Errors } from '../staff/errors.tsx'
import { errorFrom, type FormCommon, said, useForm } from '../staff/use-form.ts'
import { idOf } from '../wizard/form.ts'
import styles from './watch.module.css'

interface ExtraFormProps {
  base: string
  locale: 'zh' | 'en'
  text: Record<'phone' | 'percent' | 'percentHint' | 'reason' | 'grant', string>
  frame: FormCommon
}

/** More time for one person, by their phone. */
export function ExtraForm({ base, locale, text, frame }: ExtraFormProps) {
  const router = useRouter()
  const form = useForm(async fields => {
    const given = {
      phone: said(fields, 'phone'),
      percent: Number(said(fields, 'percent')) || 0,
      reason: said(fields, 'reason'),
    }
    const done = await ask('POST', `${base}/extra-times?locale=${locale}`, given)
    if (!done.ok) {
      const where = typeof done.problem?.where === 'string' ? idOf(done.problem.where) : undefined
      return [errorFrom(done.problem, frame.offline, where)]
    }
    router.refresh()
    return []
  })
  const field = (id: string) => ({ id, name: id, error: form.errorOf(id), errorPrefix: frame.errorPrefix })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Field {...field('phone')} label={text.phone} inputMode="tel" autoComplete="off" length={20} />
      <Field
        {...field('percent')}
        label={text.percent}
        hint={text.percentHint}
        inputMode="numeric"
        length={8}
        defaultValue={150}
      />
      <Field {...field('reason')} label={text.reason} maxLength={500} autoComplete="off" />
      <p className={styles.row}>
        <Button type="submit" aria-disabled={form.busy}>
          {text.grant}
        </Button>
      </p>
    </form>
  )
}
