/** Strikes: who does not count in a contest, and why. */
import { and, desc, eq, isNull } from 'drizzle-orm'
import { accounts } from './schema/account.ts'
import { attempts } from './schema/attempt.ts'
import { strikes } from './schema/integrity.ts'
import type { Db } from './storage.ts'

export type StrikeRow = typeof strikes.$inferSelect

export async function insertStrike(
  tx: Db,
  strike: Pick<StrikeRow, 'publicId' | 'contestId' | 'accountId' | 'reason' | 'struckBy' | 'struckAt' | 'appealUntil'>,
): Promise<void> {
  await tx.insert(strikes).values(strike)
}

/** The strike that is in force on a person in a contest, or null. */
export async function strikeOn(db: Db, contestId: number, accountId: number): Promise<StrikeRow | null> {
  const rows = await db
    .select()
    .from(strikes)
    .where(and(eq(strikes.contestId, contestId), eq(strikes.accountId, accountId), isNull(strikes.undoneAt)))
  return rows[0] ?? null
}

export async function strikeByPublicId(db: Db, contestId: number, publicId: string): Promise<StrikeRow | null> {
  const rows = await db
    .select()
    .from(strikes)
    .where(and(eq(strikes.contestId, contestId), eq(strikes.publicId, publicId)))
  return rows[0] ?? null
}

/** All strikes of a contest, newest first, with the name that staff see. */
export const strikesIn = async (db: Db, contestId: number, limit: number) =>
  db
    .select({ row: strikes, account: accounts.publicId, name: accounts.name })
    .from(strikes)
    .innerJoin(accounts, eq(accounts.id, strikes.accountId))
    .where(eq(strikes.contestId, contestId))
    .orderBy(desc(strikes.struckAt), desc(strikes.id))
    .limit(limit)

export async function changeStrike(tx: Db, id: number, set: Partial<StrikeRow>): Promise<void> {
  await tx.update(strikes).set(set).where(eq(strikes.id, id))
}

/** Marks a person's attempts at a contest as struck out, or (null) as counting again. */
export async function markStruckOut(tx: Db, contestId: number, accountId: number, at: number | null): Promise<void> {
  await tx
    .update(attempts)
    .set({ struckOutAt: at })
    .where(and(eq(attempts.contestId, contestId), eq(attempts.accountId, accountId)))
}
