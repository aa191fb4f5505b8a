/** Exports of personal data, and the record of each. */
import { desc, eq } from 'drizzle-orm'
import { accounts, organisations } from './schema/account.ts'
import { exports } from './schema/export.ts'
import { standings } from './schema/standing.ts'
import type { Db } from './storage.ts'

export interface Identity {
  name: string | null
  phoneCipher: string | null
  organisation: string | null
}

/** Who stands in a contest, by account. */
export async function identitiesIn(db: Db, contestId: number): Promise<Map<number, Identity>> {
  const rows = await db
    .select({
      accountId: standings.accountId,
      name: accounts.name,
      phoneCipher: accounts.phoneCipher,
      organisation: organisations.name,
    })
    .from(standings)
    .innerJoin(accounts, eq(accounts.id, standings.accountId))
    .leftJoin(organisations, eq(organisations.id, standings.organisationId))
    .where(eq(standings.contestId, contestId))
  return new Map(rows.map(({ accountId, ...identity }) => [accountId, identity]))
}

export async function insertExport(tx: Db, row: typeof exports.$inferInsert): Promise<void> {
  await tx.insert(exports).values(row)
}

/** With the name of who made it, the newest first. */
export async function exportRecords(db: Db, contestId: number) {
  const rows = await db
    .select({
      createdAt: exports.createdAt,
      kind: exports.kind,
      format: exports.format,
      masked: exports.masked,
      reason: exports.reason,
      rows: exports.rows,
      name: accounts.name,
      login: accounts.login,
    })
    .from(exports)
    .innerJoin(accounts, eq(accounts.id, exports.createdBy))
    .where(eq(exports.contestId, contestId))
    .orderBy(desc(exports.id))
  return rows.map(({ name, login, ...row }) => ({ ...row, who: name ?? login ?? '' }))
}
