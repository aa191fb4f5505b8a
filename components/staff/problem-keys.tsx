'use client'
import { useEffect, useRef } from 'react'
import { Button } from '#components/button'
import styles from './staff.module.css'

interface ProblemKeysProps {
  next: string
  previous: string
  hint: string
  /** The table of problems: what carries `data-problem` can be gone to. */
  children: React.ReactNode
}

/** Buttons that lead from problem to problem; J and K do the same while the focus is within. */
export function ProblemKeys({ next, previous, hint, children }: ProblemKeysProps) {
  const place = useRef<HTMLElement>(null)
  const last = useRef(-1)
  const go = (by: 1 | -1) => {
    const problems = [...(place.current?.querySelectorAll<HTMLElement>('[data-problem]') ?? [])]
    const at = problems.indexOf(document.activeElement as HTMLElement)
    last.current = Math.min(Math.max((at >= 0 ? at : last.current) + by, 0), problems.length - 1)
    problems[last.current]?.focus()
  }
  useEffect(() => {
    const section = place.current
    const press = (event: KeyboardEvent) => {
      const by = { j: 1, k: -1 }[event.key] as 1 | -1 | undefined
      if (!by || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      go(by)
    }
    section?.addEventListener('keydown', press)
    return () => section?.removeEventListener('keydown', press)
  })
  return (
    <section ref={place} className={styles.page}>
      <p className={`${styles.actions} ${styles.asLinks}`}>
        <Button kind="quiet" type="button" onClick={() => go(-1)}>
          {previous}
        </Button>
        <Button kind="quiet" type="button" onClick={() => go(1)}>
          {next}
        </Button>
        <span className={styles.hint}>{hint}</span>
      </p>
      {children}
    </section>
  )
}
