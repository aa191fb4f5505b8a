/** All finished attempts of a contest with their answers, some at a time: for what is computed over everybody. */
import { and, asc, eq, gt, gte, inArray, isNotNull, or, type SQLWrapper } from 'drizzle-orm'
import type { Slot } from '../core/paper/paper.ts'
import { count } from './columns.ts'
import { answers, attempts } from './schema/attempt.ts'
import type { Db } from './storage.ts'

export interface FinishedAttempt {
  id: number
  accountId: number
  number: number
  paper: Slot[]
  startedAt: number
  finishedAt: number
  score: number
  maximum: number
  correct: number
  durationMs: number
  struckOut: boolean
  region: string | null
  organisationId: number | null
}

/** Attempts read at once: a few milliseconds of work, so that a server that is in use answers in between. */
const attemptsAtOnce = 200

type Place = Pick<FinishedAttempt, 'accountId' | 'number'>
/** Before everybody. */
export const nobody: Place = { accountId: 0, number: 0 }

/** Person by person, each one's attempts in order. */
export async function* finishedAttempts(db: Db, contestId: number): AsyncGenerator<FinishedAttempt[]> {
  let after = nobody
  for (;;) {
    const rows = await finishedAfter(db, contestId, after)
    if (rows.length > 0)
      yield rows.map(({ struckOutAt, ...row }) => ({ ...row, struckOut: struckOutAt !== null }) as FinishedAttempt)
    const last = rows.at(-1)
    if (!last || rows.length < attemptsAtOnce) return
    after = last
  }
}

export const finishedAfter = (db: Db, contestId: number, after: Place) =>
  db
    .select({
      id: attempts.id,
      accountId: attempts.accountId,
      number: attempts.number,
      paper: attempts.paper,
      startedAt: attempts.startedAt,
      finishedAt: attempts.finishedAt,
      score: attempts.score,
      maximum: attempts.maximum,
      correct: attempts.correct,
      durationMs: attempts.durationMs,
      struckOutAt: attempts.struckOutAt,
      region: attempts.region,
      organisationId: attempts.organisationId,
    })
    .from(attempts)
    .where(
      and(
        eq(attempts.contestId, contestId),
        isNotNull(attempts.finishedAt),
        // The first of the two is where the index is entered: PostgreSQL would else pass over all who came before.
        gte(attempts.accountId, after.accountId),
        or(gt(attempts.accountId, after.accountId), gt(attempts.number, after.number)),
      ),
    )
    .orderBy(asc(attempts.accountId), asc(attempts.number))
    .limit(attemptsAtOnce)

export interface GivenAnswer {
  attemptId: number
  position: number
  choice: number
  savedAt: number
  firstSavedAt: number | null
}

export const answersTo = (db: Db, attemptIds: number[] | SQLWrapper) =>
  db
    .select({
      attemptId: answers.attemptId,
      position: answers.position,
      choice: answers.choice,
      savedAt: answers.savedAt,
      firstSavedAt: answers.firstSavedAt,
    })
    .from(answers)
    .where(inArray(answers.attemptId, attemptIds))

/** @returns answers by attempt */
export async function answersOfAll(db: Db, attemptIds: number[]): Promise<Map<number, GivenAnswer[]>> {
  if (attemptIds.length === 0) return new Map()
  const rows = await answersTo(db, attemptIds)
  return Map.groupBy(rows, row => row.attemptId)
}

/** How many attempts have been finished. */
export async function finishedCount(db: Db, contestId: number): Promise<number> {
  const rows = await db
    .select({ n: count() })
    .from(attempts)
    .where(and(eq(attempts.contestId, contestId), isNotNull(attempts.finishedAt)))
  return rows[0]?.n ?? 0
}
