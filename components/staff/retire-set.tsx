'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import styles from './staff.module.css'

interface RetireSetProps {
  locale: 'zh' | 'en'
  id: string
  retired: boolean
  text: Plain<Messages['bankWork']['sets']>
  offline: string
}

/** Out of service and back: the same button undoes it. */
export function RetireSet({ locale, id, retired, text, offline }: RetireSetProps) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  async function turn() {
    if (busy) return
    setBusy(true)
    const path = `/api/v1/question-sets/${encodeURIComponent(id)}/retired?locale=${locale}`
    const done = await ask('PUT', path, { retired: !retired })
    setBusy(false)
    setError(done.ok ? null : (done.problem?.detail ?? offline))
    router.refresh()
  }
  return (
    <div className={styles.actions}>
      <Button onClick={turn} aria-disabled={busy}>
        {retired ? text.reinstate : text.retire}
      </Button>
      {error ? <span role="alert">{error}</span> : <span className={styles.hint}>{text.retireWhy}</span>}
    </div>
  )
}
