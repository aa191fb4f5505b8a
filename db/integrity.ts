/** What a review of a contest looks at, and its cases. */
import { and, asc, desc, eq, gt, inArray, isNull, lt, notInArray, placeholder } from 'drizzle-orm'
import type { Suspicion } from '../core/integrity/trace.ts'
import { count, plusOne } from './columns.ts'
import { accounts } from './schema/account.ts'
import { answers, attempts } from './schema/attempt.ts'
import { contests } from './schema/contest.ts'
import { attemptTraces, reviewCases, reviewRuns, strikes } from './schema/integrity.ts'
import { standings } from './schema/standing.ts'
import { type Db, prepared } from './storage.ts'

export type CaseRow = typeof reviewCases.$inferSelect

export async function insertTrace(
  tx: Db,
  trace: { attemptId: number; device: string | null; network: string | null },
): Promise<void> {
  await prepared(tx, 'insert_trace', tx =>
    tx.insert(attemptTraces).values({
      attemptId: placeholder('attemptId'),
      device: placeholder('device'),
      network: placeholder('network'),
      leaves: 0,
    }),
  ).written(trace)
}

/** One more time that the page of an attempt was left. */
export async function countLeave(tx: Db, attemptId: number): Promise<void> {
  await tx
    .update(attemptTraces)
    .set({ leaves: plusOne(attemptTraces.leaves) })
    .where(eq(attemptTraces.attemptId, attemptId))
}

/** Attempts that count in a contest, by account, each with where it came from. @param after account id */
export const countingAttempts = async (db: Db, contestId: number, after: number, limit: number) =>
  db
    .select({
      accountId: standings.accountId,
      attemptId: standings.attemptId,
      paper: attempts.paper,
      startedAt: attempts.startedAt,
      durationMs: attempts.durationMs,
      score: attempts.score,
      maximum: attempts.maximum,
      device: attemptTraces.device,
      network: attemptTraces.network,
      leaves: attemptTraces.leaves,
      phoneCipher: accounts.phoneCipher,
    })
    .from(standings)
    .innerJoin(attempts, eq(attempts.id, standings.attemptId))
    .innerJoin(accounts, eq(accounts.id, standings.accountId))
    .leftJoin(attemptTraces, eq(attemptTraces.attemptId, standings.attemptId))
    .where(and(eq(standings.contestId, contestId), gt(standings.accountId, after)))
    .orderBy(asc(standings.accountId))
    .limit(limit)

export const answersOfAll = async (db: Db, attemptIds: number[]) =>
  db
    .select({
      attemptId: answers.attemptId,
      position: answers.position,
      choice: answers.choice,
      savedAt: answers.savedAt,
    })
    .from(answers)
    .where(inArray(answers.attemptId, attemptIds))

export interface FoundCase {
  publicId: string
  accountId: number
  attemptId: number
  weight: number
  reasons: Suspicion[]
  candidate: boolean
}

/** Puts what was found in the place of what waits undecided; what was decided stays as it is. */
export async function replaceWaiting(tx: Db, contestId: number, found: FoundCase[], foundAt: number): Promise<void> {
  const decided = await tx
    .select({ accountId: reviewCases.accountId })
    .from(reviewCases)
    .where(and(eq(reviewCases.contestId, contestId), notDecided('not')))
  const settled = new Set(decided.map(row => row.accountId))
  await tx.delete(reviewCases).where(and(eq(reviewCases.contestId, contestId), notDecided()))
  const fresh = found.filter(one => !settled.has(one.accountId)).map(one => ({ ...one, contestId, foundAt }))
  for (let i = 0; i < fresh.length; i += 500) await tx.insert(reviewCases).values(fresh.slice(i, i + 500))
}

/**
 * Puts one more reason to a person's case, or makes one. Who was found blameless waits again, unless it was about this;
 * who was struck out stays so.
 */
export async function putCase(
  tx: Db,
  {
    reason,
    ...found
  }: Omit<FoundCase, 'reasons' | 'weight' | 'candidate'> & {
    contestId: number
    reason: Suspicion
    foundAt: number
  },
): Promise<void> {
  const rows = await tx.select().from(reviewCases).where(caseOn(found.contestId, found.accountId))
  const [held] = rows
  const weight = Math.round(reason.weight * 10)
  if (!held) await tx.insert(reviewCases).values({ ...found, weight, reasons: [reason], candidate: true })
  else if (held.decision !== 'struck-out' && !held.reasons.some(({ code }) => code === reason.code))
    await tx
      .update(reviewCases)
      .set({ ...waiting, reasons: [...held.reasons, reason], weight: held.weight + weight, candidate: true })
      .where(eq(reviewCases.id, held.id))
}

const waiting = { decision: null, decidedAt: null, decidedBy: null, note: null }
const caseOn = (contestId: number, accountId: number) =>
  and(eq(reviewCases.contestId, contestId), eq(reviewCases.accountId, accountId))

/** Cases that wait because of what was given for a prize: a review of the attempts does not find them again. */
export async function samePersonCases(db: Db, contestId: number, accountId?: number): Promise<CaseRow[]> {
  const rows = await db
    .select()
    .from(reviewCases)
    .where(
      and(
        eq(reviewCases.contestId, contestId),
        accountId === undefined ? undefined : eq(reviewCases.accountId, accountId),
        notDecided(),
      ),
    )
  return rows.filter(row => row.reasons.some(({ code }) => code === 'same-person'))
}

const notDecided = (not?: 'not') =>
  not ? inArray(reviewCases.decision, ['cleared', 'struck-out']) : isNull(reviewCases.decision)

/** Cases of a contest: those that wait, candidates for prizes and heavy ones first; or those decided, newest first. */
export const casesOf = async (db: Db, contestId: number, which: 'waiting' | 'decided', limit: number) =>
  db
    .select({ row: reviewCases, account: accounts.publicId, attempt: attempts.publicId, name: accounts.name })
    .from(reviewCases)
    .innerJoin(accounts, eq(accounts.id, reviewCases.accountId))
    .innerJoin(attempts, eq(attempts.id, reviewCases.attemptId))
    .where(and(eq(reviewCases.contestId, contestId), notDecided(which === 'decided' ? 'not' : undefined)))
    .orderBy(
      ...(which === 'waiting'
        ? [desc(reviewCases.candidate), desc(reviewCases.weight), asc(reviewCases.id)]
        : [desc(reviewCases.decidedAt), asc(reviewCases.id)]),
    )
    .limit(limit)

export async function caseByPublicId(db: Db, contestId: number, publicId: string): Promise<CaseRow | null> {
  const rows = await db
    .select()
    .from(reviewCases)
    .where(and(eq(reviewCases.contestId, contestId), eq(reviewCases.publicId, publicId)))
  return rows[0] ?? null
}

/** @returns false when somebody has decided already */
export async function decideCase(
  tx: Db,
  id: number,
  decided: Pick<CaseRow, 'decision' | 'decidedAt' | 'decidedBy' | 'note'>,
): Promise<boolean> {
  const rows = await tx
    .update(reviewCases)
    .set(decided)
    .where(and(eq(reviewCases.id, id), isNull(reviewCases.decision)))
    .returning({ id: reviewCases.id })
  return rows.length === 1
}

/** The case waits again. */
export async function reopenCase(tx: Db, contestId: number, accountId: number): Promise<void> {
  await tx.update(reviewCases).set(waiting).where(caseOn(contestId, accountId))
}

export async function countWaiting(db: Db, contestId: number): Promise<{ waiting: number; candidates: number }> {
  const rows = await db
    .select({ candidate: reviewCases.candidate, n: count() })
    .from(reviewCases)
    .where(and(eq(reviewCases.contestId, contestId), notDecided()))
    .groupBy(reviewCases.candidate)
  const candidates = rows.find(row => row.candidate)?.n ?? 0
  return { waiting: rows.reduce((sum, row) => sum + row.n, 0), candidates }
}

export async function putRun(
  tx: Db,
  run: { contestId: number; at: number; attempts: number; cases: number },
): Promise<void> {
  const { contestId: _contest, ...set } = run
  await tx.insert(reviewRuns).values(run).onConflictDoUpdate({ target: reviewRuns.contestId, set })
}

export async function runOf(db: Db, contestId: number): Promise<typeof reviewRuns.$inferSelect | null> {
  const rows = await db.select().from(reviewRuns).where(eq(reviewRuns.contestId, contestId))
  return rows[0] ?? null
}

/** Forgets where attempts came from, of contests that closed before an instant and have no strike under appeal. */
export async function eraseTraces(tx: Db, closedBefore: number): Promise<void> {
  const disputed = tx
    .select({ id: strikes.contestId })
    .from(strikes)
    .where(and(isNull(strikes.undoneAt), isNull(strikes.answeredAt), gt(strikes.appealedAt, 0)))
  const old = tx
    .select({ id: attempts.id })
    .from(attempts)
    .innerJoin(contests, eq(contests.id, attempts.contestId))
    .where(and(lt(contests.closesAt, closedBefore), notInArray(contests.id, disputed)))
  await tx.delete(attemptTraces).where(inArray(attemptTraces.attemptId, old))
}

/** Contests that closed within a time, or are open. */
export const contestsToReview = async (db: Db, now: number, closedSince: number) =>
  db
    .select({ id: contests.id, slug: contests.slug })
    .from(contests)
    .where(and(lt(contests.opensAt, now), gt(contests.closesAt, closedSince), eq(contests.sample, false)))
