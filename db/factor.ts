/** Second factors and recovery codes. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { count, locked } from './columns.ts'
import { sessions } from './schema/account.ts'
import { recoveryCodes, secondFactors } from './schema/factor.ts'
import type { Db } from './storage.ts'

export type FactorRow = typeof secondFactors.$inferSelect

export async function factorOf(db: Db, accountId: number): Promise<FactorRow | null> {
  const rows = await db.select().from(secondFactors).where(eq(secondFactors.accountId, accountId))
  return rows[0] ?? null
}

/** Held until the unit ends: of two who give the same code, the second finds it used. */
export async function factorAlone(tx: Db, accountId: number): Promise<FactorRow | null> {
  const rows = await locked(tx.select().from(secondFactors).where(eq(secondFactors.accountId, accountId)))
  return rows[0] ?? null
}

/** A secret that waits for its first code; an earlier one that nobody confirmed is replaced. */
export async function putFactor(tx: Db, row: { accountId: number; secretCipher: string; createdAt: number }) {
  const fresh = { ...row, confirmedAt: null, lastStep: null, failures: 0, failedAt: null }
  await tx.insert(secondFactors).values(fresh).onConflictDoUpdate({ target: secondFactors.accountId, set: fresh })
}

export async function noteFactor(
  tx: Db,
  accountId: number,
  set: Partial<Pick<FactorRow, 'confirmedAt' | 'lastStep' | 'failures' | 'failedAt'>>,
): Promise<void> {
  await tx.update(secondFactors).set(set).where(eq(secondFactors.accountId, accountId))
}

export async function removeFactor(tx: Db, accountId: number): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId))
  await tx.delete(secondFactors).where(eq(secondFactors.accountId, accountId))
}

/** Replaces all earlier ones. */
export async function putRecoveryCodes(tx: Db, accountId: number, hashes: string[]): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId))
  await tx.insert(recoveryCodes).values(hashes.map(codeHash => ({ accountId, codeHash })))
}

/** @returns false when there is no such unused code */
export async function takeRecoveryCode(tx: Db, accountId: number, codeHash: string, usedAt: number): Promise<boolean> {
  const unused = and(
    eq(recoveryCodes.accountId, accountId),
    eq(recoveryCodes.codeHash, codeHash),
    isNull(recoveryCodes.usedAt),
  )
  const taken = await tx.update(recoveryCodes).set({ usedAt }).where(unused).returning({ id: recoveryCodes.id })
  return taken.length > 0
}

export async function recoveryCodesLeft(db: Db, accountId: number): Promise<number> {
  const rows = await db
    .select({ n: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt)))
  return rows[0]?.n ?? 0
}

/** From now on the session carries the rights of its account, or (null) no longer. */
export async function noteFactorGiven(
  tx: Db,
  sessionId: number,
  set: { factorAt: number | null; expiresAt?: number },
): Promise<void> {
  await tx.update(sessions).set(set).where(eq(sessions.id, sessionId))
}

/** Who has set one up. */
export async function accountsWithFactor(db: Db): Promise<Set<number>> {
  const rows = await db
    .select({ id: secondFactors.accountId })
    .from(secondFactors)
    .where(isNotNull(secondFactors.confirmedAt))
  return new Set(rows.map(({ id }) => id))
}
