'use client'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { type FormCommon, useForm } from './use-form.ts'

interface PublishProps {
  locale: 'zh' | 'en'
  slug: string
  text: Plain<Messages['setup']>
  frame: FormCommon
}

/** The step after which everybody sees the contest. */
export function Publish({ locale, slug, text, frame }: PublishProps) {
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
