/** A key found wrong after the fact: what is decided about one question, and what papers come to under it. */
import { type QuestionKind, severalAllowed } from '../question/question.ts'
import { isRight, isWrong, type Keyed, type Marked, pointsOf } from './score.ts'

/**
 * give-all: everybody who had the question gets its points, answered or not. accept: each of these choices (bit sets over
 * the face's options) is right too. void: it counts for nobody, and the rest of the paper counts for the full marks, so
 * that papers with and without it stay comparable.
 */
export type Decision = { kind: 'give-all' } | { kind: 'accept'; choices: number[] } | { kind: 'void' }

/** Several decisions about one question: the widest one holds, and what is accepted adds up. */
export function combined(decisions: readonly Decision[]): Decision | null {
  const widest = decisions.find(({ kind }) => kind === 'void') ?? decisions.find(({ kind }) => kind === 'give-all')
  if (widest) return widest
  const choices = decisions.flatMap(decision => (decision.kind === 'accept' ? decision.choices : []))
  return choices.length > 0 ? { kind: 'accept', choices: [...new Set(choices)].sort((a, b) => a - b) } : null
}

/** A question with its key and what was decided about it. */
export interface Graded extends Keyed {
  decision: Decision | null
}

type Paper = Parameters<typeof pointsOf>[0]

/**
 * Marks a paper by its keys and the decisions in force. Without decisions it is the same as `mark` of score.ts.
 * @param choices chosen options by position from 0, as bit sets; missing or 0 means unanswered
 */
export function markGraded(paper: Paper, questions: readonly Graded[], choices: ReadonlyMap<number, number>): Marked {
  const marked: Marked = { correct: 0, score: 0, maximum: 0, outAt: null }
  let [errors, voided] = [0, 0]
  for (const [position, question] of questions.entries()) {
    const full = paper.points[question.kind]
    marked.maximum += full
    if (question.decision?.kind === 'void') voided += full
    if (marked.outAt !== null || question.decision?.kind === 'void') continue
    const { points, right, wrong } = answerWorth(paper, question, choices.get(position) ?? 0)
    marked.score += points
    if (right) marked.correct++
    if (wrong) errors++
    if (errors === paper.outAfter) marked.outAt = position
  }
  marked.score = scaled(Math.max(0, marked.score), marked.maximum, voided)
  return marked
}

/** The rest of the paper stands for the whole, rounded down: whoever had more still has more. */
function scaled(score: number, maximum: number, voided: number): number {
  if (voided === 0) return score
  return voided === maximum ? maximum : Math.floor((score * maximum) / (maximum - voided))
}

/** What one answer brings: by its key, by whatever else is accepted if that is better, or without looking. */
export function answerWorth(
  paper: Paper,
  { kind, right, decision }: Graded,
  choice: number,
): { points: number; right: boolean; wrong: boolean } {
  if (decision?.kind === 'give-all') return { points: paper.points[kind], right: true, wrong: false }
  const keys = [right, ...(decision?.kind === 'accept' ? decision.choices : [])].map(right => ({ kind, right }))
  return {
    points: Math.max(...keys.map(key => pointsOf(paper, key, choice))),
    right: keys.some(key => isRight(key.right, choice)),
    wrong: keys.every(key => isWrong(paper, key, choice)),
  }
}

/** Whether an answer counts as right now that this was decided. */
export const isRightUnder = (decision: Decision | null, right: number, choice: number): boolean =>
  decision?.kind === 'give-all' ||
  isRight(right, choice) ||
  (decision?.kind === 'accept' && decision.choices.some(other => isRight(other, choice)))

/** What is wrong with a decision about this question, or null. */
export type DecisionProblem = 'nothing-accepted' | 'unknown-option' | 'one-option-only' | 'is-the-key'

export function decisionProblem(
  decision: Decision,
  question: { kind: QuestionKind; options: number; right: number },
): DecisionProblem | null {
  if (decision.kind !== 'accept') return null
  const { choices } = decision
  if (choices.length === 0) return 'nothing-accepted'
  if (choices.some(choice => choice < 1 || choice >= 1 << question.options)) return 'unknown-option'
  if (!severalAllowed(question.kind) && choices.some(choice => (choice & (choice - 1)) !== 0)) return 'one-option-only'
  return choices.includes(question.right) ? 'is-the-key' : null
}

/** Whether two decisions are the same, in whatever order choices stand. */
export function sameDecision(a: Decision, b: Decision): boolean {
  if (a.kind !== 'accept' || b.kind !== 'accept') return a.kind === b.kind
  return JSON.stringify(combined([a])) === JSON.stringify(combined([b]))
}
