'use client'
/** The countdown: one look a second, at the second's turn. */
import { useEffect, useEffectEvent, useState } from 'react'
import { passed, remaining, type Sync } from '#core/attempt/countdown'

export interface ClockEars {
  /** One of the spoken marks was passed. @param seconds left */
  spoken(seconds: number): void
  over(): void
}

/** @param sync is asked at each look, so that every answer of the server corrects the next one @returns ms left */
export function useClock(deadlineAt: number, sync: () => Sync, ears: ClockEars): number {
  const [left, setLeft] = useState(() => remaining(deadlineAt, sync(), performance.now()))

  const look = useEffectEvent((before: number): number => {
    const now = remaining(deadlineAt, sync(), performance.now())
    const mark = passed(before, now)
    if (mark) ears.spoken(mark)
    if (now === 0) ears.over()
    setLeft(now)
    return now
  })

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    // The first look speaks no mark: nothing was passed yet.
    let before = 0
    // Also when a page comes back from the background, where timers sleep.
    const tick = () => {
      clearTimeout(timer)
      before = look(before)
      if (before > 0) timer = setTimeout(tick, before % 1000 || 1000)
    }
    tick()
    addEventListener('pageshow', tick)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearTimeout(timer)
      removeEventListener('pageshow', tick)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])

  return left
}
