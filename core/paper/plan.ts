/** A pool made ready for many draws: which questions may fill which cell, and what every paper should come to. */

import type { QuestionKind } from '../question/question.ts'
import { type Cell, fillable, fits, usualBlueprint } from './blueprint.ts'
import type { Pooled } from './paper.ts'

/** What of a contest's rules shapes a paper. */
export interface PaperRules {
  total: number
  points: Record<QuestionKind, number>
  blueprint: readonly Cell[]
  /** How far two people's papers may lie apart, in per cent of expected score and of expected time. */
  tolerance: { score: number; time: number }
  wrongCosts: number
}

/** One cell with the questions that may fill it, neighbours alike in chapter and level. */
export interface Line {
  count: number
  candidates: Int32Array
}

export interface PaperPlan {
  pool: readonly Pooled[]
  total: number
  lines: Line[]
  /** Expected points and seconds of each question of the pool. */
  gains: Float64Array
  seconds: Float64Array
  /** What a paper comes to on average, and how near to it each one has to be. */
  aim: { score: number; time: number }
  within: { score: number; time: number }
}

/** Papers come within a twelfth of what chance alone would scatter them, or nearer where the rules promise more. */
const partOfChance = 1 / 12

/** @returns null when the pool is smaller than the paper */
export function planOf(pool: readonly Pooled[], rules: PaperRules): PaperPlan | null {
  const { total, points, wrongCosts } = rules
  if (pool.length < total) return null
  const wanted = rules.blueprint.length > 0 ? rules.blueprint : usualBlueprint(pool, total)
  const lines = fillable(pool, wanted).map(cell => ({ count: cell.count, candidates: candidatesOf(pool, cell) }))
  const gains = Float64Array.from(pool, ({ kind, facility }) => {
    const share = facility / 1000
    return points[kind] * share - wrongCosts * (1 - share)
  })
  const seconds = Float64Array.from(pool, question => question.seconds)
  const aim = { score: aimOf(lines, gains), time: aimOf(lines, seconds) }
  const near = (values: Float64Array, mean: number, tolerance: number) =>
    Math.min(partOfChance * Math.sqrt(total) * deviation(values), (tolerance / 200) * Math.abs(mean))
  return {
    pool,
    total,
    lines,
    gains,
    seconds,
    aim,
    within: {
      score: near(gains, aim.score, rules.tolerance.score),
      time: near(seconds, aim.time, rules.tolerance.time),
    },
  }
}

function candidatesOf(pool: readonly Pooled[], cell: Cell): Int32Array {
  const able = pool.flatMap((question, i) => (fits(cell, question) ? [i] : []))
  const key = (i: number) => {
    const { chapter, level } = pool[i] as Pooled
    return (chapter ?? 0) * 10 + level
  }
  return Int32Array.from(able.sort((a, b) => key(a) - key(b) || a - b))
}

const aimOf = (lines: readonly Line[], values: Float64Array): number =>
  lines.reduce((sum, { count, candidates }) => {
    let all = 0
    for (const i of candidates) all += values[i] as number
    return sum + (count * all) / candidates.length
  }, 0)

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}
