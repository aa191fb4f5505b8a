'use client'
import { useRouter } from 'next/navigation'
import { Button } from '#components/button'
import { ask } from '../ask.ts'
import { Errors } from '../errors.tsx'
import { errorFrom, type FormCommon, useForm } from '../use-form.ts'

interface RefreshProps {
  locale: 'zh' | 'en'
  slug: string
  text: { refresh: string; refreshing: string }
  frame: FormCommon
}

/** Computes what has come in since, and shows it. */
export function Refresh({ locale, slug, text, frame }: RefreshProps) {
  const router = useRouter()
  const form = useForm(async () => {
    const path = `/api/v1/staff/contests/${encodeURIComponent(slug)}/statistics?locale=${locale}`
    const computed = await ask('POST', path, {})
    if (!computed.ok) return [errorFrom(computed.problem, frame.offline)]
    router.refresh()
    return []
  })
  return (
    <form onSubmit={form.submit}>
      <Errors errors={form.errors} frame={frame} />
      <Button type="submit" aria-disabled={form.busy}>
        {form.busy ? text.refreshing : text.refresh}
      </Button>
    </form>
  )
}
