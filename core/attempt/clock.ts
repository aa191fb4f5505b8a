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

/** What one person gets beside the rules: extra time, in per cent of the usual, and what a pause took. */
export interface Allowance {
  percent: number
  heldMs: number
}
export const usualAllowance: Allowance = { percent: 100, heldMs: 0 }

export function clockFrom(
  startedAt: number,
  closesAt: number,
  rules: Pick<ContestRules, 'paper' | 'clock'>,
  { percent, heldMs }: Allowance = usualAllowance,
): AttemptClock {
  const seconds = longestSeconds(rules)
  const length = seconds === null ? null : seconds * 10 * percent + heldMs
  const deadlineAt = length === null ? closesAt : Math.min(startedAt + length, closesAt)
  return { startedAt, deadlineAt, acceptUntil: deadlineAt + rules.clock.graceSeconds * 1000 }
}

/** While its clock stands still nothing is over. */
export const isOver = (
  attempt: { finishedAt: number | null; acceptUntil: number; heldAt: number | null },
  now: number,
): boolean => attempt.finishedAt !== null || (attempt.heldAt === null && now > attempt.acceptUntil)

/** When an attempt counts as finished: at its deadline, if the person did not finish before. */
export const finishInstant = (attempt: { deadlineAt: number }, now: number): number => Math.min(now, attempt.deadlineAt)

/** The clock goes on after a pause: everything that lay ahead moves by its length. */
export function wentOn<A extends AttemptClock & { heldAt: number | null; heldMs: number }>(attempt: A, now: number) {
  const pause = attempt.heldAt === null ? 0 : now - attempt.heldAt
  return {
    deadlineAt: attempt.deadlineAt + pause,
    acceptUntil: attempt.acceptUntil + pause,
    heldMs: attempt.heldMs + pause,
    heldAt: null,
  }
}
