'use client'
import { useRouter } from 'next/navigation'
import { Button } from '#components/button'
import { ask } from '../staff/ask.ts'
import { Choice } from '../staff/choice.tsx'
import { Errors } from '../staff/errors.tsx'
import { errorFrom, said, useForm } from '../staff/use-form.ts'
import { contestPath, type SettleIsland } from './island.ts'
import { SaidField } from './said-field.tsx'
import styles from './settle.module.css'

/** Whether an objection holds, and why. */
export function AnswerForm({ locale, slug, words, frame, objection }: SettleIsland & { objection: string }) {
  const router = useRouter()
  const field = `answer-${objection}`
  const form = useForm(async fields => {
    const text = said(fields, 'answer')
    if ([...text].length < 4) return [{ field, text: words.answerNeeded }]
    const path = contestPath(slug, `objections/${objection}/answer`, locale)
    const done = await ask('POST', path, { upheld: said(fields, `upheld-${objection}`) === 'yes', text })
    if (!done.ok) return [errorFrom(done.problem, frame.offline, field)]
    router.refresh()
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Choice
        name={`upheld-${objection}`}
        legend={words.outcome}
        chosen={['no']}
        options={[
          { value: 'no', label: words.notUpheld },
          { value: 'yes', label: words.upheld },
        ]}
      />
      <SaidField
        id={field}
        name="answer"
        label={words.answer}
        hint={words.answerHint}
        maxLength={1000}
        {...{ form, frame }}
      />
      <Button type="submit" aria-disabled={form.busy}>
        {form.busy ? words.working : words.answerSend}
      </Button>
    </form>
  )
}
