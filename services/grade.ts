/** The grader: ends attempts, and counts them. */
import { finishInstant } from '#core/attempt/clock'
import { type AttemptRow, endAttempt } from '#db/attempt'
import { type ContestRow, contestById } from '#db/contest'
import type { Db } from '#db/storage'
import { replaceStanding } from './counting.ts'
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
  if (await endAttempt(tx, attempt.id, ending))
    await replaceStanding(rt, tx, await contestOf(rt, tx, attempt.contestId), attempt.accountId)
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

/** Rules do not change once a contest is open, so a moment's copy is right. */
const contestOf = (rt: Runtime, tx: Db, contestId: number): Promise<ContestRow> =>
  forAMoment(rt, `contest row ${contestId}`, 1000, async () => {
    const contest = await contestById(tx, contestId)
    if (!contest) throw new Error(`No contest ${contestId}`)
    return contest
  })
