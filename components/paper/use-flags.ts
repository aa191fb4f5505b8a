'use client'
/** Flags are the person's own pencil marks: they stay on this device. */
import { useState } from 'react'
import { storeOf } from './store.ts'

export function useFlags(attempt: string): { flagged: ReadonlySet<number>; turn(position: number): void } {
  const [store] = useState(() => storeOf(attempt, 'flags'))
  const [flagged, setFlagged] = useState<ReadonlySet<number>>(() => new Set(numbersIn(store.read())))
  return {
    flagged,
    turn(position) {
      const next = new Set(flagged)
      if (!next.delete(position)) next.add(position)
      setFlagged(next)
      store.write([...next].join(' '))
    },
  }
}

const numbersIn = (stored: string | null): number[] => (stored?.match(/\d+/g) ?? []).map(Number)
