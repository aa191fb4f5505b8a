/** Attempts. */
import { and, asc, desc, eq, gte, isNotNull, isNull, lt, or, placeholder } from 'drizzle-orm'
import type { Slot } from '../core/paper/paper.ts'
import { asValue, locked } from './columns.ts'
import { kept } from './kept-rows.ts'
import { attempts } from './schema/attempt.ts'
import { contests } from './schema/contest.ts'
import { type Awaitable, type Db, prepared } from './storage.ts'

export type AttemptRow = typeof attempts.$inferSelect

export function attemptByPublicId(db: Db, publicId: string): Awaitable<AttemptRow | null> {
  return prepared(db, 'attempt_by_public_id', db =>
    db
      .select()
      .from(attempts)
      .where(eq(attempts.publicId, placeholder('publicId'))),
  ).first({ publicId })
}

/** What of an attempt is fixed when it starts. */
export function fixedPart(db: Db, publicId: string) {
  return prepared(db, 'fixed_part', db =>
    db
      .select({
        id: attempts.id,
        contestId: attempts.contestId,
        accountId: attempts.accountId,
        paper: attempts.paper,
        startedAt: attempts.startedAt,
      })
      .from(attempts)
      .where(eq(attempts.publicId, placeholder('publicId'))),
  ).first({ publicId })
}

/** What may change while answers arrive, locked until the unit ends, so that a finish waits for a save and it for a finish. */
export function lockedState(tx: Db, attemptId: number) {
  return kept(tx, 'attempts', attemptId, () =>
    prepared(tx, 'locked_state', tx =>
      locked(
        tx
          .select({
            finishedAt: attempts.finishedAt,
            deadlineAt: attempts.deadlineAt,
            acceptUntil: attempts.acceptUntil,
            heldAt: attempts.heldAt,
            heldBy: attempts.heldBy,
            displaced: attempts.displaced,
          })
          .from(attempts)
          .where(eq(attempts.id, placeholder('attemptId'))),
      ),
    ).first({ attemptId }),
  )
}

/** The clock without the paper. */
export function clockState(db: Db, publicId: string) {
  return prepared(db, 'clock_state', db =>
    db
      .select({
        accountId: attempts.accountId,
        finishedAt: attempts.finishedAt,
        deadlineAt: attempts.deadlineAt,
        acceptUntil: attempts.acceptUntil,
        heldAt: attempts.heldAt,
      })
      .from(attempts)
      .where(eq(attempts.publicId, placeholder('publicId'))),
  ).first({ publicId })
}

export function lockedAttempt(tx: Db, publicId: string): Awaitable<AttemptRow | null> {
  return prepared(tx, 'locked_attempt', tx =>
    locked(
      tx
        .select()
        .from(attempts)
        .where(eq(attempts.publicId, placeholder('publicId'))),
    ),
  ).first({ publicId })
}

export const attemptsIn = (db: Db, contestId: number, accountId: number): Awaitable<AttemptRow[]> =>
  prepared(db, 'attempts_in', db =>
    db
      .select()
      .from(attempts)
      .where(and(eq(attempts.contestId, placeholder('contestId')), eq(attempts.accountId, placeholder('accountId'))))
      .orderBy(asc(attempts.number)),
  ).rows({ contestId, accountId })

/** A person's attempts, newest first, with the contest's name. */
export const attemptsOfAccount = async (db: Db, accountId: number) =>
  db
    .select({
      publicId: attempts.publicId,
      contestSlug: contests.slug,
      contestTitle: contests.title,
      closesAt: contests.closesAt,
      rules: contests.rules,
      startedAt: attempts.startedAt,
      deadlineAt: attempts.deadlineAt,
      finishedAt: attempts.finishedAt,
      score: attempts.score,
      maximum: attempts.maximum,
    })
    .from(attempts)
    .innerJoin(contests, eq(contests.id, attempts.contestId))
    .where(eq(attempts.accountId, accountId))
    .orderBy(desc(attempts.startedAt), desc(attempts.id))

export interface NewAttempt {
  publicId: string
  contestId: number
  accountId: number
  number: number
  region: string | null
  organisationId: number | null
  paper: Slot[]
  poolId: number | null
  startedAt: number
  deadlineAt: number
  acceptUntil: number
  heldBy: number
  maximum: number
}

/** @returns the new attempt's id; throws a duplicate when the number is taken */
export async function insertAttempt(tx: Db, attempt: NewAttempt): Promise<number> {
  const rows = await prepared(tx, 'insert_attempt', tx =>
    tx
      .insert(attempts)
      .values({
        publicId: placeholder('publicId'),
        contestId: placeholder('contestId'),
        accountId: placeholder('accountId'),
        number: placeholder('number'),
        region: placeholder('region'),
        organisationId: placeholder('organisationId'),
        paper: placeholder('paper'),
        poolId: placeholder('poolId'),
        startedAt: placeholder('startedAt'),
        deadlineAt: placeholder('deadlineAt'),
        acceptUntil: placeholder('acceptUntil'),
        heldBy: placeholder('heldBy'),
        displaced: [],
        maximum: placeholder('maximum'),
      })
      .returning({ id: attempts.id }),
  ).rows({ ...attempt })
  return (rows[0] as { id: number }).id
}

export async function holdAttempt(tx: Db, id: number, heldBy: number, displaced: number[]): Promise<void> {
  await tx.update(attempts).set({ heldBy, displaced }).where(eq(attempts.id, id))
}

export interface Ending {
  finishedAt: number
  finishedBy: 'person' | 'server'
  score: number
  correct: number
  durationMs: number
}

/** Ends an attempt once. @returns false when it had ended already */
export async function endAttempt(tx: Db, id: number, ending: Ending): Promise<boolean> {
  const count = await prepared(tx, 'end_attempt', tx =>
    tx
      .update(attempts)
      .set({
        finishedAt: asValue('finishedAt'),
        finishedBy: asValue('finishedBy'),
        score: asValue('score'),
        correct: asValue('correct'),
        durationMs: asValue('durationMs'),
      })
      .where(and(eq(attempts.id, placeholder('id')), isNull(attempts.finishedAt))),
  ).written({ id, ...ending })
  return count === 1
}

/** An account's attempt that is under way, or null. @param now epoch milliseconds */
export async function openAttemptOf(db: Db, accountId: number, now: number): Promise<string | null> {
  const rows = await db
    .select({ publicId: attempts.publicId })
    .from(attempts)
    .where(
      and(
        eq(attempts.accountId, accountId),
        isNull(attempts.finishedAt),
        or(isNotNull(attempts.heldAt), gte(attempts.acceptUntil, now)),
      ),
    )
    .limit(1)
  return rows[0]?.publicId ?? null
}

/** Unfinished attempts that accept nothing any more, oldest first. */
export async function overdueAttempts(db: Db, now: number, most: number): Promise<string[]> {
  const rows = await db
    .select({ publicId: attempts.publicId })
    .from(attempts)
    .where(and(isNull(attempts.finishedAt), isNull(attempts.heldAt), lt(attempts.acceptUntil, now)))
    .orderBy(asc(attempts.acceptUntil))
    .limit(most)
  return rows.map(row => row.publicId)
}
