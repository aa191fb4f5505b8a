/** A paper: which questions one person got, in which order, with options in which order. */
import type { QuestionKind } from '../question/question.ts'

/** One place on a paper. `order[i]` is the option of the face shown at place i. */
export interface Slot {
  revision: number
  kind: QuestionKind
  order: number[]
}

/** What a draw needs to know of a question that may be drawn. */
export interface Candidate {
  revision: number
  kind: QuestionKind
  chapter: number | null
  options: number
}

/** A candidate with what is expected of it, as a pool keeps it. */
export interface Pooled extends Candidate {
  question: number
  /** 1 to 3, as the author judged or as answers have shown. */
  level: number
  /** Share of people who get it right, in thousandths. */
  facility: number
  /** How long it takes to answer. */
  seconds: number
}

/** Uniform in [0, 1). */
export type Random = () => number

/** The order in which a question's options are shown; true or false keeps its own. */
export function orderOf(question: Pick<Candidate, 'kind' | 'options'>, random: Random): number[] {
  const natural = Array.from({ length: question.options }, (_, i) => i)
  return question.kind === 'truefalse' ? natural : shuffled(natural, random)
}

/** Fisher–Yates on a copy. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const copy = [...items]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = copy[i] as T
    copy[i] = copy[j] as T
    copy[j] = kept
  }
  return copy
}
