'use client'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { askIn, noLine } from '../paper/api.ts'
import { Errors } from '../staff/errors.tsx'
import { said, useForm } from '../staff/use-form.ts'
import type { PrizeIsland } from './claim-form.tsx'
import styles from './prize.module.css'

/** Giving a prize up, with a word typed so that it never happens by accident. */
export function GiveUp({ id, locale, words, frame, here }: PrizeIsland) {
  const form = useForm(async fields => {
    if (said(fields, 'word').toUpperCase() !== words.giveUpWord) return [{ field: 'word', text: words.giveUpWrong }]
    const answer = await askIn(locale)('POST', `/me/prizes/${id}/refusal`)
    if (answer === noLine) return [{ text: frame.offline }]
    if (!answer.ok) return [{ text: answer.problem?.detail ?? frame.offline }]
    window.location.assign(here)
    return []
  })
  return (
    <details className={`${styles.more} ${styles.part}`}>
      <summary>{words.giveUp}</summary>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <p>{words.giveUpWhy}</p>
        <Errors errors={form.errors} frame={frame} />
        <Field
          id="word"
          name="word"
          label={words.giveUpType}
          autoComplete="off"
          length={8}
          error={form.errorOf('word')}
          errorPrefix={frame.errorPrefix}
        />
        <Button type="submit" aria-disabled={form.busy}>
          {form.busy ? words.givingUp : words.giveUp}
        </Button>
      </form>
    </details>
  )
}
