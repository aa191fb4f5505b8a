/** The clock of one attempt, fixed at its start by the server. */
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
  clock: { seconds: number; graceSeconds: number },
): AttemptClock {
  const deadlineAt = Math.min(startedAt + clock.seconds * 1000, closesAt)
  return { startedAt, deadlineAt, acceptUntil: deadlineAt + clock.graceSeconds * 1000 }
}

export const isOver = (attempt: { finishedAt: number | null; acceptUntil: number }, now: number): boolean =>
  attempt.finishedAt !== null || now > attempt.acceptUntil

/** When an attempt counts as finished: at its deadline, if the person did not finish before. */
export const finishInstant = (attempt: { deadlineAt: number }, now: number): number => Math.min(now, attempt.deadlineAt)
