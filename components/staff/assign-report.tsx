'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Tag } from '#components/tag'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import styles from './staff.module.css'

interface AssignReportProps {
  locale: 'zh' | 'en'
  id: string
  mine: boolean
  /** '王芳在处理'; null: nobody. */
  taken: string | null
  text: Plain<Messages['upkeep']>
  offline: string
}

/** Takes a report on, so that colleagues see it; hands it back. */
export function AssignReport({ locale, id, mine, taken, text, offline }: AssignReportProps) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  async function turn() {
    if (busy) return
    setBusy(true)
    const path = `/api/v1/staff/error-reports/${encodeURIComponent(id)}/assignment?locale=${locale}`
    const done = await ask('PUT', path, { mine: !mine })
    setBusy(false)
    setError(done.ok ? null : (done.problem?.detail ?? offline))
    router.refresh()
  }
  return (
    <div className={styles.actions}>
      {taken && <Tag kind="attention">{taken}</Tag>}
      {(mine || !taken) && (
        <Button kind="quiet" onClick={turn} aria-disabled={busy}>
          {mine ? text.release : busy ? text.assigning : text.assign}
        </Button>
      )}
      {error && <span role="alert">{error}</span>}
    </div>
  )
}
