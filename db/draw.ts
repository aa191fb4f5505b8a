/** Draws, whose token is whose, and who may not win. */
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { Counting } from '../core/standing/counted.ts'
import { count, locked } from './columns.ts'
import { accounts } from './schema/account.ts'
import { attempts } from './schema/attempt.ts'
import { reviewCases } from './schema/integrity.ts'
import { drawChances, draws, insiders, prizeTerms } from './schema/prize.ts'
import type { Db } from './storage.ts'

export type DrawRow = typeof draws.$inferSelect

export const drawsOf = async (db: Db, contestId: number): Promise<DrawRow[]> =>
  db.select().from(draws).where(eq(draws.contestId, contestId)).orderBy(asc(draws.id))

export async function drawByPublicId(db: Db, publicId: string): Promise<DrawRow | null> {
  const rows = await db.select().from(draws).where(eq(draws.publicId, publicId))
  return rows[0] ?? null
}

export async function lockedDraw(tx: Db, publicId: string): Promise<DrawRow | null> {
  const rows = await locked(tx.select().from(draws).where(eq(draws.publicId, publicId)))
  return rows[0] ?? null
}

/** The latest draw of one kind and scope. */
export async function latestDraw(db: Db, contestId: number, rule: string, scope: string): Promise<DrawRow | null> {
  const rows = await db
    .select()
    .from(draws)
    .where(and(eq(draws.contestId, contestId), eq(draws.rule, rule), eq(draws.scope, scope)))
    .orderBy(desc(draws.run))
    .limit(1)
  return rows[0] ?? null
}

type NewDraw = Omit<DrawRow, 'id' | 'drawn' | 'drawnAt' | 'drawnBy' | 'drawnWith'>
export type ChanceRow = typeof drawChances.$inferSelect

/** SQLite takes some thousands of values in one statement. */
const atOnce = 500

export async function insertDraw(tx: Db, draw: NewDraw, chances: Omit<ChanceRow, 'drawId'>[]): Promise<void> {
  const rows = await tx.insert(draws).values(draw).returning({ id: draws.id })
  const drawId = (rows[0] as { id: number }).id
  for (let at = 0; at < chances.length; at += atOnce)
    await tx.insert(drawChances).values(chances.slice(at, at + atOnce).map(chance => ({ drawId, ...chance })))
}

export async function putDrawn(
  tx: Db,
  id: number,
  drawn: { drawn: string; drawnAt: number; drawnBy: number; drawnWith: number },
): Promise<void> {
  await tx.update(draws).set(drawn).where(eq(draws.id, id))
}

/** Whose tokens these are. */
export async function accountsOfTokens(db: Db, drawId: number, tokens: string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (let at = 0; at < tokens.length; at += atOnce) {
    const rows = await db
      .select({ token: drawChances.token, accountId: drawChances.accountId })
      .from(drawChances)
      .where(and(eq(drawChances.drawId, drawId), inArray(drawChances.token, tokens.slice(at, at + atOnce))))
    for (const row of rows) found.set(row.token, row.accountId)
  }
  return found
}

/** The draws that somebody is on the list of, the newest first. */
export const chancesOfAccount = async (db: Db, accountId: number) =>
  db
    .select({ draw: draws, token: drawChances.token, chances: drawChances.chances })
    .from(drawChances)
    .innerJoin(draws, eq(draws.id, drawChances.drawId))
    .where(eq(drawChances.accountId, accountId))
    .orderBy(desc(draws.id))

export interface FinishedRow extends Counting {
  id: number
  accountId: number
}

/** One page of finished attempts, person after person. @param after the last row of the page before */
export const finishedPage = async (
  db: Db,
  contestId: number,
  after: { accountId: number; id: number } | null,
  limit: number,
): Promise<FinishedRow[]> => {
  const rows = await db
    .select({
      id: attempts.id,
      accountId: attempts.accountId,
      startedAt: attempts.startedAt,
      finishedAt: attempts.finishedAt,
      score: attempts.score,
      maximum: attempts.maximum,
      correct: attempts.correct,
      durationMs: attempts.durationMs,
    })
    .from(attempts)
    .where(
      and(
        eq(attempts.contestId, contestId),
        isNotNull(attempts.finishedAt),
        isNull(attempts.struckOutAt),
        after
          ? or(
              gt(attempts.accountId, after.accountId),
              and(eq(attempts.accountId, after.accountId), gt(attempts.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(attempts.accountId), asc(attempts.id))
    .limit(limit)
  return rows.map(row => ({
    ...row,
    finishedAt: row.finishedAt ?? 0,
    score: row.score ?? 0,
    correct: row.correct ?? 0,
    durationMs: row.durationMs ?? 0,
  }))
}

/** When the papers were started that are not handed in yet. */
export async function openSince(db: Db, contestId: number): Promise<number[]> {
  const rows = await db
    .select({ startedAt: attempts.startedAt })
    .from(attempts)
    .where(and(eq(attempts.contestId, contestId), isNull(attempts.finishedAt)))
  return rows.map(row => row.startedAt)
}

export interface PhoneOf {
  id: number
  phoneCipher: string | null
  phoneIndex: string | null
}

/** Phones of people, by account. */
export async function phonesOf(db: Db, ids: number[]): Promise<Map<number, PhoneOf>> {
  const found = new Map<number, PhoneOf>()
  for (let at = 0; at < ids.length; at += atOnce) {
    const rows = await db
      .select({ id: accounts.id, phoneCipher: accounts.phoneCipher, phoneIndex: accounts.phoneIndex })
      .from(accounts)
      .where(inArray(accounts.id, ids.slice(at, at + atOnce)))
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

export type InsiderRow = typeof insiders.$inferSelect

/** With the name of whose own phone it is, where somebody of the staff stated it. */
export const allInsiders = async (db: Db) =>
  db
    .select({ insider: insiders, name: accounts.name, login: accounts.login })
    .from(insiders)
    .leftJoin(accounts, eq(accounts.id, insiders.accountId))
    .orderBy(desc(insiders.id))

/** What somebody of the staff stated as their own, the newest first. */
export const insidersOf = async (db: Db, accountId: number): Promise<InsiderRow[]> =>
  db.select().from(insiders).where(eq(insiders.accountId, accountId)).orderBy(desc(insiders.id))

export async function insiderById(db: Db, id: number): Promise<InsiderRow | null> {
  const rows = await db.select().from(insiders).where(eq(insiders.id, id))
  return rows[0] ?? null
}

/** A phone that is known already keeps what is not said anew. */
export async function putInsider(tx: Db, insider: Omit<InsiderRow, 'id'>): Promise<void> {
  const { note, accountId } = insider
  const set = accountId === null ? { note } : { accountId }
  await tx.insert(insiders).values(insider).onConflictDoUpdate({ target: insiders.phoneIndex, set })
}

export async function removeInsider(tx: Db, id: number): Promise<boolean> {
  const gone = await tx.delete(insiders).where(eq(insiders.id, id)).returning({ id: insiders.id })
  return gone.length > 0
}

export async function putTerms(tx: Db, contestId: number, hash: string, fixedAt: number): Promise<void> {
  const set = { hash, fixedAt }
  await tx
    .insert(prizeTerms)
    .values({ contestId, ...set })
    .onConflictDoUpdate({ target: prizeTerms.contestId, set })
}

export async function fixedTerms(db: Db, contestId: number): Promise<{ hash: string; fixedAt: number } | null> {
  const rows = await db.select().from(prizeTerms).where(eq(prizeTerms.contestId, contestId))
  return rows[0] ?? null
}

/** How many people a draw's list has. */
export async function countChances(db: Db, drawId: number): Promise<number> {
  const rows = await db.select({ n: count() }).from(drawChances).where(eq(drawChances.drawId, drawId))
  return rows[0]?.n ?? 0
}

/** Of some people, those whose result still waits for somebody's decision. */
export async function awaitingReview(db: Db, contestId: number, ids: number[]): Promise<number[]> {
  const rows = await db
    .select({ id: reviewCases.accountId })
    .from(reviewCases)
    .where(and(eq(reviewCases.contestId, contestId), isNull(reviewCases.decision)))
  const asked = new Set(ids)
  return rows.flatMap(({ id }) => (asked.has(id) ? [id] : []))
}
