/** Requests that failed by our own fault: counted for those who watch a contest. What failed stands in the log. */
import type { Runtime } from './runtime.ts'

const name = 'troubles'
/** Older ones are counted and forgotten. Milliseconds. */
const recentMs = 15 * 60_000

interface Troubles {
  all: number
  /** Instants of the recent ones. */
  recent: number[]
}

export function noteTrouble(rt: Runtime, now: number): void {
  const held = troubles(rt)
  held.all++
  held.recent = [...held.recent.filter(at => now - at < recentMs), now].slice(-1000)
}

export function troublesOf(rt: Runtime, now: number): { all: number; recent: number } {
  const { all, recent } = troubles(rt)
  return { all, recent: recent.filter(at => now - at < recentMs).length }
}

function troubles(rt: Runtime): Troubles {
  const found = rt.memory.get(name) as Troubles | undefined
  if (found) return found
  const made: Troubles = { all: 0, recent: [] }
  rt.memory.set(name, made)
  return made
}
