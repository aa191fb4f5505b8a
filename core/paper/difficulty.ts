/**
 * What is expected of a question before it is on a paper: the share of people who get it right, and how long it takes.
 * It starts from the author's estimate and moves with the answers that come in.
 */
import type { QuestionKind } from '../question/question.ts'

/** The author's estimate. */
export interface Estimate {
  kind: QuestionKind
  options: number
  /** 1 (everybody knows) to 5 (few do). */
  level: number
  seconds: number
}

/** What answers say of a revision over all contests. */
export interface Observed {
  shown: number
  /** Sum over those shown of the share of the points that each got: `shown` when everybody was right. */
  gained: number
  timed: number
  /** Sum of the times of the timed ones, milliseconds. */
  timeMs: number
}

export interface Expected {
  level: number
  /** Share of people who get it right, in thousandths. */
  facility: number
  /** Whole seconds. */
  seconds: number
}

/** The author's estimate weighs as much as so many answers: with ten answers it still rules, with 400 it hardly matters. */
const priorAnswers = 40

/** Share of people who know the answer, by level. A guess of ours, in even steps; answers correct it. */
const knownAtLevel = [0.88, 0.76, 0.64, 0.52, 0.4] as const

/** Share of right answers that an author's estimate stands for: those who know it, and those who guess it. */
export function priorFacility({ kind, options, level }: Omit<Estimate, 'seconds'>): number {
  const known = knownAtLevel[Math.min(5, Math.max(1, level)) - 1] as number
  // Several right options, all or nothing: hardly anybody guesses all of them.
  const guessed = kind === 'multiple' ? 0 : 1 / options
  return known + (1 - known) * guessed
}

/** Rounded to whole per cent and seconds, so that a few more answers do not make a new pool. */
export function expectedOf(estimate: Estimate, seen: Observed | null): Expected {
  const { shown, gained, timed, timeMs } = seen ?? { shown: 0, gained: 0, timed: 0, timeMs: 0 }
  const facility = (priorFacility(estimate) * priorAnswers + gained) / (priorAnswers + shown)
  const seconds = (estimate.seconds * priorAnswers + timeMs / 1000) / (priorAnswers + timed)
  return {
    level: levelOf(estimate, facility),
    facility: Math.round(facility * 100) * 10,
    seconds: Math.max(1, Math.round(seconds)),
  }
}

/** The level whose share of right answers lies nearest. */
function levelOf(estimate: Estimate, facility: number): number {
  const distance = (level: number) => Math.abs(priorFacility({ ...estimate, level }) - facility)
  return [2, 3, 4, 5].reduce((nearest, level) => (distance(level) < distance(nearest) ? level : nearest), 1)
}
