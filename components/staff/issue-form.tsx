'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { fill } from '#core/fill'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Choice } from './choice.tsx'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface Parts {
  locale: 'zh' | 'en'
  text: Plain<Messages['certificate']>
  frame: FormCommon
}

interface Batch {
  total: number
  done: number
  issued: number
  finished: boolean
}

/** Issues certificates in one batch and shows how far it has come. */
export function IssueForm({ locale, slug, text, frame }: Parts & { slug: string }) {
  const router = useRouter()
  const [batch, setBatch] = useState<Batch | null>(null)
  const form = useForm(async fields => {
    const ground =
      said(fields, 'basis') === 'winners'
        ? { basis: 'winners' }
        : { basis: 'mark', least: Math.max(0, Math.floor(Number(said(fields, 'least')) || 0)) }
    const path = `/api/v1/staff/contests/${encodeURIComponent(slug)}/certificates?locale=${locale}`
    const begun = await ask<{ batch: string; total: number }>('POST', path, ground)
    if (!begun.ok) return [errorFrom(begun.problem, frame.offline)]
    await watch(begun.body.batch, locale, setBatch)
    router.refresh()
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Choice
        name="basis"
        legend={text.basis}
        chosen={['mark']}
        options={[
          { value: 'mark', label: text.issueMark },
          { value: 'winners', label: text.issueWinners },
        ]}
      />
      <Field id="least" name="least" label={text.least} inputMode="numeric" defaultValue="60" length={8} />
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {text.issue}
      </Button>
      <div role="status">
        {batch && (
          <>
            <progress max={batch.total} value={batch.done} aria-label={text.issue} />
            <p>
              {batch.finished
                ? fill(text.finished, { issued: batch.issued })
                : fill(text.progress, { done: batch.done, total: batch.total })}
            </p>
          </>
        )}
      </div>
    </form>
  )
}

/** Asks until the batch is done, or no answer comes any more. */
async function watch(id: string, locale: string, show: (batch: Batch) => void): Promise<void> {
  for (;;) {
    const answer = await fetch(`/api/v1/staff/certificate-batches/${encodeURIComponent(id)}?locale=${locale}`).catch(
      () => null,
    )
    if (!answer?.ok) return
    const batch = (await answer.json()) as Batch
    show(batch)
    if (batch.finished) return
    await new Promise(resolve => setTimeout(resolve, 400))
  }
}

/** Revokes one certificate, with a reason. */
export function RevokeForm({ locale, number, text, frame }: Parts & { number: string }) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const field = `reason-${number}`
  const form = useForm(async fields => {
    const reason = said(fields, field)
    if (reason === '') return [{ field, text: text.revokeNeeded }]
    const path = `/api/v1/staff/certificates/${encodeURIComponent(number)}/revocation?locale=${locale}`
    const done = await ask('POST', path, { reason })
    if (!done.ok) return [errorFrom(done.problem, frame.offline, field)]
    router.refresh()
    return []
  })
  if (!asking)
    return (
      <Button kind="quiet" onClick={() => setAsking(true)} aria-label={`${text.revoke}: ${number}`}>
        {text.revoke}
      </Button>
    )
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <Field
        id={field}
        name={field}
        label={text.revokeReason}
        error={form.errorOf(field)}
        errorPrefix={frame.errorPrefix}
        maxLength={500}
        autoComplete="off"
        autoFocus
      />
      <div className={styles.actions}>
        <Button type="submit" aria-disabled={form.busy}>
          {text.revoke}
        </Button>
        <Button kind="quiet" onClick={() => setAsking(false)}>
          {text.cancel}
        </Button>
      </div>
    </form>
  )
}
