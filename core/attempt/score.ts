/** Scoring: the points of each answer, and what a paper comes to. */
import type { ContestRules } from '../contest/rules.ts'
import { type QuestionKind, severalAllowed } from '../question/question.ts'

type Paper = Pick<ContestRules['paper'], 'points' | 'partial' | 'wrongCosts' | 'outAfter'>

/** A question as the marker sees it. `right`: bit set of the right options. */
export interface Keyed {
  kind: QuestionKind
  right: number
}

export interface Marked {
  /** Answers that were fully right. */
  correct: number
  /** Whole points, never below zero. */
  score: number
  maximum: number
  /** Position, from 0, of the answer with which the paper was over; null when it was not. */
  outAt: number | null
}

/**
 * Marks in the paper's order: after the last error that the rules allow, nothing counts any more.
 * @param choices chosen options by position from 0, as bit sets; missing or 0 means unanswered
 */
export function mark(paper: Paper, questions: readonly Keyed[], choices: ReadonlyMap<number, number>): Marked {
  const marked: Marked = { correct: 0, score: 0, maximum: 0, outAt: null }
  let errors = 0
  for (const [position, question] of questions.entries()) {
    marked.maximum += paper.points[question.kind]
    if (marked.outAt !== null) continue
    const choice = choices.get(position) ?? 0
    if (isRight(question.right, choice)) marked.correct++
    marked.score += pointsOf(paper, question, choice)
    if (isWrong(paper, question, choice)) errors++
    if (errors === paper.outAfter) marked.outAt = position
  }
  marked.score = Math.max(0, marked.score)
  return marked
}

export const isRight = (right: number, choice: number): boolean => choice !== 0 && choice === right

/** Points of one answer: full, a part of them rounded down, none, or what a wrong one costs. */
export function pointsOf(paper: Paper, question: Keyed, choice: number): number {
  const full = paper.points[question.kind]
  if (isRight(question.right, choice)) return full
  if (choice === 0) return 0
  if (isWrong(paper, question, choice)) return 0 - paper.wrongCosts
  const { partial } = paper
  if (partial.by === 'fixed') return partial.points
  return Math.floor((full * bitsIn(choice)) / bitsIn(question.right))
}

/** An answer that is neither right nor, where parts count, a part of what is right. */
export const isWrong = (paper: Paper, { kind, right }: Keyed, choice: number): boolean =>
  choice !== 0 && choice !== right && (paper.partial.by === 'none' || !severalAllowed(kind) || (choice & ~right) !== 0)

function bitsIn(set: number): number {
  let bits = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) bits++
  return bits
}
