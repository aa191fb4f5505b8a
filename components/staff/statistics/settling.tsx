'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { fill } from '#core/fill'
import styles from './statistics.module.css'

/** How far papers have been marked again; the page follows until it is done. */
export function Settling({ marked, total, text }: { marked: number; total: number; text: string }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh()
    }, 1500)
    return () => clearInterval(timer)
  }, [router])
  const said = fill(text, { marked: marked.toLocaleString('en-US'), total: total.toLocaleString('en-US') })
  return (
    <p role="status">
      {said}
      <progress className={styles.progress} value={marked} max={Math.max(1, total)} aria-label={said} />
    </p>
  )
}
