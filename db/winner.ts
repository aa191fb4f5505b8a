/** Lists of winners, and who stands on them. */
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, placeholder } from 'drizzle-orm'
import { alone, locked } from './columns.ts'
import { accounts, organisations } from './schema/account.ts'
import { contests } from './schema/contest.ts'
import { contestEntries } from './schema/entry.ts'
import { claims, draws, winnerLists, winners } from './schema/prize.ts'
import { standings } from './schema/standing.ts'
import { type Awaitable, type Db, prepared } from './storage.ts'

export type ListRow = typeof winnerLists.$inferSelect
export type WinnerRow = typeof winners.$inferSelect

/** Makes units that give prizes of one contest at once wait for each other. */
export const prizesAlone = (tx: Db, contestId: number): Promise<void> => alone(tx, `prizes ${contestId}`)

/** Of a contest, with the draw's rule where there is one. */
export const listsOf = async (db: Db, contestId: number): Promise<(ListRow & { rule: string | null })[]> => {
  const rows = await db
    .select({ list: winnerLists, rule: draws.rule })
    .from(winnerLists)
    .leftJoin(draws, eq(draws.id, winnerLists.drawId))
    .where(eq(winnerLists.contestId, contestId))
    .orderBy(asc(winnerLists.id))
  return rows.map(({ list, rule }) => ({ ...list, rule: list.rule ?? rule }))
}

/** Published ones of a contest. */
export const publishedListsOf = async (db: Db, contestId: number): Promise<ListRow[]> =>
  db
    .select()
    .from(winnerLists)
    .where(and(eq(winnerLists.contestId, contestId), isNotNull(winnerLists.publishedAt)))
    .orderBy(asc(winnerLists.id))

/** Held until the unit ends: whoever settles or publishes the same list waits. */
export async function lockedList(tx: Db, publicId: string): Promise<ListRow | null> {
  const rows = await locked(tx.select().from(winnerLists).where(eq(winnerLists.publicId, publicId)))
  return rows[0] ?? null
}

export async function listById(db: Db, id: number): Promise<ListRow | null> {
  const rows = await locked(db.select().from(winnerLists).where(eq(winnerLists.id, id)))
  return rows[0] ?? null
}

export async function insertList(
  tx: Db,
  list: Pick<ListRow, 'publicId' | 'contestId' | 'kind' | 'drawId' | 'settledAt' | 'settledBy'> & { rule?: string },
): Promise<number> {
  const rows = await tx.insert(winnerLists).values(list).returning({ id: winnerLists.id })
  return (rows[0] as { id: number }).id
}

export async function putList(tx: Db, id: number, set: Partial<Omit<ListRow, 'id'>>): Promise<void> {
  await tx.update(winnerLists).set(set).where(eq(winnerLists.id, id))
}

export async function dropWinners(tx: Db, listId: number): Promise<void> {
  await tx.delete(winners).where(eq(winners.listId, listId))
}

/** What a paper won at once, and has not lost since. */
export const winsOfAttempt = (db: Db, attemptId: number): Awaitable<Pick<WinnerRow, 'tierName' | 'prize'>[]> =>
  prepared(db, 'wins_of_attempt', db =>
    db
      .select({ tierName: winners.tierName, prize: winners.prize })
      .from(winners)
      .where(and(eq(winners.attemptId, placeholder('attemptId')), isNull(winners.endedAt)))
      .orderBy(asc(winners.id)),
  ).rows({ attemptId })

type NewWinner = Pick<WinnerRow, 'publicId' | 'listId' | 'place'> & Partial<Omit<WinnerRow, 'id'>>

export async function insertWinners(tx: Db, rows: NewWinner[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 200) await tx.insert(winners).values(rows.slice(at, at + 200))
}

export async function putWinner(tx: Db, id: number, set: Partial<Omit<WinnerRow, 'id'>>): Promise<void> {
  await tx.update(winners).set(set).where(eq(winners.id, id))
}

export async function endWinners(tx: Db, ids: number[], why: WinnerRow['endedWhy'], endedAt: number): Promise<void> {
  for (let at = 0; at < ids.length; at += 500)
    await tx
      .update(winners)
      .set({ endedWhy: why, endedAt })
      .where(and(inArray(winners.id, ids.slice(at, at + 500)), isNull(winners.endedAt)))
}

/** A winner with what a list says of them, and whether there is a claim. */
const joined = {
  winner: winners,
  hasClaim: claims.winnerId,
  name: accounts.name,
  showName: accounts.showName,
  phoneCipher: accounts.phoneCipher,
  goneAt: accounts.deactivatedAt,
  organisation: organisations.name,
}

export interface ListedWinner {
  winner: WinnerRow
  hasClaim: boolean
  name: string | null
  showName: boolean
  phoneCipher: string | null
  /** When the account was closed. */
  goneAt: number | null
  organisation: string | null
}

export async function winnersOf(db: Db, listIds: number[]): Promise<ListedWinner[]> {
  if (listIds.length === 0) return []
  const rows = await db
    .select(joined)
    .from(winners)
    .leftJoin(claims, eq(claims.winnerId, winners.id))
    .leftJoin(accounts, eq(accounts.id, winners.accountId))
    .leftJoin(organisations, eq(organisations.id, winners.organisationId))
    .where(inArray(winners.listId, listIds))
    .orderBy(asc(winners.listId), asc(winners.place), asc(winners.id))
  return rows.map(row => ({ ...row, hasClaim: row.hasClaim !== null, showName: row.showName ?? false }))
}

export async function winnerByPublicId(db: Db, publicId: string): Promise<WinnerRow | null> {
  const rows = await locked(db.select().from(winners).where(eq(winners.publicId, publicId)))
  return rows[0] ?? null
}

/** Of published lists, the newest first: what somebody won, with the contest. */
export const prizesOf = async (db: Db, accountId: number) =>
  db
    .select({
      winner: winners,
      list: winnerLists,
      contest: contests,
      claimedAt: claims.submittedAt,
      erasedAt: claims.erasedAt,
    })
    .from(winners)
    .innerJoin(winnerLists, eq(winnerLists.id, winners.listId))
    .innerJoin(contests, eq(contests.id, winnerLists.contestId))
    .leftJoin(claims, eq(claims.winnerId, winners.id))
    .where(and(eq(winners.accountId, accountId), isNotNull(winnerLists.publishedAt), isNotNull(winners.calledAt)))
    .orderBy(desc(winners.id))

/** Everybody in a contest who has a prize that has not ended, whichever list it stands on. */
export const holdersIn = async (db: Db, contestId: number): Promise<WinnerRow[]> => {
  const rows = await db
    .select({ winner: winners })
    .from(winners)
    .innerJoin(winnerLists, eq(winnerLists.id, winners.listId))
    .where(and(eq(winnerLists.contestId, contestId), isNotNull(winners.tier), isNull(winners.endedAt)))
    .orderBy(asc(winners.id))
  return rows.map(row => row.winner)
}

/** Published lists with somebody on them who has not got the prize yet. */
export const listsInHand = async (db: Db): Promise<ListRow[]> => {
  const rows = await db
    .selectDistinct({ id: winners.listId })
    .from(winners)
    .innerJoin(winnerLists, eq(winnerLists.id, winners.listId))
    .where(and(isNotNull(winnerLists.publishedAt), isNotNull(winners.accountId), isNull(winners.handedOverAt)))
  const ids = rows.map(row => row.id)
  return ids.length === 0
    ? []
    : db.select().from(winnerLists).where(inArray(winnerLists.id, ids)).orderBy(asc(winnerLists.id))
}

/** Called, not claimed, past the date. */
export const lateWinners = async (db: Db, now: number, most: number): Promise<WinnerRow[]> => {
  const rows = await db
    .select({ winner: winners })
    .from(winners)
    .leftJoin(claims, eq(claims.winnerId, winners.id))
    .where(
      and(lte(winners.claimUntil, now), isNull(winners.endedAt), isNull(winners.handedOverAt), isNull(claims.winnerId)),
    )
    .orderBy(asc(winners.claimUntil), asc(winners.listId), asc(winners.place), asc(winners.id))
    .limit(most)
  return rows.map(row => row.winner)
}

/** In a track, or (null) everybody. */
const inTrack = (contestId: number, track: string | null) =>
  and(eq(standings.contestId, contestId), track === null ? undefined : eq(contestEntries.track, track))

const ownEntry = and(
  eq(contestEntries.contestId, standings.contestId),
  eq(contestEntries.accountId, standings.accountId),
)

/**
 * The score of whoever stands at a place by score alone, or null with fewer people.
 * @param place from 1 @param track within it; null: of everybody
 */
export async function scoreAt(db: Db, contestId: number, place: number, track: string | null): Promise<number | null> {
  const rows = await db
    .select({ score: standings.score })
    .from(standings)
    .leftJoin(contestEntries, ownEntry)
    .where(inTrack(contestId, track))
    .orderBy(desc(standings.score))
    .limit(1)
    .offset(place - 1)
  return rows[0]?.score ?? null
}

/** Everybody with at least this score. @param track of it alone; null: whoever they are */
export const standingFrom = async (db: Db, contestId: number, score: number, track: string | null) =>
  db
    .select({
      id: standings.accountId,
      score: standings.score,
      correct: standings.correct,
      durationMs: standings.durationMs,
      finishedAt: standings.finishedAt,
      attempts: standings.attempts,
      lot: standings.lot,
      region: standings.region,
      organisationId: standings.organisationId,
    })
    .from(standings)
    .leftJoin(contestEntries, ownEntry)
    .where(and(inTrack(contestId, track), gte(standings.score, score)))

/** Where people come from, for lists that a draw gives. */
export async function placesOf(
  db: Db,
  ids: number[],
): Promise<Map<number, { region: string | null; organisationId: number | null }>> {
  const found = new Map<number, { region: string | null; organisationId: number | null }>()
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await db
      .select({ id: accounts.id, region: accounts.region, organisationId: accounts.organisationId })
      .from(accounts)
      .where(inArray(accounts.id, ids.slice(at, at + 500)))
    for (const { id, ...place } of rows) found.set(id, place)
  }
  return found
}
