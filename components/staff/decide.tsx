'use client'
import { useRouter } from 'next/navigation'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface DecideProps {
  locale: 'zh' | 'en'
  id: string
  text: Plain<Messages['audit']>
  frame: FormCommon
}

/** The second person's word: to agree needs none, to refuse needs a reason. */
export function Decide({ locale, id, text, frame }: DecideProps) {
  const router = useRouter()
  const field = `note-${id}`
  const form = useForm(async (fields, by) => {
    const approve = by?.value !== 'refuse'
    const path = `/api/v1/staff/approvals/${id}/decision?locale=${locale}`
    const done = await ask('POST', path, { approve, note: said(fields, field) })
    if (!done.ok) return [errorFrom(done.problem, frame.offline, field)]
    router.refresh()
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Field
        id={field}
        name={field}
        label={text.note}
        hint={text.noteHint}
        error={form.errorOf(field)}
        errorPrefix={frame.errorPrefix}
        autoComplete="off"
        maxLength={200}
      />
      <div className={styles.actions}>
        <Button type="submit" value="approve" aria-disabled={form.busy}>
          {form.busy ? text.sending : text.approve}
        </Button>
        <Button type="submit" value="refuse" kind="quiet" aria-disabled={form.busy}>
          {text.refuse}
        </Button>
      </div>
    </form>
  )
}

/** The proposer takes it back. */
export function Withdraw({ locale, id, text, frame }: DecideProps) {
  const router = useRouter()
  const form = useForm(async () => {
    const done = await ask('POST', `/api/v1/staff/approvals/${id}/withdrawal?locale=${locale}`, {})
    if (!done.ok) return [errorFrom(done.problem, frame.offline)]
    router.refresh()
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit}>
      <Errors errors={form.errors} frame={frame} />
      <p className={styles.hint}>{text.ownWaits}</p>
      <Button type="submit" aria-disabled={form.busy}>
        {form.busy ? text.sending : text.withdraw}
      </Button>
    </form>
  )
}
