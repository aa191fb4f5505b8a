'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#components/button'
import { ask } from '../staff/ask.ts'

interface ReviewNowProps {
  locale: 'zh' | 'en'
  slug: string
  text: { review: string; reviewing: string }
  offline: string
}

/** Looks all attempts through and shows what was found. */
export function ReviewNow({ locale, slug, text, offline }: ReviewNowProps) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const review = async () => {
    if (busy) return
    setBusy(true)
    setError('')
    const path = `/api/v1/staff/contests/${encodeURIComponent(slug)}/integrity/review?locale=${locale}`
    const done = await ask('POST', path, {})
    setBusy(false)
    if (done.ok) router.refresh()
    else setError(done.problem?.detail ?? offline)
  }
  return (
    <div>
      <Button onClick={review} aria-disabled={busy}>
        {busy ? text.reviewing : text.review}
      </Button>
      <p role="alert">{error}</p>
    </div>
  )
}
