'use client'
import { useRouter } from 'next/navigation'
import { Button } from '#components/button'
import { ask } from '../staff/ask.ts'
import { Errors } from '../staff/errors.tsx'
import { errorFrom, said, useForm } from '../staff/use-form.ts'
import type { SettleIsland } from './island.ts'
import { SaidField } from './said-field.tsx'
import styles from './settle.module.css'

/** Names a phone that may win nothing. */
export function InsiderForm({ locale, words, frame }: Omit<SettleIsland, 'slug'>) {
  const router = useRouter()
  const form = useForm(async fields => {
    const note = said(fields, 'note')
    if (note === '') return [{ field: 'note', text: words.insiderNoteNeeded }]
    const done = await ask('POST', `/api/v1/staff/insiders?locale=${locale}`, { phone: said(fields, 'phone'), note })
    if (!done.ok) return [errorFrom(done.problem, frame.offline, String(done.problem?.where ?? 'phone'))]
    router.refresh()
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <SaidField id="phone" name="phone" label={words.insiderPhone} inputMode="tel" length={13} {...{ form, frame }} />
      <SaidField
        id="note"
        name="note"
        label={words.insiderNote}
        hint={words.insiderNoteHint}
        maxLength={60}
        {...{ form, frame }}
      />
      <Button type="submit" aria-disabled={form.busy}>
        {form.busy ? words.working : words.insiderAdd}
      </Button>
    </form>
  )
}
