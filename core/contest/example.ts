/** One result held against its neighbours by the engine: shows how a contest's rules rank. */
import { compareResults, type Result } from '../standing/rank.ts'
import type { ContestRules } from './rules.ts'
import { equalPoints, fullMarks } from './size.ts'

type Tie = ContestRules['ties'][number]

export interface Example {
  result: Result
  /** The next better score: it stands before, however long it took. */
  higher: number
  /** Equal in all that is asked before this; by it alone the neighbour stands behind. */
  behind: { tie: Exclude<Tie, 'shared' | 'lot'>; other: Result }[]
  /** Where nothing else decides. */
  end: 'shared' | 'lot'
}

/** 3 minutes and 34 seconds: long enough for a paper, short enough to be beaten. */
const seconds = 214

/** @param window the contest's @throws when the engine does not rank as the example says: it shows what is, or nothing */
export function exampleOf(rules: ContestRules, window: { opensAt: number; closesAt: number }): Example {
  const { score, step } = typicalScore(rules)
  const result: Result = {
    score,
    correct: Math.max(1, Math.round(rules.paper.total * 0.85)),
    durationMs: seconds * 1000,
    finishedAt: Math.floor((window.opensAt + window.closesAt) / 2),
    attempts: 1,
    lot: 1,
  }
  const better = { ...result, score: score + step, durationMs: result.durationMs * 2, finishedAt: window.closesAt }
  if (compareResults(result, better, rules.ties) <= 0) throw new Error('A better score does not stand before')
  const behind = rules.ties.flatMap(tie => {
    if (tie === 'shared' || tie === 'lot') return []
    const other = worseBy(tie, result)
    if (compareResults(result, other, rules.ties) >= 0) throw new Error(`${tie} does not decide`)
    return [{ tie, other }]
  })
  return { result, higher: better.score, behind, end: rules.ties.includes('lot') ? 'lot' : 'shared' }
}

/** A good score, but not a perfect one, that a paper or a history can come to; and the step to the next. */
function typicalScore({ counts, paper }: ContestRules): { score: number; step: number } {
  const step = equalPoints(paper) ?? 1
  const good = Math.max(step, Math.floor((fullMarks(paper) * 0.87) / step) * step)
  switch (counts.by) {
    case 'first':
    case 'last':
    case 'best':
      return { score: good === fullMarks(paper) ? good - step : good, step }
    case 'mean-of-best':
      return { score: good * counts.k, step }
    case 'daily-sum':
      return { score: good * 5, step }
    case 'perfect-papers':
    case 'passed-papers':
    case 'perfect-days':
      return { score: 5, step: 1 }
    default:
      return counts satisfies never
  }
}

function worseBy(tie: Exclude<Tie, 'shared' | 'lot'>, result: Result): Result {
  switch (tie) {
    case 'more-correct':
      return { ...result, correct: result.correct - 1 }
    case 'less-time':
      return { ...result, durationMs: result.durationMs + 16_000 }
    case 'earlier-finish':
      return { ...result, finishedAt: result.finishedAt + 1000 }
    case 'fewer-attempts':
      return { ...result, attempts: result.attempts + 1 }
    default:
      return tie satisfies never
  }
}
