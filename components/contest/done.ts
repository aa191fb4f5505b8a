/** What a person has done in a contest, as the start button needs it. */
import type { WireMine } from '#core/wire'

export interface Done {
  /** The attempt that is still open. */
  open: string | null
  /** The best finished attempt. */
  result: { id: string; score: number; maximum: number } | null
  /** Attempts one may still make; null when nobody is known or there is no limit. */
  left: number | null
}

export const strangerDone: Done = { open: null, result: null, left: null }

export function doneFrom(mine: WireMine): Done {
  const finished = mine.attempts.flatMap(({ id, score, maximum }) => (score === null ? [] : [{ id, score, maximum }]))
  return {
    open: mine.attempts.find(attempt => attempt.finishedAt === null)?.id ?? null,
    result: finished.sort((a, b) => b.score - a.score)[0] ?? null,
    left: mine.allowed === null ? null : Math.max(0, mine.allowed - mine.attempts.length),
  }
}
