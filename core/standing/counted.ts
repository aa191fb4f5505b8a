/** What counts for a person, of all that they have handed in. */
import type { ContestRules } from '../contest/rules.ts'
import { dayIn, finalStage, isWarmUp, isWithin } from '../contest/stage.ts'

/** A finished attempt that was not struck out. */
export interface Counting {
  startedAt: number
  finishedAt: number
  score: number
  maximum: number
  correct: number
  durationMs: number
}

/** One result of a person: `score` in the rules' measure (points, papers or days), whole numbers. */
export interface Counted {
  score: number
  correct: number
  durationMs: number
  /** When the result was reached. */
  finishedAt: number
  /** All finished attempts in the scope, also those that did not make it into the result. */
  attempts: number
}

type Rules = Pick<ContestRules, 'counts' | 'ties' | 'calendar' | 'final' | 'paper'>

/**
 * @param attempts of one person in one scope (the whole contest, a stage, a day), in any order
 * @returns null when nothing of it counts. Right answers and time are those of the attempts that make the result;
 *   where none has brought anything, those of the first.
 */
export function countedResult(rules: Rules, attempts: readonly Counting[]): Counted | null {
  const counting = inRound(rules, attempts)
  const [first] = counting
  if (!first) return null
  const { score, made } = resultBy(rules, counting)
  const making = made.length > 0 ? made : [first]
  return {
    score,
    correct: sumOf(making, 'correct'),
    durationMs: sumOf(making, 'durationMs'),
    finishedAt: Math.max(...making.map(attempt => attempt.finishedAt)),
    attempts: counting.length,
  }
}

/**
 * The attempts that conditions (a perfect paper, a pass) may look at: where the rules name one, that one alone.
 * @param attempts as for `countedResult`
 */
export function countable(rules: Rules, attempts: readonly Counting[]): Counting[] {
  const counting = inRound(rules, attempts)
  if (rules.counts.by === 'first') return counting.slice(0, 1)
  return rules.counts.by === 'last' ? counting.slice(-1) : counting
}

/**
 * By finish, without the warm-up. A final that is a stage stands for itself: in the whole contest only what came before it counts. Nobody is in the
 * final alone, so attempts of the final only are those of its own scope.
 */
function inRound(rules: Rules, attempts: readonly Counting[]): Counting[] {
  const stage = finalStage(rules)
  const counting = attempts.filter(attempt => !isWarmUp(rules, attempt.startedAt)).sort(byFinish)
  const before = stage ? counting.filter(attempt => !isWithin(stage, attempt.startedAt)) : []
  return before.length > 0 ? before : counting
}

/** The earlier one first; of two in the same millisecond the one started first, then the better one. */
const byFinish = (a: Counting, b: Counting): number =>
  a.finishedAt - b.finishedAt || a.startedAt - b.startedAt || b.score - a.score || b.correct - a.correct

const sumOf = (attempts: readonly Counting[], what: 'score' | 'correct' | 'durationMs'): number =>
  attempts.reduce((sum, attempt) => sum + attempt[what], 0)

/** @param attempts at least one, by finish @returns the score, and the attempts that make it */
function resultBy({ counts, ties, calendar, paper }: Rules, attempts: Counting[]): { score: number; made: Counting[] } {
  switch (counts.by) {
    case 'first':
      return summed(attempts.slice(0, 1))
    case 'last':
      return summed(attempts.slice(-1))
    case 'best':
      return summed(best(attempts, ties).slice(0, 1))
    case 'mean-of-best':
      return summed(best(attempts, ties).slice(0, counts.k))
    case 'daily-sum':
      return summedByDay(attempts, calendar, counts.cap ?? Number.POSITIVE_INFINITY)
    case 'passed-papers': {
      const made = attempts.filter(attempt => paper.passMark !== null && attempt.score >= paper.passMark)
      return { score: made.length, made }
    }
    case 'perfect-papers': {
      const made = attempts.filter(isPerfect)
      return { score: made.length, made }
    }
    case 'perfect-days': {
      const made = firstOfEachDay(attempts.filter(isPerfect), calendar)
      return { score: made.length, made }
    }
    default:
      return counts satisfies never
  }
}

const summed = (made: Counting[]) => ({ score: sumOf(made, 'score'), made })

export const isPerfect = (attempt: { score: number; maximum: number }): boolean => attempt.score === attempt.maximum

/** Better first: by score, then as the ties say about one attempt; of equals the earlier one. */
function best(attempts: readonly Counting[], ties: Rules['ties']): Counting[] {
  const until = ties.indexOf('shared')
  const asked = until < 0 ? ties : ties.slice(0, until)
  return [...attempts].sort((a, b) => {
    if (a.score !== b.score) return b.score - a.score
    for (const tie of asked) {
      const difference = differenceBy(tie, a, b)
      if (difference !== 0) return difference
    }
    return byFinish(a, b)
  })
}

function differenceBy(tie: Rules['ties'][number], a: Counting, b: Counting): number {
  if (tie === 'more-correct') return b.correct - a.correct
  if (tie === 'less-time') return a.durationMs - b.durationMs
  return tie === 'earlier-finish' ? a.finishedAt - b.finishedAt : 0
}

/** Adds up in the order of finishing; what comes in after a day's cap is reached brings nothing. */
function summedByDay(attempts: Counting[], calendar: Rules['calendar'], cap: number) {
  const reached = new Map<string, number>()
  const made = attempts.filter(attempt => {
    const day = dayIn({ calendar }, attempt.startedAt)
    const before = reached.get(day) ?? 0
    reached.set(day, Math.min(cap, before + attempt.score))
    return (reached.get(day) as number) > before
  })
  return { score: [...reached.values()].reduce((sum, points) => sum + points, 0), made }
}

/** Days are those on which papers were started. */
const firstOfEachDay = (attempts: readonly Counting[], calendar: Rules['calendar']): Counting[] =>
  [...Map.groupBy(attempts, attempt => dayIn({ calendar }, attempt.startedAt)).values()].map(day => day[0] as Counting)
