/** Exports: the record of each, and how far its file is. */
import { and, count as counted, desc, eq, isNotNull, isNull, lte, or } from 'drizzle-orm'
import type { ExportKind } from '../core/prize/export.ts'
import { accounts } from './schema/account.ts'
import { attempts } from './schema/attempt.ts'
import { certificates } from './schema/certificate.ts'
import { contests } from './schema/contest.ts'
import { exports } from './schema/export.ts'
import { standings } from './schema/standing.ts'
import type { Db } from './storage.ts'

export async function insertExport(tx: Db, row: typeof exports.$inferInsert): Promise<void> {
  await tx.insert(exports).values(row)
}

export async function noteExport(
  tx: Db,
  publicId: string,
  set: Partial<
    Pick<typeof exports.$inferSelect, 'rows' | 'bytes' | 'finishedAt' | 'failedAt' | 'expiresAt' | 'removedAt'>
  >,
): Promise<void> {
  await tx.update(exports).set(set).where(eq(exports.publicId, publicId))
}

export type ExportRecord = typeof exports.$inferSelect & { who: string }

const withWho = (db: Db) =>
  db
    .select({ row: exports, name: accounts.name, login: accounts.login })
    .from(exports)
    .innerJoin(accounts, eq(accounts.id, exports.createdBy))

type WithWho = { row: typeof exports.$inferSelect; name: string | null; login: string | null }
const recordOf = ({ row, name, login }: WithWho): ExportRecord => ({ ...row, who: name ?? login ?? '' })

export async function exportRecord(db: Db, publicId: string): Promise<ExportRecord | null> {
  const rows = await withWho(db).where(eq(exports.publicId, publicId))
  return rows[0] ? recordOf(rows[0]) : null
}

/** With the name of who made it, the newest first. */
export const exportRecords = async (db: Db, contestId: number): Promise<ExportRecord[]> =>
  (await withWho(db).where(eq(exports.contestId, contestId)).orderBy(desc(exports.id)).limit(100)).map(recordOf)

/** Files whose time is over, and work that has no end yet. */
export const exportsToTidy = async (db: Db, now: number) =>
  db
    .select({ publicId: exports.publicId, finishedAt: exports.finishedAt, slug: contests.slug })
    .from(exports)
    .innerJoin(contests, eq(contests.id, exports.contestId))
    .where(
      and(
        isNotNull(exports.publicId),
        isNull(exports.removedAt),
        isNull(exports.failedAt),
        or(isNull(exports.finishedAt), lte(exports.expiresAt, now)),
      ),
    )

async function countCertificates(db: Db, contestId: number): Promise<number> {
  const holding = and(eq(certificates.contestId, contestId), isNull(certificates.revokedAt))
  const rows = await db.select({ n: counted() }).from(certificates).where(holding)
  return rows[0]?.n ?? 0
}

/** About how many rows a list will have, for its progress bar; for answers, the papers. */
export async function countRows(db: Db, contestId: number, kind: ExportKind): Promise<number> {
  if (kind === 'certificates') return countCertificates(db, contestId)
  const table = kind === 'participants' || kind === 'answers' ? attempts : standings
  const rows = await db.select({ n: counted() }).from(table).where(eq(table.contestId, contestId))
  return rows[0]?.n ?? 0
}
