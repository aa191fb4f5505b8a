'use client'
/** Leaving the page is counted, told to the server and shown to the person: a sign for people, never a reason. */
import { useEffect, useState } from 'react'
import type { Ask } from './api.ts'

/** A glance at a message that slides in hides no page; a screen that dims for a moment does. Milliseconds. */
const noticed = 2000

/** @returns how often the page was left since it was opened */
export function useLeaves(attempt: string, open: boolean, ask: Ask): number {
  const [leaves, setLeaves] = useState(0)
  useEffect(() => {
    if (!open) return
    let hiddenAt: number | null = null
    const turn = () => {
      if (document.visibilityState === 'hidden') {
        hiddenAt = performance.now()
        return
      }
      const away = hiddenAt === null ? 0 : performance.now() - hiddenAt
      hiddenAt = null
      if (away < noticed) return
      setLeaves(known => known + 1)
      void ask('POST', `/attempts/${attempt}/leaves`)
    }
    document.addEventListener('visibilitychange', turn)
    return () => document.removeEventListener('visibilitychange', turn)
  }, [attempt, open, ask])
  return leaves
}
