'use client'
import { useEffect, useState } from 'react'

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
  useEffect(() => setFound(read<T>(key)), [key])
  useEffect(() => {
    if (!isChanged) return
    const later = setTimeout(() => write(key, { at: Date.now(), value }), 500)
    return () => clearTimeout(later)
  }, [key, value, isChanged])
  return {
    found,
    forget() {
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
