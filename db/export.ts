/** Exports of personal data, and the record of each. */
import { eq } from 'drizzle-orm'
import { accounts, exports, organisations, standings } from './schema.ts'
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

export async function insertExport(tx: Db, row: Omit<typeof exports.$inferSelect, 'id'>): Promise<void> {
  await tx.insert(exports).values(row)
}

export const exportsOf = async (db: Db, contestId: number): Promise<(typeof exports.$inferSelect)[]> =>
  db.select().from(exports).where(eq(exports.contestId, contestId)).orderBy(exports.id)
