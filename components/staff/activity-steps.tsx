'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { type ActivityAction, steps } from '#core/activity/activity'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface ActivityStepsProps {
  locale: 'zh' | 'en'
  id: string
  /** What this person may do now, by core/activity/activity.ts. */
  actions: ActivityAction[]
  text: Plain<Messages['campaign']>
  frame: FormCommon
}

/** The next steps of a report; those that need a reason ask for it first. */
export function ActivitySteps({ locale, id, actions, text, frame }: ActivityStepsProps) {
  const router = useRouter()
  const [asking, setAsking] = useState<ActivityAction | null>(null)
  const take = async (action: ActivityAction, reason: string) => {
    // What is sent is what was saved.
    if (document.querySelector('form[data-unsaved]')) return [{ field: 'title', text: text.saveFirst }]
    const path = `/api/v1/staff/activities/${encodeURIComponent(id)}/steps?locale=${locale}`
    const done = await ask('POST', path, { action, reason })
    if (!done.ok) return [errorFrom(done.problem, frame.offline, asking ? 'reason' : undefined)]
    setAsking(null)
    router.refresh()
    return []
  }
  const form = useForm(async fields => {
    if (!asking) return []
    const reason = said(fields, 'reason')
    return reason === '' ? [{ field: 'reason', text: text.reasonNeeded }] : take(asking, reason)
  })
  const direct = useForm(async fields => take(said(fields, 'action') as ActivityAction, ''))
  if (asking)
    return (
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <Errors errors={form.errors} frame={frame} />
        <Field
          id="reason"
          name="reason"
          label={text.reason}
          hint={text.reasonHint}
          error={form.errorOf('reason')}
          errorPrefix={frame.errorPrefix}
          maxLength={1000}
          autoComplete="off"
          autoFocus
        />
        <div className={styles.actions}>
          <Button kind="seal" type="submit" aria-disabled={form.busy}>
            {text.action[asking]}
          </Button>
          <Button kind="quiet" onClick={() => setAsking(null)}>
            {text.cancel}
          </Button>
        </div>
      </form>
    )
  return (
    <div className={styles.form}>
      <Errors errors={direct.errors} frame={frame} />
      <div className={styles.actions}>
        {actions.map(action =>
          steps[action].reason ? (
            <Button key={action} onClick={() => setAsking(action)}>
              {text.action[action]}
            </Button>
          ) : (
            <form key={action} onSubmit={direct.submit}>
              <input type="hidden" name="action" value={action} />
              <Button kind={onward(action) ? 'seal' : 'plain'} type="submit" aria-disabled={direct.busy}>
                {text.action[action]}
              </Button>
            </form>
          ),
        )}
      </div>
    </div>
  )
}

/** Towards the readers; the other steps lead back. */
const onward = (action: ActivityAction): boolean => ['submitted', 'published'].includes(steps[action].to)
