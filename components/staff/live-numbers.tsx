'use client'
import { useEffect, useState } from 'react'
import type { WireStaffContest } from '#core/wire-staff'
import styles from './staff.module.css'

type Numbers = Pick<WireStaffContest, 'started' | 'finished' | 'participants'>

interface LiveNumbersProps {
  numbers: Numbers
  /** Asked every five seconds while the page is seen; null: they no longer change. */
  path: string | null
  text: { started: string; finished: string; participants: string; open: string }
}

/** How many have started, are at it, have finished. */
export function LiveNumbers({ numbers, path, text }: LiveNumbersProps) {
  const [now, setNow] = useState(numbers)
  useEffect(() => {
    if (path === null) return
    const timer = setInterval(async () => {
      if (document.hidden) return
      const answer = await fetch(path).catch(() => null)
      if (answer?.ok) setNow((await answer.json()) as Numbers)
    }, 5000)
    return () => clearInterval(timer)
  }, [path])
  const shown: [string, number][] = [
    [text.participants, now.participants],
    [text.started, now.started],
    [text.open, now.started - now.finished],
    [text.finished, now.finished],
  ]
  return (
    <dl className={styles.numbers}>
      {shown.map(([label, n]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{n.toLocaleString('en-US')}</dd>
        </div>
      ))}
    </dl>
  )
}
