/**
 * Boards of people: ranks and pages out of counts (db/schema/standing.ts), whatever their number. Each question is one
 * statement, so that counts and what is not yet in them are seen at the same moment.
 */
import { and, asc, desc, eq, gt, gte, lt, lte, placeholder, type SQL } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Scope } from '../core/standing/scope.ts'
import { count, nought, oneValueOf, orNoBytes, sum } from './columns.ts'
import { accounts } from './schema/account.ts'
import { boardChanges, boardCounts, partStandings, standings } from './schema/standing.ts'
import { type Db, prepared } from './storage.ts'

export interface Board {
  contestId: number
  scope: Scope
  /** Null: people of all regions. */
  region: string | null
}

/** Rows of the whole and rows of a part differ in nothing that a board reads but their scope. */
export const peopleTable = (scope: Scope) => (scope === 'whole' ? standings : partStandings) as typeof partStandings

/** Standings of a board; scope and region as placeholders. */
function onBoard(board: Board): SQL {
  const people = peopleTable(board.scope)
  return and(
    eq(people.contestId, placeholder('contestId')),
    board.scope === 'whole' ? undefined : eq(people.scope, placeholder('scope')),
    board.region === null ? undefined : eq(people.region, placeholder('region')),
  ) as SQL
}

const countsOf = (level: number): SQL =>
  and(
    eq(boardCounts.contestId, placeholder('contestId')),
    eq(boardCounts.scope, placeholder('scope')),
    eq(boardCounts.region, placeholder('boardRegion')),
    eq(boardCounts.level, level),
  ) as SQL

const pendingOn = (board: Board): SQL =>
  and(
    eq(boardChanges.contestId, placeholder('contestId')),
    eq(boardChanges.scope, placeholder('scope')),
    board.region === null ? undefined : eq(boardChanges.region, placeholder('region')),
  ) as SQL

const values = (board: Board) => ({ ...board, boardRegion: board.region ?? '' })
const named = (name: string, { scope, region }: Board) =>
  `${name}_${scope === 'whole' ? 'whole' : 'part'}_${region === null ? 'all' : 'region'}`

/** The start of the stretch in which a key lies. */
const stretchOf = (db: Db, level: number): SQL =>
  orNoBytes(
    db
      .select({ start: boardCounts.start })
      .from(boardCounts)
      .where(and(countsOf(level), lte(boardCounts.start, placeholder('key'))))
      .orderBy(desc(boardCounts.start))
      .limit(1),
  )

/**
 * How many stand before a key. For a rank, hand in the ranking part of a key (core/standing/order.ts): it is before all
 * keys that begin with it.
 */
export async function countBefore(db: Db, board: Board, key: Buffer): Promise<number> {
  const parts = await prepared(db, named('count_before', board), db => {
    const people = peopleTable(board.scope)
    const counted = { n: sum(boardCounts.n) }
    const [block, bucket] = [stretchOf(db, 2), stretchOf(db, 1)]
    return db
      .select(counted)
      .from(boardCounts)
      .where(and(countsOf(2), lt(boardCounts.start, block)))
      .unionAll(
        db
          .select(counted)
          .from(boardCounts)
          .where(and(countsOf(1), gte(boardCounts.start, block), lt(boardCounts.start, bucket))),
      )
      .unionAll(
        db
          .select({ n: sum(boardChanges.n) })
          .from(boardChanges)
          .where(and(pendingOn(board), lt(boardChanges.orderKey, bucket))),
      )
      .unionAll(
        db
          .select({ n: count() })
          .from(people)
          .where(and(onBoard(board), gte(people.orderKey, bucket), lt(people.orderKey, placeholder('key')))),
      )
  }).rows({ ...values(board), key })
  return parts.reduce((total, part) => total + part.n, 0)
}

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
const shownName = (db: Db, accountId: AnySQLiteColumn) =>
  oneValueOf<string | null>(
    db
      .select({ name: accounts.name })
      .from(accounts)
      .where(and(eq(accounts.id, accountId), eq(accounts.showName, true))),
  )

/** @param offset how many people of the board are left out @returns the next ones, in order */
export async function peopleFrom(db: Db, board: Board, offset: number, limit: number): Promise<PersonRow[]> {
  // The first page, which most people ask for, begins where the board begins.
  if (offset === 0) return rowsOf(db, board, 'at', { key: noBytes, limit, offset })
  const block = placeIn(await stretches(db, board, 2, { start: noBytes, until: null }), offset)
  const bucket = placeIn(await stretches(db, board, 1, block), offset - block.before)
  return rowsOf(db, board, 'at', { key: bucket.start, limit, offset: offset - block.before - bucket.before })
}

/** The people that stand after a key. */
export const peopleAfter = (db: Db, board: Board, key: Buffer, limit: number): Promise<PersonRow[]> =>
  rowsOf(db, board, 'after', { key, limit, offset: 0 })

const noBytes = Buffer.alloc(0)
/** After every key. */
const lastBytes = Buffer.alloc(64, 255)

interface Stretch {
  start: Buffer
  /** Start of the next one; null: no end. */
  until: Buffer | null
}

/** The counts of a level inside a stretch (level above 0), and the changes that are not in them (level 0). */
const stretches = async (db: Db, board: Board, level: number, within: Stretch) =>
  prepared(db, named(`stretches_${level}`, board), db =>
    db
      .select({ start: boardCounts.start, n: boardCounts.n, level: boardCounts.level })
      .from(boardCounts)
      .where(
        and(countsOf(level), gte(boardCounts.start, placeholder('start')), lt(boardCounts.start, placeholder('until'))),
      )
      .unionAll(
        db
          .select({ start: boardChanges.orderKey, n: boardChanges.n, level: nought() })
          .from(boardChanges)
          .where(
            and(
              pendingOn(board),
              gte(boardChanges.orderKey, placeholder('start')),
              lt(boardChanges.orderKey, placeholder('until')),
            ),
          ),
      ),
  ).rows({ ...values(board), start: within.start, until: within.until ?? lastBytes })

/** The stretch in which the person stands whom `offset` others precede, and how many come before that stretch. */
function placeIn(found: { start: Buffer; n: number; level: number }[], offset: number): Stretch & { before: number } {
  const counted = found.filter(({ level }) => level > 0).sort((a, b) => a.start.compare(b.start))
  const changed = found.filter(({ level }) => level === 0).sort((a, b) => a.start.compare(b.start))
  let before = 0
  let next = 0
  for (const [i, { start, n }] of counted.entries()) {
    const until = counted[i + 1]?.start ?? null
    let inside = n
    for (; next < changed.length && (until === null || (changed[next]?.start.compare(until) ?? 0) < 0); next++)
      inside += changed[next]?.n ?? 0
    if (offset < before + inside || until === null) return { start, until, before }
    before += inside
  }
  return { start: noBytes, until: null, before: 0 }
}

/**
 * Rows and names in one statement. Who is left out is passed over in the index alone, without reading their rows; names
 * are looked up for the rows that are left.
 * @param from 'after' a key: without the one that has it
 */
async function rowsOf(db: Db, board: Board, from: 'at' | 'after', at: { key: Buffer; limit: number; offset: number }) {
  const rows = await prepared(db, named(`rows_${from}`, board), db => {
    const people = peopleTable(board.scope)
    const first = db
      .select({ orderKey: people.orderKey })
      .from(people)
      .where(and(onBoard(board), (from === 'at' ? gte : gt)(people.orderKey, placeholder('key'))))
      .orderBy(asc(people.orderKey))
      .limit(1)
      .offset(placeholder('offset'))
    const page = db
      .select({
        accountId: people.accountId,
        score: people.score,
        durationMs: people.durationMs,
        region: people.region,
        orderKey: people.orderKey,
      })
      .from(people)
      .where(and(onBoard(board), gte(people.orderKey, oneValueOf(first))))
      .orderBy(asc(people.orderKey))
      .limit(placeholder('limit'))
      .as('page')
    return db
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
  }).rows({ ...values(board), ...at })
  return rows.map((row): PersonRow => ({ ...row, orderKey: row.orderKey as Buffer }))
}

/** A person's key on a board and name, or null where that person does not stand. */
export async function keyOn(db: Db, board: Board, accountId: number) {
  const people = peopleTable(board.scope)
  return prepared(db, named('key_on', board), db =>
    db
      .select({
        score: people.score,
        durationMs: people.durationMs,
        region: people.region,
        orderKey: people.orderKey,
        shownName: shownName(db, people.accountId),
      })
      .from(people)
      .where(and(onBoard(board), eq(people.accountId, placeholder('accountId')))),
  ).first({ ...values(board), accountId })
}
