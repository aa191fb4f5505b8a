/** How far papers lie apart: in expected score and expected time, in per cent of what a paper comes to. */
import type { PaperPlan } from './plan.ts'

export interface Spread {
  papers: number
  /** Per cent: of any two of these papers, the farthest apart. */
  score: number
  time: number
}

/** What a paper comes to beside what its plan aims at: 0.01 is one per cent more. */
export interface Deviation {
  score: number
  time: number
}

/** @param questions places in the plan's pool */
export function deviationOf({ gains, seconds, aim }: PaperPlan, questions: readonly number[]): Deviation {
  const relative = (values: Float64Array, mean: number) =>
    mean === 0 ? 0 : questions.reduce((sum, i) => sum + (values[i] as number), 0) / mean - 1
  return { score: relative(gains, aim.score), time: relative(seconds, aim.time) }
}

export function spreadOf(deviations: readonly Deviation[]): Spread {
  const apart = (what: keyof Deviation) => {
    const [least, most] = deviations.reduce(
      ([least, most], one) => [Math.min(least, one[what]), Math.max(most, one[what])] as const,
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as const,
    )
    return deviations.length === 0 ? 0 : (most - least) * 100
  }
  return { papers: deviations.length, score: apart('score'), time: apart('time') }
}
