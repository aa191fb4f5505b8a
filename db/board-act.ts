/** What organizers did to boards, and who waits behind frozen ones. */
import { and, asc, eq, placeholder } from 'drizzle-orm'
import type { FreezeAct } from '../core/standing/freeze.ts'
import { accounts } from './schema/account.ts'
import { attempts } from './schema/attempt.ts'
import { boardActs, heldStandings } from './schema/standing.ts'
import { type Awaitable, type Db, prepared } from './storage.ts'

export type BoardActRow = Pick<typeof boardActs.$inferSelect, 'act' | 'at'>

/** In the order in which they happened. */
export const actsOn = (db: Db, contestId: number): Awaitable<BoardActRow[]> =>
  prepared(db, 'board_acts', db =>
    db
      .select({ act: boardActs.act, at: boardActs.at })
      .from(boardActs)
      .where(eq(boardActs.contestId, placeholder('contestId')))
      .orderBy(asc(boardActs.id)),
  ).rows({ contestId })

/** The acts that freeze and reveal. */
export const freezes = (acts: readonly BoardActRow[]): FreezeAct[] =>
  acts.flatMap(({ act, at }) => (act === 'freeze' || act === 'reveal' ? [{ act, at }] : []))

/** With the name of who did it and why, the newest first. */
export async function actRecords(db: Db, contestId: number) {
  const rows = await db
    .select({
      act: boardActs.act,
      at: boardActs.at,
      reason: boardActs.reason,
      name: accounts.name,
      login: accounts.login,
    })
    .from(boardActs)
    .innerJoin(accounts, eq(accounts.id, boardActs.actorId))
    .where(eq(boardActs.contestId, contestId))
    .orderBy(asc(boardActs.id))
  return rows.reverse().map(({ name, login, ...row }) => ({ ...row, who: name ?? login ?? '' }))
}

export async function insertAct(tx: Db, act: Omit<typeof boardActs.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(boardActs).values(act)
}

export async function holdStanding(tx: Db, contestId: number, accountId: number): Promise<void> {
  await tx.insert(heldStandings).values({ contestId, accountId }).onConflictDoNothing()
}

/** Everybody who started an attempt: any of them may stand elsewhere now. */
export async function holdEverybody(tx: Db, contestId: number): Promise<void> {
  await tx
    .insert(heldStandings)
    .select(
      tx
        .selectDistinct({ contestId: attempts.contestId, accountId: attempts.accountId })
        .from(attempts)
        .where(eq(attempts.contestId, contestId)),
    )
    .onConflictDoNothing()
}

/** Contests in which somebody waits. */
export async function contestsThatHold(db: Db): Promise<number[]> {
  const rows = await db.selectDistinct({ contestId: heldStandings.contestId }).from(heldStandings)
  return rows.map(row => row.contestId)
}

export async function peopleHeld(db: Db, contestId: number, most: number): Promise<number[]> {
  const rows = await db
    .select({ accountId: heldStandings.accountId })
    .from(heldStandings)
    .where(eq(heldStandings.contestId, contestId))
    .limit(most)
  return rows.map(row => row.accountId)
}

/** Whether a person waits behind a frozen board. */
export async function isHeld(db: Db, contestId: number, accountId: number): Promise<boolean> {
  const found = await prepared(db, 'is_held', db =>
    db
      .select({ accountId: heldStandings.accountId })
      .from(heldStandings)
      .where(
        and(
          eq(heldStandings.contestId, placeholder('contestId')),
          eq(heldStandings.accountId, placeholder('accountId')),
        ),
      ),
  ).first({ contestId, accountId })
  return found !== null
}

export async function releaseStanding(tx: Db, contestId: number, accountId: number): Promise<void> {
  await tx
    .delete(heldStandings)
    .where(and(eq(heldStandings.contestId, contestId), eq(heldStandings.accountId, accountId)))
}
