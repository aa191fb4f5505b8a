/** Certificates. */
import { and, asc, count as countRows, eq, gt, gte, inArray, isNotNull, isNull, max } from 'drizzle-orm'
import type { ContestRow } from './contest.ts'
import { accounts } from './schema/account.ts'
import { attempts } from './schema/attempt.ts'
import { certificates } from './schema/certificate.ts'
import { standings } from './schema/standing.ts'
import type { Db } from './storage.ts'

export type CertificateRow = typeof certificates.$inferSelect

export async function certificateNumbered(db: Db, number: string): Promise<CertificateRow | null> {
  const rows = await db.select().from(certificates).where(eq(certificates.number, number))
  return rows[0] ?? null
}

export const certificatesOf = async (db: Db, accountId: number): Promise<CertificateRow[]> =>
  db.select().from(certificates).where(eq(certificates.accountId, accountId)).orderBy(asc(certificates.id))

export async function certificatesIn(
  db: Db,
  contestId: number,
  page: { from: number; most: number },
): Promise<{ rows: CertificateRow[]; total: number }> {
  const mine = eq(certificates.contestId, contestId)
  const [sum] = await db.select({ n: countRows() }).from(certificates).where(mine)
  const rows = await db
    .select()
    .from(certificates)
    .where(mine)
    .orderBy(asc(certificates.id))
    .limit(page.most)
    .offset(page.from)
  return { rows, total: sum?.n ?? 0 }
}

/** Whoever holds one on the same ground already keeps it. @returns how many were made */
export async function insertCertificates(
  tx: Db,
  rows: Omit<CertificateRow, 'id' | 'revokedAt' | 'revokedBy' | 'revokedWhy'>[],
): Promise<number> {
  if (rows.length === 0) return 0
  const made = await tx.insert(certificates).values(rows).onConflictDoNothing().returning({ id: certificates.id })
  return made.length
}

/** @returns false when it was revoked already */
export async function revokeCertificate(
  tx: Db,
  id: number,
  set: { revokedAt: number; revokedBy: number; revokedWhy: string },
): Promise<boolean> {
  const done = await tx
    .update(certificates)
    .set(set)
    .where(and(eq(certificates.id, id), isNull(certificates.revokedAt)))
    .returning({ id: certificates.id })
  return done.length === 1
}

/** People with an account whose best paper since the opening reaches a mark, with that score, in the order of their accounts. */
export async function finishersFrom(
  db: Db,
  contest: Pick<ContestRow, 'id' | 'opensAt'>,
  least: number,
): Promise<{ accountId: number; score: number }[]> {
  const best = max(attempts.score)
  const rows = await db
    .select({ accountId: attempts.accountId, score: best })
    .from(attempts)
    .innerJoin(accounts, eq(accounts.id, attempts.accountId))
    .where(
      and(
        eq(attempts.contestId, contest.id),
        // What is answered in a warm-up counts for nothing.
        gte(attempts.startedAt, contest.opensAt),
        isNotNull(attempts.finishedAt),
        isNull(attempts.struckOutAt),
        isNull(accounts.deactivatedAt),
      ),
    )
    .groupBy(attempts.accountId)
    .having(gte(best, least))
    .orderBy(asc(attempts.accountId))
  return rows.map(row => ({ accountId: row.accountId, score: row.score ?? 0 }))
}

/** Who of these holds a certificate on this ground already. */
export async function holdersAmong(
  db: Db,
  contestId: number,
  basis: CertificateRow['basis'],
  accountIds: number[],
): Promise<Set<number>> {
  if (accountIds.length === 0) return new Set()
  const rows = await db
    .select({ id: certificates.accountId })
    .from(certificates)
    .where(
      and(
        eq(certificates.contestId, contestId),
        eq(certificates.basis, basis),
        inArray(certificates.accountId, accountIds),
      ),
    )
  return new Set(rows.map(row => row.id))
}

/** Those that hold, in the order in which they were issued. @param region of who stood for it in the contest; null: all */
export const certificatesAfter = async (
  db: Db,
  contestId: number,
  region: string | null,
  after: number,
  limit: number,
) =>
  db
    .select({
      id: certificates.id,
      number: certificates.number,
      level: certificates.level,
      score: certificates.score,
      issuedAt: certificates.issuedAt,
      name: accounts.name,
    })
    .from(certificates)
    .innerJoin(accounts, eq(accounts.id, certificates.accountId))
    .leftJoin(
      standings,
      and(eq(standings.contestId, certificates.contestId), eq(standings.accountId, certificates.accountId)),
    )
    .where(
      and(
        eq(certificates.contestId, contestId),
        isNull(certificates.revokedAt),
        gt(certificates.id, after),
        region === null ? undefined : eq(standings.region, region),
      ),
    )
    .orderBy(asc(certificates.id))
    .limit(limit)
