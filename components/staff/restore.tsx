'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#components/button'
import type { WireSaved } from '#core/wire-bank'
import { ask } from './ask.ts'

interface RestoreProps {
  locale: 'zh' | 'en'
  question: string
  /** Number of the newest revision. */
  base: number
  revision: number
  text: { restore: string; restoring: string }
  offline: string
}

/** An older revision as a new draft; it can be discarded again, and goes through review. */
export function Restore({ locale, question, base, revision, text, offline }: RestoreProps) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  async function restore() {
    if (busy) return
    setBusy(true)
    const path = `/api/v1/questions/${encodeURIComponent(question)}/restorations?locale=${locale}`
    const done = await ask<WireSaved>('POST', path, { base, revision })
    setBusy(false)
    setError(done.ok ? null : (done.problem?.detail ?? offline))
    if (done.ok) router.refresh()
  }
  return (
    <>
      <Button onClick={restore} aria-disabled={busy}>
        {busy ? text.restoring : text.restore}
      </Button>
      {error && <p role="alert">{error}</p>}
    </>
  )
}
