'use client'
import { useEffect, useRef, useState } from 'react'

interface Kept<T> {
  at: number
  value: T
}

/**
 * What is typed is kept in this browser until it is saved, whatever becomes of the session.
 * @param key one for each thing that is edited
 * @param isChanged whether there is anything to keep
 */
export function useKept<T>(key: string, value: T, isChanged: boolean) {
  const [found, setFound] = useState<Kept<T> | null>(null)
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setFound(read<T>(key)), [key])
  useEffect(() => {
    if (!isChanged) return
    pending.current = setTimeout(() => write(key, { at: Date.now(), value }), 500)
    return () => clearTimeout(pending.current)
  }, [key, value, isChanged])
  return {
    found,
    forget() {
      // Whoever saves right after typing would find it kept again.
      clearTimeout(pending.current)
      setFound(null)
      try {
        localStorage.removeItem(key)
      } catch {
        // A browser that keeps nothing has nothing to forget.
      }
    },
    /** What was found is being edited again. */
    taken: () => setFound(null),
  }
}

function read<T>(key: string): Kept<T> | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept<T> | null
  } catch {
    return null
  }
}

function write(key: string, kept: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // Full or forbidden: then a lost session loses what was typed, as in any other form.
  }
}
