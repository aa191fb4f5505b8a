/** This device's memory of one attempt. Browsers may refuse it (private windows): then the page remembers alone. */
import type { LineStore } from './line.ts'

type Part = 'queue' | 'flags' | 'at'
const parts: readonly Part[] = ['queue', 'flags', 'at']
const keyOf = (attempt: string, part: Part): string => `paper:${attempt}:${part}`

export function storeOf(attempt: string, part: Part): LineStore {
  const key = keyOf(attempt, part)
  let kept: string | null = null
  return {
    read() {
      try {
        return localStorage.getItem(key) ?? kept
      } catch {
        return kept
      }
    },
    write(text) {
      kept = text
      try {
        localStorage.setItem(key, text)
      } catch {
        // The page's own copy serves until it is closed.
      }
    },
  }
}

/** After the finish nothing of it is needed here. */
export function forget(attempt: string): void {
  try {
    for (const part of parts) localStorage.removeItem(keyOf(attempt, part))
  } catch {
    // Nothing was kept.
  }
}

/** Settings of this device for every paper. */
export function settingOf(name: 'keys' | 'clock'): { isOn(): boolean; set(on: boolean): void } {
  const key = `paper:${name}`
  return {
    isOn() {
      try {
        return localStorage.getItem(key) !== 'off'
      } catch {
        return true
      }
    },
    set(on) {
      try {
        localStorage.setItem(key, on ? 'on' : 'off')
      } catch {
        // It holds for this page.
      }
    },
  }
}
