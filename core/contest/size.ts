/** Figures that follow from the rules. */
import type { ContestRules } from './rules.ts'

type Paper = ContestRules['paper']

/** Marks of one right answer, where they are the same for every kind; null where they differ. */
export function equalPoints({ points }: Paper): number | null {
  const [first, ...others] = [points.single, points.multiple, points.truefalse, points.case]
  return others.every(one => one === first) ? first : null
}

/** The same marks for every kind. */
export const samePoints = (points: number): Paper['points'] => {
  return { single: points, multiple: points, truefalse: points, case: points }
}

/** Full marks. Kinds with marks of their own stand in the blueprint, or the rules are refused. */
export function fullMarks(paper: Paper): number {
  const { total, points, blueprint } = paper
  const equal = equalPoints(paper)
  if (equal !== null) return total * equal
  return blueprint.reduce((sum, { kind, count }) => sum + count * points[kind ?? 'single'], 0)
}

/** Longest time that one attempt can take, seconds; null: until the close. */
export function longestSeconds({ paper, clock }: Pick<ContestRules, 'paper' | 'clock'>): number | null {
  const questions = clock.questionSeconds === null ? null : clock.questionSeconds * paper.total
  if (clock.seconds === null || questions === null) return clock.seconds ?? questions
  return Math.min(clock.seconds, questions)
}

/** Places that awards by rank have. */
export const awardCount = ({ awards }: Pick<ContestRules, 'awards'>): number =>
  awards.tiers.reduce((sum, tier) => sum + tier.count, 0)
