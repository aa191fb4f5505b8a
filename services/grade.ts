/** The grader: ends attempts, and counts them. */
import { finishInstant } from '#core/attempt/clock'
import { scoreFrom } from '#core/contest/feedback'
import type { WireFinish } from '#core/wire'
import { type AttemptRow, endAttempt } from '#db/attempt'
import type { ContestRow } from '#db/contest'
import { markingBeside } from '#db/regrade'
import type { Db } from '#db/storage'
import { replaceStanding } from './counting.ts'
import { drawInstantly } from './instant.ts'
import type { Runtime } from './runtime.ts'
import { contestOf, scoreOf } from './scoring.ts'

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
  await markingBeside(tx, attempt.contestId)
  const { correct, score } = await scoreOf(rt, tx, attempt)
  const finishedAt = finishInstant(attempt, rt.clock.now())
  const ending = { finishedAt, finishedBy, score, correct, durationMs: finishedAt - attempt.startedAt - attempt.heldMs }
  if (await endAttempt(tx, attempt.id, ending)) {
    const contest = await contestOf(rt, tx, attempt.contestId)
    await replaceStanding(rt, tx, contest, attempt.accountId)
    await drawInstantly(rt, tx, contest, { ...attempt, ...ending })
  }
  return finishedOf({ ...attempt, ...ending })
}

/** What its owner may see of it: score and right answers not before the rules show them. */
export function shownOf(contest: Pick<ContestRow, 'closesAt' | 'rules'>, finished: Finished, now: number): WireFinish {
  const scoreAt = scoreFrom(contest, finished)
  return { ...finished, scoreAt, ...(scoreAt > now && { score: null, correct: null }) }
}

export const finishedOf = (attempt: AttemptRow): Finished => ({
  score: attempt.score ?? 0,
  maximum: attempt.maximum,
  correct: attempt.correct ?? 0,
  total: attempt.paper.length,
  durationMs: attempt.durationMs ?? 0,
  finishedAt: attempt.finishedAt ?? 0,
})
