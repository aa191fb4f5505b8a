'use client'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { Button } from '#components/button'
import { ask } from '../staff/ask.ts'
import { Errors } from '../staff/errors.tsx'
import { errorFrom, said, useForm } from '../staff/use-form.ts'
import type { SettleIsland } from './island.ts'
import { SaidField } from './said-field.tsx'
import styles from './settle.module.css'

/** The second person's word, with what they have checked. */
export function DecideForm({ id, locale, words, frame }: Omit<SettleIsland, 'slug'> & { id: string }) {
  const router = useRouter()
  const approve = useRef(true)
  const field = `note-${id}`
  const form = useForm(async fields => {
    const note = said(fields, 'note')
    if (note === '') return [{ field, text: words.noteNeeded }]
    const path = `/api/v1/staff/approvals/${encodeURIComponent(id)}/decision?locale=${locale}`
    const done = await ask('POST', path, { approve: approve.current, note })
    if (!done.ok) return [errorFrom(done.problem, frame.offline)]
    router.refresh()
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <SaidField id={field} name="note" label={words.note} hint={words.noteHint} maxLength={200} {...{ form, frame }} />
      <div className={styles.buttons}>
        <Button
          kind="seal"
          type="submit"
          aria-disabled={form.busy}
          onClick={() => {
            approve.current = true
          }}
        >
          {form.busy ? words.working : words.approve}
        </Button>
        <Button
          type="submit"
          aria-disabled={form.busy}
          onClick={() => {
            approve.current = false
          }}
        >
          {words.refuse}
        </Button>
      </div>
    </form>
  )
}
