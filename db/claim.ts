/** What winners gave for their prizes, and what people object to. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import { alone } from './columns.ts'
import { dialect } from './dialect.ts'
import { attempts } from './schema/attempt.ts'
import { claims, objections, winnerLists, winners } from './schema/prize.ts'
import type { Db } from './storage.ts'

export type ClaimRow = typeof claims.$inferSelect
export type ObjectionRow = typeof objections.$inferSelect

export async function claimOf(db: Db, winnerId: number): Promise<ClaimRow | null> {
  const rows = await db.select().from(claims).where(eq(claims.winnerId, winnerId))
  return rows[0] ?? null
}

export async function insertClaim(tx: Db, claim: Omit<ClaimRow, 'erasedAt'>): Promise<void> {
  await tx.insert(claims).values(claim)
}

export async function eraseClaim(tx: Db, winnerId: number, erasedAt: number): Promise<void> {
  await tx.update(claims).set({ sealed: null, person: null, erasedAt }).where(eq(claims.winnerId, winnerId))
}

/** Makes units that compare the claims of a contest wait for each other. */
export const claimsAlone = (tx: Db, contestId: number): Promise<void> => alone(tx, `claims ${contestId}`)

/** Accounts that have claimed a prize of the contest as this person, and whose claims are not erased. */
export async function claimantsKnownAs(db: Db, contestId: number, person: string): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: winners.accountId })
    .from(claims)
    .innerJoin(winners, eq(winners.id, claims.winnerId))
    .innerJoin(winnerLists, eq(winnerLists.id, winners.listId))
    .where(and(eq(claims.person, person), eq(winnerLists.contestId, contestId), isNotNull(winners.accountId)))
    .orderBy(asc(winners.accountId))
  return rows.map(row => row.id as number)
}

/** When each account started its first paper of the contest. */
export async function firstStarts(
  db: Db,
  contestId: number,
  accounts: readonly number[],
): Promise<Map<number, number>> {
  const rows = await db
    .select({ account: attempts.accountId, startedAt: attempts.startedAt })
    .from(attempts)
    .where(and(eq(attempts.contestId, contestId), inArray(attempts.accountId, [...accounts])))
    .orderBy(desc(attempts.startedAt))
  return new Map(rows.map(row => [row.account, row.startedAt]))
}

/** Winners whose date has come and whose data are still there. */
export async function claimsToErase(db: Db, now: number, most: number): Promise<number[]> {
  const rows = await db
    .select({ id: claims.winnerId })
    .from(claims)
    .innerJoin(winners, eq(winners.id, claims.winnerId))
    .where(and(lte(winners.eraseAt, now), isNotNull(claims.sealed)))
    .limit(most)
  return rows.map(row => row.id)
}

export async function insertObjection(
  tx: Db,
  objection: Pick<ObjectionRow, 'publicId' | 'listId' | 'sealed' | 'locale' | 'createdAt' | 'eraseAt'>,
): Promise<void> {
  await tx.insert(objections).values(objection)
}

/** Those that wait first. */
export const objectionsIn = async (db: Db, contestId: number): Promise<ObjectionRow[]> => {
  const rows = await db
    .select({ objection: objections })
    .from(objections)
    .innerJoin(winnerLists, eq(winnerLists.id, objections.listId))
    .where(eq(winnerLists.contestId, contestId))
    .orderBy(asc(objections.answeredAt), desc(objections.id))
  return rows.map(row => row.objection).sort((a, b) => Number(a.answeredAt !== null) - Number(b.answeredAt !== null))
}

/** @returns false when there is no such objection in this contest, or it was answered */
export async function answerObjection(
  tx: Db,
  publicId: string,
  answered: { answeredAt: number; answeredBy: number; upheld: boolean; answer: string },
): Promise<boolean> {
  const done = await tx
    .update(objections)
    .set(answered)
    .where(and(eq(objections.publicId, publicId), isNull(objections.answeredAt)))
    .returning({ id: objections.id })
  return done.length > 0
}

export async function objectionsToErase(db: Db, now: number, most: number): Promise<number[]> {
  const rows = await db
    .select({ id: objections.id })
    .from(objections)
    .where(and(lte(objections.eraseAt, now), isNotNull(objections.sealed)))
    .limit(most)
  return rows.map(row => row.id)
}

export async function eraseObjection(tx: Db, id: number): Promise<void> {
  await tx.update(objections).set({ sealed: null }).where(eq(objections.id, id))
}

/**
 * SQLite: tables move rows from page to page, and leave copies of them in the gaps. Rows that are all taken out and put
 * in again leave no page as it was; with `secure_delete` each of them is zeroed. Both tables are small.
 */
export async function rewriteErasable(tx: Db): Promise<void> {
  if (dialect === 'postgres') return
  const [allClaims, allObjections] = [await tx.select().from(claims), await tx.select().from(objections)]
  await tx.delete(claims)
  await tx.delete(objections)
  for (let at = 0; at < allClaims.length; at += 200) await tx.insert(claims).values(allClaims.slice(at, at + 200))
  for (let at = 0; at < allObjections.length; at += 200)
    await tx.insert(objections).values(allObjections.slice(at, at + 200))
}
