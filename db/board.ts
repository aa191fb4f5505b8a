/**
 * Boards of people: ranks and pages out of counts (db/schema/standing.ts), whatever their number. Each question is one
 * statement, so that counts and what is not yet in them are seen at the same moment.
 */
import { and, asc, desc, eq, gt, gte, lt, lte, placeholder, type SQL } from 'drizzle-orm'
import { ownPlace, peopleAtOnce } from './board-joined.ts'
import {
  type Board,
  countsOf,
  fetchedFor,
  lastBytes,
  named,
  noBytes,
  onBoard,
  type PersonRow,
  pageFrom,
  pendingOn,
  peopleTable,
  shownName,
  values,
} from './board-rows.ts'
import { count, nought, oneValueOf, orNoBytes, sum } from './columns.ts'
import { dialect } from './dialect.ts'
import { boardChanges, boardCounts } from './schema/standing.ts'
import { type Db, prepared } from './storage.ts'

export type { Board, PersonRow }

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

/** @param offset how many people of the board are left out @returns the next ones, in order */
export async function peopleFrom(db: Db, board: Board, offset: number, limit: number): Promise<PersonRow[]> {
  // The first page, which most people ask for, begins where the board begins.
  if (offset === 0) return rowsOf(db, board, 'at', { key: noBytes, limit })
  if (dialect === 'postgres') return peopleAtOnce(db, board, offset, limit)
  const block = placeIn(await stretches(db, board, 2, { start: noBytes, until: null }), offset)
  const bucket = placeIn(await stretches(db, board, 1, block), offset - block.before)
  return rowsOf(db, board, 'past', { key: bucket.start, limit, offset: offset - block.before - bucket.before })
}

/** The people that stand after a key. */
export const peopleAfter = (db: Db, board: Board, key: Buffer, limit: number): Promise<PersonRow[]> =>
  rowsOf(db, board, 'after', { key, limit })

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

/** @param from 'past' leaves out some people that come from the key on, in the index alone, without reading their rows */
async function rowsOf(
  db: Db,
  board: Board,
  from: 'at' | 'after' | 'past',
  at: { key: Buffer; limit: number; offset?: number },
): Promise<PersonRow[]> {
  const people = peopleTable(board.scope)
  const fetched = fetchedFor(at.limit)
  const begins = (db: Db): SQL =>
    ({
      at: gte(people.orderKey, placeholder('key')),
      after: gt(people.orderKey, placeholder('key')),
      past: gte(people.orderKey, oneValueOf(keyPast(db, board))),
    })[from]
  const rows = await prepared(db, named(`rows_${from}_${fetched}`, board), db =>
    pageFrom(db, board, { begins: begins(db), fetched }),
  ).rows({ ...values(board), ...at })
  return rows.slice(0, at.limit).map((row): PersonRow => ({ ...row, orderKey: row.orderKey as Buffer }))
}

function keyPast(db: Db, board: Board) {
  const people = peopleTable(board.scope)
  return db
    .select({ orderKey: people.orderKey })
    .from(people)
    .where(and(onBoard(board), gte(people.orderKey, placeholder('key'))))
    .orderBy(asc(people.orderKey))
    .limit(1)
    .offset(placeholder('offset'))
}

/**
 * A person's row and how many stand before the part of its key that ranks; null where that person does not stand.
 * @param width of that part (core/standing/order.ts), in bytes
 */
export async function placeOn(db: Db, board: Board, accountId: number, width: number) {
  if (dialect === 'postgres') return ownPlace(db, board, accountId, width)
  const own = await keyOn(db, board, accountId)
  return own && { ...own, before: await countBefore(db, board, own.orderKey.subarray(0, width)) }
}

async function keyOn(db: Db, board: Board, accountId: number) {
  const people = peopleTable(board.scope)
  const row = await prepared(db, named('key_on', board), db =>
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
  return row && { ...row, orderKey: row.orderKey as Buffer }
}
