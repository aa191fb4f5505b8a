'use client'
/** Who reads without answering hears of a pause or an extension too: the page asks now and then. */
import { useEffect, useEffectEvent } from 'react'

/** Looks while the page is seen, and at once when it is seen again. @param every ms at least, half as much again at most, since a city asks; null: never */
export function useLook(every: number | null, look: () => Promise<void>): void {
  const looked = useEffectEvent(look)
  useEffect(() => {
    if (every === null) return
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(now, every * (1 + Math.random() / 2))
    }
    const now = () => {
      wait()
      if (document.visibilityState === 'visible') void looked()
    }
    wait()
    document.addEventListener('visibilitychange', now)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', now)
    }
  }, [every])
}
