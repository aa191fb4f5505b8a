'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#components/button'
import type { ClaimData, ClaimField } from '#core/prize/claim'
import type { Problem } from '#core/wire'
import { ask } from '../staff/ask.ts'
import { Errors } from '../staff/errors.tsx'
import { errorFrom, said, useForm } from '../staff/use-form.ts'
import { ActButton } from './act-button.tsx'
import { contestPath, type SettleIsland } from './island.ts'
import { SaidField } from './said-field.tsx'
import styles from './settle.module.css'

interface Opened {
  fields: ClaimData
  phone: string | null
  otherName: boolean
}

interface DeskActionsProps extends SettleIsland {
  winner: string
  mayOpen: boolean
  mayHandOver: boolean
  mayTakeAway: boolean
  /** Nobody yet: called when somebody before them loses the prize. */
  alternate: boolean
  fieldNames: Record<ClaimField, string>
}

/** What may be done with one winner at the desk. */
export function DeskActions(props: DeskActionsProps) {
  const { locale, slug, words, frame, winner, mayOpen, mayHandOver, mayTakeAway } = props
  return (
    <div className={styles.desk}>
      {mayOpen && <OpenClaim {...props} />}
      {mayHandOver && (
        <ActButton
          path={contestPath(slug, `winners/${winner}/handing-over`, locale)}
          label={words.handOver}
          busy={words.working}
          frame={frame}
        />
      )}
      {mayTakeAway && <TakeAway {...props} />}
    </div>
  )
}

/** In full, on the record, and only while somebody looks at it. */
function OpenClaim({ locale, slug, words, frame, winner, fieldNames }: DeskActionsProps) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const form = useForm(async () => {
    const answer = await ask<Opened>('POST', contestPath(slug, `winners/${winner}/opening`, locale), {})
    if (!answer.ok) return [errorFrom(answer.problem as Problem | null, frame.offline)]
    setOpened(answer.body)
    return []
  })
  if (opened)
    return (
      <div className={styles.opened} role="status">
        <dl>
          {Object.entries({ ...opened.fields }).map(([field, value]) => (
            <div key={field}>
              <dt>{fieldNames[field as ClaimField]}</dt>
              <dd translate="no">{value}</dd>
            </div>
          ))}
          <div>
            <dt>{words.phone}</dt>
            <dd className={styles.figures}>{opened.phone}</dd>
          </div>
        </dl>
        {opened.otherName && <p>{words.otherName}</p>}
        <Button kind="quiet" onClick={() => setOpened(null)}>
          {words.close}
        </Button>
      </div>
    )
  return (
    <form className={styles.act} onSubmit={form.submit}>
      <Errors errors={form.errors} frame={frame} />
      <Button type="submit" aria-disabled={form.busy}>
        {form.busy ? words.opening : words.open}
      </Button>
    </form>
  )
}

function TakeAway({ locale, slug, words, frame, winner, alternate }: DeskActionsProps) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const field = `reason-${winner}`
  const form = useForm(async fields => {
    const path = contestPath(slug, `winners/${winner}/removal`, locale)
    const done = await ask('POST', path, { reason: said(fields, 'reason') })
    if (!done.ok) return [errorFrom(done.problem, frame.offline, field)]
    router.refresh()
    return []
  })
  if (!asking)
    return (
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {alternate ? words.takeOffList : words.takeAway}
      </Button>
    )
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <SaidField
        id={field}
        name="reason"
        label={words.takeAwayReason}
        hint={words.takeAwayHint}
        maxLength={200}
        {...{ form, frame }}
        autoFocus
      />
      <div className={styles.buttons}>
        <Button type="submit" aria-disabled={form.busy}>
          {form.busy ? words.working : words.confirm}
        </Button>
        <Button kind="quiet" onClick={() => setAsking(false)}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
