import { useEffect, useState } from 'react'

/** @param seconds to count from @returns seconds left, and a way to begin again */
export function useCountdown(seconds: number): [number, () => void] {
  const [until, setUntil] = useState(() => performance.now() + seconds * 1000)
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [until])
  return [left, () => setUntil(performance.now() + seconds * 1000)]
}
