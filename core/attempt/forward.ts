/** Papers that go one way only: each question once, in order, and where the rules say so, each within its own time. */
import type { ContestRules } from '../contest/rules.ts'

/** Whether there is no way back on this contest's papers: a question's own time, or being out, needs that. */
export const goesForward = ({ clock, paper }: Pick<ContestRules, 'clock' | 'paper'>): boolean =>
  clock.questionSeconds !== null || paper.outAfter !== null

export interface Place {
  /** From 1. */
  position: number
  opensAt: number
  /** Shown. Null: the paper's own deadline only. */
  closesAt: number | null
}

interface Given {
  position: number
  savedAt: number
}

/**
 * Where an attempt is at an instant. The next question's time begins with the answer to the one before it, or when
 * that one's time is over; nobody waits.
 * @param answers what is stored, in any order; an answer without a choice passes a question
 * @returns null behind the last question
 */
export function placeAt(
  attempt: { startedAt: number; total: number },
  questionSeconds: number | null,
  answers: readonly Given[],
  now: number,
): Place | null {
  const savedAt = new Map(answers.map(answer => [answer.position, answer.savedAt]))
  let opensAt = attempt.startedAt
  for (let position = 1; position <= attempt.total; position++) {
    const closesAt = questionSeconds === null ? null : opensAt + questionSeconds * 1000
    const saved = savedAt.get(position)
    const isOver = closesAt !== null && now > closesAt
    if (saved === undefined && !isOver) return { position, opensAt, closesAt }
    // An answer taken in the grace seconds takes nothing from the next question.
    opensAt = Math.min(saved ?? Number.POSITIVE_INFINITY, closesAt ?? Number.POSITIVE_INFINITY)
  }
  return null
}

/**
 * Whether an answer may be taken: it is for the question that is open, or for one whose time ended within the grace
 * and that has no answer yet.
 */
export function takes(
  attempt: { startedAt: number; total: number },
  clock: ContestRules['clock'],
  answers: readonly Given[],
  position: number,
  now: number,
): 'yes' | 'late' | 'over' | 'not-yet' {
  if (placeAt(attempt, clock.questionSeconds, answers, now)?.position === position) return 'yes'
  const before = placeAt(attempt, clock.questionSeconds, answers, now - clock.graceSeconds * 1000)
  const answered = answers.some(answer => answer.position === position)
  if (!answered && before?.position === position) return 'late'
  const here = placeAt(attempt, clock.questionSeconds, answers, now)
  return here !== null && position > here.position ? 'not-yet' : 'over'
}
