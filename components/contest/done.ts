/** What a person has done in a contest, as the start button needs it. */
import type { Hindrance } from '#core/contest/allowed'
import type { WireMine } from '#core/wire'

export interface Done {
  /** The attempt that is still open. */
  open: string | null
  /** The best finished attempt; its score is null as long as the rules hide it. */
  result: { id: string; score: number | null; maximum: number } | null
  /** Why none may be started now, and from when on one may: null, never again. Null: now. */
  next: { why: Hindrance; at: number | null } | null
}

export const strangerDone: Done = { open: null, result: null, next: null }

export function doneFrom(mine: WireMine): Done {
  const finished = mine.attempts.filter(attempt => attempt.finishedAt !== null)
  const best = finished.sort((a, b) => (b.score ?? 0) - (a.score ?? 0))[0]
  return {
    open: mine.attempts.find(attempt => attempt.finishedAt === null)?.id ?? null,
    result: best ? { id: best.id, score: best.score, maximum: best.maximum } : null,
    next: mine.next,
  }
}
