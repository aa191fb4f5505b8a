/** The grader: ends attempts, and counts them. */
import { finishInstant } from '#core/attempt/clock'
import { replaces } from '#core/standing/rank'
import { type AttemptRow, endAttempt } from '#db/attempt'
import { contestById } from '#db/contest'
import { putStanding, standingOf } from '#db/standing'
import type { Db } from '#db/storage'
import { forAMoment } from './memory.ts'
import type { Runtime } from './runtime.ts'
import { scoreOf } from './scoring.ts'

export interface Finished {
  score: number
  maximum: number
  correct: number
  total: number
  durationMs: number
  finishedAt: number
}

/**
 * Ends an attempt, scores it from its stored answers and puts it where it counts. One that has ended stays as it is.
 * @param attempt locked by the caller's unit
 */
export async function grade(
  rt: Runtime,
  tx: Db,
  attempt: AttemptRow,
  finishedBy: 'person' | 'server',
): Promise<Finished> {
  if (attempt.finishedAt !== null) return finishedOf(attempt)
  const { correct, score } = await scoreOf(rt, tx, attempt)
  const finishedAt = finishInstant(attempt, rt.clock.now())
  const ending = { finishedAt, finishedBy, score, correct, durationMs: finishedAt - attempt.startedAt }
  if (await endAttempt(tx, attempt.id, ending)) await count(rt, tx, { ...attempt, ...ending })
  return finishedOf({ ...attempt, ...ending })
}

export const finishedOf = (attempt: AttemptRow): Finished => ({
  score: attempt.score ?? 0,
  maximum: attempt.maximum,
  correct: attempt.correct ?? 0,
  total: attempt.paper.length,
  durationMs: attempt.durationMs ?? 0,
  finishedAt: attempt.finishedAt ?? 0,
})

/** Puts a finished attempt into the standings if the rules say that it counts. */
async function count(
  rt: Runtime,
  tx: Db,
  attempt: AttemptRow & { score: number; durationMs: number; finishedAt: number },
): Promise<void> {
  const rules = await rulesOf(rt, tx, attempt.contestId)
  const held = await standingOf(tx, attempt.contestId, attempt.accountId)
  if (!replaces(rules.counts, attempt, held, rules.ties)) return
  await putStanding(tx, {
    contestId: attempt.contestId,
    accountId: attempt.accountId,
    attemptId: attempt.id,
    score: attempt.score,
    durationMs: attempt.durationMs,
    finishedAt: attempt.finishedAt,
    region: attempt.region,
    organisationId: attempt.organisationId,
  })
}

/** Rules do not change once a contest is open, so a moment's copy is right. */
const rulesOf = (rt: Runtime, tx: Db, contestId: number) =>
  forAMoment(rt, `rules ${contestId}`, 1000, async () => {
    const contest = await contestById(tx, contestId)
    if (!contest) throw new Error(`No contest ${contestId}`)
    return contest.rules
  })
