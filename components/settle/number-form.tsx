'use client'
import { useRouter } from 'next/navigation'
import { Button } from '#components/button'
import { ask } from '../staff/ask.ts'
import { Errors } from '../staff/errors.tsx'
import { errorFrom, said, useForm } from '../staff/use-form.ts'
import { contestPath, type SettleIsland } from './island.ts'
import { SaidField } from './said-field.tsx'
import styles from './settle.module.css'

/** The number as it was announced; somebody else compares it. */
export function NumberForm({ locale, slug, words, frame, draw }: SettleIsland & { draw: string }) {
  const router = useRouter()
  const field = `number-${draw}`
  const form = useForm(async fields => {
    const number = said(fields, 'number')
    if (number === '') return [{ field, text: words.numberNeeded }]
    const asked = await ask('POST', contestPath(slug, `draws/${draw}/number`, locale), { number })
    if (!asked.ok) return [errorFrom(asked.problem, frame.offline, field)]
    router.refresh()
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <SaidField
        id={field}
        name="number"
        label={words.number}
        hint={words.numberHint}
        maxLength={200}
        {...{ form, frame }}
      />
      <Button type="submit" aria-disabled={form.busy}>
        {form.busy ? words.working : words.numberSend}
      </Button>
    </form>
  )
}
