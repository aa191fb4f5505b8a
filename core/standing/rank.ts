/** Who stands before whom. */
import type { ContestRules } from '../contest/rules.ts'

export interface Result {
  score: number
  durationMs: number
  finishedAt: number
}

/** Where the rules ask for more than time. */
type Asked = Result & { correct?: number | null; attempts?: number; lot?: number }

type Ties = ContestRules['ties']

/** Negative when `a` stands before `b`, 0 when they share a rank. */
export function compareResults(a: Asked, b: Asked, ties: Ties): number {
  if (a.score !== b.score) return b.score - a.score
  for (const tie of ties) {
    if (tie === 'shared') return 0
    const difference = differenceBy[tie]?.(a, b) ?? 0
    if (difference !== 0) return difference
  }
  return 0
}

const differenceBy: Partial<Record<Ties[number], (a: Asked, b: Asked) => number>> = {
  'less-time': (a, b) => a.durationMs - b.durationMs,
  'earlier-finish': (a, b) => a.finishedAt - b.finishedAt,
  'more-correct': (a, b) => (b.correct ?? 0) - (a.correct ?? 0),
  'fewer-attempts': (a, b) => (a.attempts ?? 0) - (b.attempts ?? 0),
  lot: (a, b) => (a.lot ?? 0) - (b.lot ?? 0),
}

/**
 * Gives rows in ranking order their ranks: equals share the better one, the next rank is skipped (1, 2, 2, 4).
 * @param before how many rows stand before these @param previous the row just before these, with its rank
 */
export function ranked<R extends Result>(
  rows: readonly R[],
  ties: Ties,
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

/** Whether a new finished attempt takes the place of the one that counts. */
export function replaces(counts: ContestRules['counts'], now: Result, held: Result | null, ties: Ties): boolean {
  if (!held) return true
  if (counts.by === 'first') return false
  return counts.by === 'last' || compareResults(now, held, ties) < 0
}
