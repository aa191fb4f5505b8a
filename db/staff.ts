/** Staff accounts and the links that set them up. */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { AccountRow } from './account.ts'
import { accounts, setupTokens } from './schema/account.ts'
import type { Db } from './storage.ts'

export async function accountByLogin(db: Db, login: string): Promise<AccountRow | null> {
  const rows = await db.select().from(accounts).where(eq(accounts.login, login))
  return rows[0] ?? null
}

/** Everybody with a login, the oldest first. */
export const staffAccounts = async (db: Db): Promise<AccountRow[]> =>
  db.select().from(accounts).where(isNotNull(accounts.login)).orderBy(asc(accounts.id))

/** Names by account, for "who did it". */
export const staffNames = async (db: Db): Promise<Map<number, string>> =>
  new Map((await staffAccounts(db)).map(({ id, name, login }) => [id, name ?? login ?? '']))

/** Whether anybody can sign in with a password yet. */
export async function staffExists(db: Db): Promise<boolean> {
  const rows = await db.select({ id: accounts.id }).from(accounts).where(isNotNull(accounts.passwordHash)).limit(1)
  return rows.length > 0
}

export async function setPassword(tx: Db, accountId: number, passwordHash: string): Promise<void> {
  await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId))
}

export type SetupToken = typeof setupTokens.$inferSelect

/** Replaces earlier unused links for the same purpose. @param accountId null: the first staff account */
export async function putSetupToken(tx: Db, token: { tokenHash: string; accountId: number | null; createdAt: number }) {
  const same = token.accountId === null ? isNull(setupTokens.accountId) : eq(setupTokens.accountId, token.accountId)
  await tx.delete(setupTokens).where(and(same, isNull(setupTokens.usedAt)))
  await tx.insert(setupTokens).values(token)
}

export async function openSetupToken(db: Db, tokenHash: string): Promise<SetupToken | null> {
  const rows = await db
    .select()
    .from(setupTokens)
    .where(and(eq(setupTokens.tokenHash, tokenHash), isNull(setupTokens.usedAt)))
  return rows[0] ?? null
}

/** Takes an open link for oneself. @returns false when somebody else took it a moment before */
export async function takeSetupToken(tx: Db, id: number, usedAt: number): Promise<boolean> {
  const taken = await tx
    .update(setupTokens)
    .set({ usedAt })
    .where(and(eq(setupTokens.id, id), isNull(setupTokens.usedAt)))
    .returning({ id: setupTokens.id })
  return taken.length > 0
}

export async function noteSetupBy(tx: Db, id: number, usedBy: number): Promise<void> {
  await tx.update(setupTokens).set({ usedBy }).where(eq(setupTokens.id, id))
}

/** @param at null: back again */
export async function setDeactivated(tx: Db, accountId: number, at: number | null): Promise<void> {
  await tx.update(accounts).set({ deactivatedAt: at }).where(eq(accounts.id, accountId))
}
