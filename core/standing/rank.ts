/** Who stands before whom. */

/** Asked in order among equal scores; after 'shared' nothing is asked any more. */
export type Tie = 'more-correct' | 'less-time' | 'earlier-finish' | 'fewer-attempts' | 'lot' | 'shared'

export interface Result {
  score: number
  correct: number
  durationMs: number
  finishedAt: number
  /** Finished attempts that make the result. */
  attempts: number
  /** Fixed for a person in a contest; the smaller one stands first. */
  lot: number
}

/** Positive when `b` stands before `a`. */
const differences: Record<Exclude<Tie, 'shared'>, (a: Result, b: Result) => number> = {
  'more-correct': (a, b) => b.correct - a.correct,
  'less-time': (a, b) => a.durationMs - b.durationMs,
  'earlier-finish': (a, b) => a.finishedAt - b.finishedAt,
  'fewer-attempts': (a, b) => a.attempts - b.attempts,
  lot: (a, b) => a.lot - b.lot,
}

/** Negative when `a` stands before `b`, 0 when they share a rank. */
export function compareResults(a: Result, b: Result, ties: readonly Tie[]): number {
  if (a.score !== b.score) return b.score - a.score
  for (const tie of ties) {
    if (tie === 'shared') return 0
    const difference = differences[tie](a, b)
    if (difference !== 0) return difference
  }
  return 0
}

/**
 * Gives rows in ranking order their ranks: equals share the better one, the next rank is skipped (1, 2, 2, 4).
 * @param before how many rows stand before these @param previous the row just before these, with its rank
 */
export function ranked<R extends Result>(
  rows: readonly R[],
  ties: readonly Tie[],
  before = 0,
  previous: (Result & { rank: number }) | null = null,
): (R & { rank: number })[] {
  let above = previous
  return rows.map((row, i) => {
    const rank = above && compareResults(above, row, ties) === 0 ? above.rank : before + i + 1
    above = { ...row, rank }
    return { ...row, rank }
  })
}
