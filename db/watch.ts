/** Contests while they run: pauses, extensions, extra time, and live counts. */
import { and, asc, desc, eq, gt, isNotNull, isNull, lte, placeholder } from 'drizzle-orm'
import type { Allowance } from '../core/attempt/clock.ts'
import { count, max } from './columns.ts'
import { accounts } from './schema/account.ts'
import { attempts } from './schema/attempt.ts'
import { contests } from './schema/contest.ts'
import { contestNotices, extraTimes } from './schema/watch.ts'
import { type Db, prepared } from './storage.ts'

export type NoticeRow = typeof contestNotices.$inferSelect
export type ExtraTimeRow = typeof extraTimes.$inferSelect

export async function setPaused(tx: Db, contestId: number, at: number | null): Promise<void> {
  await tx.update(contests).set({ pausedAt: at }).where(eq(contests.id, contestId))
}

/** Stops the clocks of all who are at it. */
export async function holdClocks(tx: Db, contestId: number, at: number): Promise<void> {
  await tx
    .update(attempts)
    .set({ heldAt: at })
    .where(and(eq(attempts.contestId, contestId), isNull(attempts.finishedAt), isNull(attempts.heldAt)))
}

/** Attempts at a contest that are not finished; `held`: only those whose clock stands still. */
export const openAttemptsOf = async (db: Db, contestId: number, held: boolean) =>
  db
    .select({
      id: attempts.id,
      accountId: attempts.accountId,
      startedAt: attempts.startedAt,
      deadlineAt: attempts.deadlineAt,
      acceptUntil: attempts.acceptUntil,
      heldAt: attempts.heldAt,
      heldMs: attempts.heldMs,
    })
    .from(attempts)
    .where(
      and(
        eq(attempts.contestId, contestId),
        isNull(attempts.finishedAt),
        held ? isNotNull(attempts.heldAt) : undefined,
      ),
    )
    .orderBy(asc(attempts.id))

export async function moveClock(
  tx: Db,
  attemptId: number,
  clock: { deadlineAt: number; acceptUntil: number; heldAt?: number | null; heldMs?: number },
): Promise<void> {
  await tx.update(attempts).set(clock).where(eq(attempts.id, attemptId))
}

export async function setCloses(tx: Db, contestId: number, closesAt: number): Promise<void> {
  await tx.update(contests).set({ closesAt }).where(eq(contests.id, contestId))
}

/** When the newest attempt at a contest was started; null: nobody has. */
export async function lastStart(db: Db, contestId: number): Promise<number | null> {
  const rows = await db
    .select({ at: max(attempts.startedAt), n: count() })
    .from(attempts)
    .where(eq(attempts.contestId, contestId))
  return rows[0] && rows[0].n > 0 ? rows[0].at : null
}

export async function insertNotice(tx: Db, notice: Omit<NoticeRow, 'id'>): Promise<void> {
  await tx.insert(contestNotices).values(notice)
}

/** Newest first. */
export const noticesOf = async (db: Db, contestId: number, limit: number): Promise<NoticeRow[]> =>
  db
    .select()
    .from(contestNotices)
    .where(eq(contestNotices.contestId, contestId))
    .orderBy(desc(contestNotices.at), desc(contestNotices.id))
    .limit(limit)

export async function insertExtraTime(
  tx: Db,
  extra: Omit<ExtraTimeRow, 'id' | 'undoneBy' | 'undoneAt'>,
): Promise<void> {
  await tx.insert(extraTimes).values(extra)
}

/** What a person may take of the usual time, per cent: the newest grant that was not undone. */
export async function timeFor(db: Db, contestId: number, accountId: number): Promise<Allowance['percent']> {
  const newest = await prepared(db, 'time_for', db =>
    db
      .select({ percent: extraTimes.percent })
      .from(extraTimes)
      .where(
        and(
          eq(extraTimes.contestId, placeholder('contestId')),
          eq(extraTimes.accountId, placeholder('accountId')),
          isNull(extraTimes.undoneAt),
        ),
      )
      .orderBy(desc(extraTimes.id))
      .limit(1),
  ).first({ contestId, accountId })
  return newest?.percent ?? 100
}

export const extraTimesOf = async (db: Db, contestId: number) =>
  db
    .select({ row: extraTimes, name: accounts.name, phoneCipher: accounts.phoneCipher })
    .from(extraTimes)
    .innerJoin(accounts, eq(accounts.id, extraTimes.accountId))
    .where(eq(extraTimes.contestId, contestId))
    .orderBy(desc(extraTimes.id))
    .limit(200)

export async function extraTimeByPublicId(db: Db, contestId: number, publicId: string): Promise<ExtraTimeRow | null> {
  const rows = await db
    .select()
    .from(extraTimes)
    .where(and(eq(extraTimes.contestId, contestId), eq(extraTimes.publicId, publicId)))
  return rows[0] ?? null
}

export async function undoExtraTime(tx: Db, id: number, undone: { undoneBy: number; undoneAt: number }): Promise<void> {
  await tx.update(extraTimes).set(undone).where(eq(extraTimes.id, id))
}

/** Attempts started and finished by district. */
export const countsByRegion = async (db: Db, contestId: number) =>
  db
    .select({ region: attempts.region, started: count(), lastStart: max(attempts.startedAt) })
    .from(attempts)
    .where(eq(attempts.contestId, contestId))
    .groupBy(attempts.region)

export const finishedByRegion = async (db: Db, contestId: number) =>
  db
    .select({ region: attempts.region, finished: count() })
    .from(attempts)
    .where(and(eq(attempts.contestId, contestId), isNotNull(attempts.finishedAt)))
    .groupBy(attempts.region)

/** Instants of the starts and finishes after one, at most so many of each. */
export async function recent(db: Db, contestId: number, after: number, until: number, most: number) {
  const [starts, finishes] = await Promise.all([
    db
      .select({ at: attempts.startedAt })
      .from(attempts)
      .where(and(eq(attempts.contestId, contestId), gt(attempts.startedAt, after), lte(attempts.startedAt, until)))
      .limit(most),
    db
      .select({ at: attempts.finishedAt })
      .from(attempts)
      .where(and(eq(attempts.contestId, contestId), gt(attempts.finishedAt, after), lte(attempts.finishedAt, until)))
      .limit(most),
  ])
  return { starts: starts.map(row => row.at), finishes: finishes.map(row => row.at ?? 0) }
}
