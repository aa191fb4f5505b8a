/** The clock of one attempt, fixed at its start by the server. */
import type { ContestRules } from '../contest/rules.ts'
import { longestSeconds } from '../contest/size.ts'

export interface AttemptClock {
  startedAt: number
  /** Shown to the citizen. */
  deadlineAt: number
  /** Enforced: deadlineAt plus the rules' grace; answers in between are marked late. */
  acceptUntil: number
}

export function clockFrom(
  startedAt: number,
  closesAt: number,
  rules: Pick<ContestRules, 'paper' | 'clock'>,
): AttemptClock {
  const seconds = longestSeconds(rules)
  const deadlineAt = seconds === null ? closesAt : Math.min(startedAt + seconds * 1000, closesAt)
  return { startedAt, deadlineAt, acceptUntil: deadlineAt + rules.clock.graceSeconds * 1000 }
}

export const isOver = (attempt: { finishedAt: number | null; acceptUntil: number }, now: number): boolean =>
  attempt.finishedAt !== null || now > attempt.acceptUntil

/** When an attempt counts as finished: at its deadline, if the person did not finish before. */
export const finishInstant = (attempt: { deadlineAt: number }, now: number): number => Math.min(now, attempt.deadlineAt)
