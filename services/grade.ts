/** The grader: the only use case that reads keys of attempts still open. */
import { finishInstant } from '#core/attempt/clock'
import { mark } from '#core/attempt/score'
import { replaces } from '#core/standing/rank'
import { type AttemptRow, answersOf, endAttempt } from '#db/attempt'
import { contestById } from '#db/contest'
import { rightsFor } from '#db/key'
import { putStanding, standingOf } from '#db/standing'
import type { Db } from '#db/storage'
import { everFixed, forAMoment } from './memory.ts'
import type { Runtime } from './runtime.ts'

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
  const rights = await rightsOf(rt, tx, attempt)
  const choices = new Map((await answersOf(tx, attempt.id)).map(answer => [answer.position - 1, answer.choice]))
  const points = attempt.maximum / attempt.paper.length
  const { correct, score } = mark(rights, choices, points)
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

async function rightsOf(rt: Runtime, tx: Db, attempt: AttemptRow): Promise<number[]> {
  const ids = attempt.paper.map(slot => slot.revision)
  const rights = await everFixed(rt, 'rights', ids, async missing =>
    (await rightsFor(tx, missing)).map(row => [row.revisionId, row.right] as const),
  )
  return ids.map(id => {
    const right = rights.get(id)
    if (right === undefined) throw new Error(`Revision ${id} has no key`)
    return right
  })
}

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
