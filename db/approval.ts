/** What waits for a second person. */
import { and, desc, eq, gt, inArray, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm'
import type { ApprovalKind } from '../core/account/approval.ts'
import type { LocalText } from '../core/locale.ts'
import { locked } from './columns.ts'
import { accounts } from './schema/account.ts'
import { approvals } from './schema/audit.ts'
import { contests } from './schema/contest.ts'
import { secondFactors } from './schema/factor.ts'
import { draws } from './schema/prize.ts'
import type { Db } from './storage.ts'

export type ApprovalRow = typeof approvals.$inferSelect

export async function insertApproval(
  tx: Db,
  row: Pick<
    ApprovalRow,
    'publicId' | 'kind' | 'subject' | 'payload' | 'reason' | 'proposedBy' | 'proposedAt' | 'expiresAt'
  >,
): Promise<void> {
  await tx.insert(approvals).values(row)
}

/** Held until the unit ends: of two who decide at once, the second finds it decided. */
export async function approvalAlone(tx: Db, publicId: string): Promise<ApprovalRow | null> {
  const rows = await locked(tx.select().from(approvals).where(eq(approvals.publicId, publicId)))
  return rows[0] ?? null
}

/** The newest proposals of a kind about a subject, whatever became of them. */
export const approvalsAbout = async (db: Db, kind: ApprovalKind, subject: string): Promise<ApprovalRow[]> =>
  db
    .select()
    .from(approvals)
    .where(and(eq(approvals.kind, kind), eq(approvals.subject, subject)))
    .orderBy(desc(approvals.id))
    .limit(20)

/** The newest first. @param open only those without an outcome */
export const approvalPage = async (db: Db, open: boolean, limit: number): Promise<ApprovalRow[]> =>
  db
    .select()
    .from(approvals)
    .where(open ? isNull(approvals.outcome) : isNotNull(approvals.outcome))
    .orderBy(desc(approvals.id))
    .limit(limit)

export async function settleApproval(
  tx: Db,
  id: number,
  settled: Pick<ApprovalRow, 'outcome' | 'decidedBy' | 'decidedAt' | 'note'>,
): Promise<void> {
  await tx.update(approvals).set(settled).where(eq(approvals.id, id))
}

export async function markUsed(tx: Db, id: number, usedAt: number): Promise<void> {
  await tx.update(approvals).set({ usedAt }).where(eq(approvals.id, id))
}

/** Staff who could sign in now, other than one of them: they have done so before, and are not deactivated. */
export const othersAtWork = (db: Db, besides: number) => others(db, besides, isNull(accounts.deactivatedAt))

/** Those, and whoever could until an instant ago: deactivated after `since`. */
export const othersLately = (db: Db, besides: number, since: number) =>
  others(db, besides, or(isNull(accounts.deactivatedAt), gt(accounts.deactivatedAt, since)))

const others = async (db: Db, besides: number, working: SQL | undefined) =>
  db
    .select({ id: accounts.id, roles: accounts.roles })
    .from(accounts)
    .innerJoin(secondFactors, eq(secondFactors.accountId, accounts.id))
    .where(and(ne(accounts.id, besides), isNotNull(secondFactors.confirmedAt), working))

/** Titles of contests by their slugs. */
export async function contestTitles(db: Db, slugs: string[]): Promise<Map<string, LocalText>> {
  if (slugs.length === 0) return new Map()
  const rows = await db
    .select({ slug: contests.slug, title: contests.title })
    .from(contests)
    .where(inArray(contests.slug, slugs))
  return new Map(rows.map(({ slug, title }) => [slug, title]))
}

/** Slugs of the contests that draws belong to, by the public ids of the draws. */
export async function contestsOfDraws(db: Db, publicIds: string[]): Promise<Map<string, string>> {
  if (publicIds.length === 0) return new Map()
  const rows = await db
    .select({ draw: draws.publicId, slug: contests.slug })
    .from(draws)
    .innerJoin(contests, eq(contests.id, draws.contestId))
    .where(inArray(draws.publicId, publicIds))
  return new Map(rows.map(({ draw, slug }) => [draw, slug]))
}
