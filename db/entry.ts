/** Entries to contests, and invitations. */
import { and, eq, gt, inArray, isNotNull, lte, placeholder } from 'drizzle-orm'
import { count } from './columns.ts'
import { accounts, organisations } from './schema/account.ts'
import { attempts } from './schema/attempt.ts'
import { contests } from './schema/contest.ts'
import { closedEntrants, contestEntries, contestInvitations } from './schema/entry.ts'
import { type Awaitable, type Db, prepared } from './storage.ts'

export type EntryRow = typeof contestEntries.$inferSelect

export function entryOf(db: Db, contestId: number, accountId: number): Awaitable<EntryRow | null> {
  return prepared(db, 'entry_of', db =>
    db
      .select()
      .from(contestEntries)
      .where(
        and(
          eq(contestEntries.contestId, placeholder('contestId')),
          eq(contestEntries.accountId, placeholder('accountId')),
        ),
      ),
  ).first({ contestId, accountId })
}

/** Who chose which track of a contest. */
export async function tracksOf(db: Db, contestId: number): Promise<Map<number, string>> {
  const rows = await db
    .select({ accountId: contestEntries.accountId, track: contestEntries.track })
    .from(contestEntries)
    .where(and(eq(contestEntries.contestId, contestId), isNotNull(contestEntries.track)))
  return new Map(rows.map(row => [row.accountId, row.track as string]))
}

/** The newest words of a person count; when they first entered stays. */
export async function putEntry(tx: Db, row: EntryRow): Promise<void> {
  const { contestId, accountId, createdAt, ...said } = row
  await tx
    .insert(contestEntries)
    .values({ contestId, accountId, createdAt, ...said })
    .onConflictDoUpdate({ target: [contestEntries.contestId, contestEntries.accountId], set: said })
}

/** Whether the account's phone stands on the contest's list. */
export async function isInvited(db: Db, contestId: number, accountId: number): Promise<boolean> {
  const rows = await db
    .select({ phone: contestInvitations.phoneIndex })
    .from(contestInvitations)
    .innerJoin(accounts, eq(accounts.phoneIndex, contestInvitations.phoneIndex))
    .where(and(eq(contestInvitations.contestId, contestId), eq(accounts.id, accountId)))
  return rows.length > 0
}

/** Rows that fit into one statement on both engines. */
const atOnce = 500

/** Phones that are on the list already stay as they are. */
export async function invite(tx: Db, rows: (typeof contestInvitations.$inferInsert)[]): Promise<void> {
  for (let i = 0; i < rows.length; i += atOnce)
    await tx
      .insert(contestInvitations)
      .values(rows.slice(i, i + atOnce))
      .onConflictDoNothing()
}

export async function clearInvitations(tx: Db, contestId: number): Promise<void> {
  await tx.delete(contestInvitations).where(eq(contestInvitations.contestId, contestId))
}

export async function countInvitations(db: Db, contestId: number): Promise<number> {
  const rows = await db
    .select({ n: count() })
    .from(contestInvitations)
    .where(eq(contestInvitations.contestId, contestId))
  return rows[0]?.n ?? 0
}

export async function organisationPublicId(db: Db, id: number): Promise<string | null> {
  const rows = await db.select({ publicId: organisations.publicId }).from(organisations).where(eq(organisations.id, id))
  return rows[0]?.publicId ?? null
}

/** Contests that still run and that the account has an attempt at. */
export async function runningContestsOf(db: Db, accountId: number, now: number): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: attempts.contestId })
    .from(attempts)
    .innerJoin(contests, eq(contests.id, attempts.contestId))
    .where(and(eq(attempts.accountId, accountId), gt(contests.closesAt, now)))
  return rows.map(row => row.id)
}

export async function putClosedEntrants(tx: Db, rows: (typeof closedEntrants.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(closedEntrants).values(rows).onConflictDoNothing()
}

/** @param entrant keyed hash of a phone in this contest */
export async function isClosedEntrant(db: Db, contestId: number, entrant: string): Promise<boolean> {
  const row = await prepared(db, 'closed_entrant', db =>
    db
      .select({ closedAt: closedEntrants.closedAt })
      .from(closedEntrants)
      .where(
        and(eq(closedEntrants.contestId, placeholder('contestId')), eq(closedEntrants.entrant, placeholder('entrant'))),
      ),
  ).first({ contestId, entrant })
  return row !== null
}

/** Of contests that are over nobody starts anything any more. */
export async function eraseClosedEntrants(tx: Db, now: number): Promise<void> {
  const over = tx.select({ id: contests.id }).from(contests).where(lte(contests.closesAt, now))
  await tx.delete(closedEntrants).where(inArray(closedEntrants.contestId, over))
}
