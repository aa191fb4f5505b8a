'use client'
import { useRouter } from 'next/navigation'
import { Button } from '#components/button'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, useForm } from './use-form.ts'

interface ShowReportProps {
  locale: 'zh' | 'en'
  slug: string
  published: boolean
  text: { publish: string; hide: string; publishWhy: string }
  frame: FormCommon
}

/** Makes a contest's report public, or takes it off the site. */
export function ShowReport({ locale, slug, published, text, frame }: ShowReportProps) {
  const router = useRouter()
  const form = useForm(async () => {
    const path = `/api/v1/staff/contests/${encodeURIComponent(slug)}/report/published?locale=${locale}`
    const done = await ask('PUT', path, { published: !published })
    if (!done.ok) return [errorFrom(done.problem, frame.offline)]
    router.refresh()
    return []
  })
  return (
    <form className={`${styles.form} no-print`} onSubmit={form.submit}>
      <Errors errors={form.errors} frame={frame} />
      <div className={styles.actions}>
        <Button type="submit" aria-disabled={form.busy}>
          {published ? text.hide : text.publish}
        </Button>
        {!published && <span className={styles.hint}>{text.publishWhy}</span>}
      </div>
    </form>
  )
}
