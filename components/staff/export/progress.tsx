import { useEffect, useRef, useState } from 'react'
import { ButtonLink } from '#components/button'
import { Notice } from '#components/notice'
import { fill } from '#core/fill'
import styles from '../staff.module.css'
import type { ExportTexts } from './form.tsx'

interface Now {
  state: 'working' | 'ready' | 'failed' | 'removed'
  rows: number
  total: number | null
}

interface ProgressProps {
  id: string
  text: ExportTexts['text']
  onEnd(): void
}

/** How far an export is, asked twice a second; then the way to its file. */
export function Progress({ id, text, onEnd }: ProgressProps) {
  const [now, setNow] = useState<Now>({ state: 'working', rows: 0, total: null })
  const ended = useRef(onEnd)
  ended.current = onEnd
  useEffect(() => {
    const timer = setInterval(async () => {
      const answer = await fetch(`/api/v1/staff/exports/${id}`).catch(() => null)
      if (!answer?.ok) return
      const found = (await answer.json()) as Now
      setNow(found)
      if (found.state === 'working') return
      clearInterval(timer)
      ended.current()
    }, 500)
    return () => clearInterval(timer)
  }, [id])
  if (now.state === 'failed' || now.state === 'removed') return <Notice kind="wrong" role="alert" title={text.failed} />
  if (now.state === 'ready')
    return (
      <Notice kind="good" role="status" title={text.ready}>
        <ButtonLink href={`/api/v1/staff/exports/${id}/file`} download>
          {text.download}
        </ButtonLink>
      </Notice>
    )
  const said = fill(text.working, { rows: now.rows, total: now.total ?? '…' })
  return (
    <div className={styles.choice}>
      <label htmlFor={`progress-${id}`}>{said}</label>
      <progress id={`progress-${id}`} max={Math.max(now.total ?? 1, 1)} value={Math.min(now.rows, now.total ?? 0)} />
    </div>
  )
}
