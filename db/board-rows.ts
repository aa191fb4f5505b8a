/** Which rows of standings, counts and changes belong to a board, and what a row of a person shows. */
import { and, asc, eq, placeholder, type SQL } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Scope } from '../core/standing/scope.ts'
import { oneValueOf, spelledNumber } from './columns.ts'
import { accounts } from './schema/account.ts'
import { boardChanges, boardCounts, partStandings, standings } from './schema/standing.ts'
import type { Db } from './storage.ts'

export interface Board {
  contestId: number
  scope: Scope
  /** Null: people of all regions. */
  region: string | null
}

/** Rows of the whole and rows of a part differ in nothing that a board reads but their scope. */
export const peopleTable = (scope: Scope) => (scope === 'whole' ? standings : partStandings) as typeof partStandings

/** Standings of a board; scope and region as placeholders. */
export function onBoard(board: Board): SQL {
  const people = peopleTable(board.scope)
  return and(
    eq(people.contestId, placeholder('contestId')),
    board.scope === 'whole' ? undefined : eq(people.scope, placeholder('scope')),
    board.region === null ? undefined : eq(people.region, placeholder('region')),
  ) as SQL
}

export const countsOf = (level: number): SQL =>
  and(
    eq(boardCounts.contestId, placeholder('contestId')),
    eq(boardCounts.scope, placeholder('scope')),
    eq(boardCounts.region, placeholder('boardRegion')),
    eq(boardCounts.level, level),
  ) as SQL

export const pendingOn = (board: Board): SQL =>
  and(
    eq(boardChanges.contestId, placeholder('contestId')),
    eq(boardChanges.scope, placeholder('scope')),
    board.region === null ? undefined : eq(boardChanges.region, placeholder('region')),
  ) as SQL

export const values = (board: Board) => ({ ...board, boardRegion: board.region ?? '' })
export const named = (name: string, { scope, region }: Board) =>
  `${name}_${scope === 'whole' ? 'whole' : 'part'}_${region === null ? 'all' : 'region'}`

export interface PersonRow {
  accountId: number
  score: number
  durationMs: number
  region: string | null
  orderKey: Buffer
  /** Null without the person's consent. */
  shownName: string | null
}

/** The name of whoever agreed to show it. Looked up by its key for each row, whatever a planner expects of a join. */
export const shownName = (db: Db, accountId: AnySQLiteColumn) =>
  oneValueOf<string | null>(
    db
      .select({ name: accounts.name })
      .from(accounts)
      .where(and(eq(accounts.id, accountId), eq(accounts.showName, true))),
  )

export const noBytes = Buffer.alloc(0)
/** After every key. */
export const lastBytes = Buffer.alloc(64, 255)

/**
 * Rows that are read for a page of so many people. The number stands in the statement itself: PostgreSQL plans anew each
 * time where it does not know how few rows are wanted, and that takes longer than reading them.
 */
export const fetchedFor = (limit: number): number => pageSizes.find(size => size >= limit) ?? limit
/** Of a screen, of a board, the largest that the API gives (and the neighbours that tell of a shared rank and a next page). */
const pageSizes = [7, 52, 102]

/**
 * Rows and names in one statement; names are looked up for the rows that are left.
 * @param reader begins the statement: with queries that `begins` speaks of, where there are such
 */
export function pageFrom(
  db: Db,
  board: Board,
  { begins, fetched, reader = db }: { begins: SQL; fetched: number; reader?: Pick<Db, 'select'> },
) {
  const people = peopleTable(board.scope)
  const page = db
    .select({
      accountId: people.accountId,
      score: people.score,
      durationMs: people.durationMs,
      region: people.region,
      orderKey: people.orderKey,
    })
    .from(people)
    .where(and(onBoard(board), begins))
    .orderBy(asc(people.orderKey))
    .limit(spelledNumber(fetched))
    .as('page')
  return reader
    .select({
      accountId: page.accountId,
      score: page.score,
      durationMs: page.durationMs,
      region: page.region,
      orderKey: page.orderKey,
      shownName: shownName(db, page.accountId),
    })
    .from(page)
    .orderBy(asc(page.orderKey))
}
