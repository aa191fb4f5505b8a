'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#components/button'
import { ask } from './ask.ts'
import styles from './staff.module.css'

interface RehearsalProps {
  locale: 'zh' | 'en'
  slug: string
  /** What the rehearsal shows; none while there is none. */
  screens: { href: string; label: string }[]
  text: Record<'rehearse' | 'rehearsing' | 'rehearseAgain' | 'endRehearsal', string>
  offline: string
}

/** Runs the contest with invented people, and leads to everything that it will lead to. */
export function Rehearsal({ locale, slug, screens, text, offline }: RehearsalProps) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const act = async (path: string) => {
    if (busy) return
    setBusy(true)
    const done = await ask('POST', `/api/v1/staff/contests/${encodeURIComponent(slug)}/${path}?locale=${locale}`, {})
    setBusy(false)
    setError(done.ok ? '' : (done.problem?.detail ?? offline))
    if (done.ok) router.refresh()
  }
  return (
    <div className={styles.form}>
      {screens.length > 0 && (
        <ul>
          {screens.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.actions}>
        <Button aria-disabled={busy} onClick={() => void act('rehearsal')}>
          {busy ? text.rehearsing : screens.length > 0 ? text.rehearseAgain : text.rehearse}
        </Button>
        {screens.length > 0 && (
          <Button kind="quiet" aria-disabled={busy} onClick={() => void act('rehearsal/end')}>
            {text.endRehearsal}
          </Button>
        )}
      </p>
      <p role="alert">{error}</p>
    </div>
  )
}
