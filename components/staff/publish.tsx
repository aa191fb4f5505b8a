'use client'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Notice } from '#components/notice'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { type FormCommon, useForm } from './use-form.ts'

interface PublishProps {
  locale: 'zh' | 'en'
  slug: string
  /** Proposed already: a second person has to decide. */
  waiting: boolean
  approvalsHref: string
  text: Plain<Messages['setup']>
  frame: FormCommon
}

/** The step after which everybody sees the contest. */
export function Publish({ locale, slug, waiting, approvalsHref, text, frame }: PublishProps) {
  const form = useForm(async () => {
    const published = await ask(
      'POST',
      `/api/v1/staff/contests/${encodeURIComponent(slug)}/publish?locale=${locale}`,
      {},
    )
    if (!published.ok) return [{ text: published.problem?.detail ?? frame.offline }]
    window.location.reload()
    return []
  })
  if (waiting)
    return (
      <Notice title={text.publishWaits}>
        <p>{text.publishWaitsWhy}</p>
        <a href={approvalsHref}>{text.publishWaitsWhere}</a>
      </Notice>
    )
  return (
    <form className={styles.form} onSubmit={form.submit}>
      <Errors errors={form.errors} frame={frame} />
      <div className={styles.actions}>
        <Button kind="seal" type="submit" aria-disabled={form.busy}>
          {form.busy ? text.publishing : text.publish}
        </Button>
      </div>
      <p className={styles.hint}>{text.publishWhy}</p>
    </form>
  )
}
