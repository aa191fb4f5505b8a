/**
 * A page of a board and one's own place, each in one statement: for a database that is reached over a line, where every
 * question costs a way there and back. SQLite answers several plain questions faster than one such (0056).
 */
import { and, asc, desc, eq, gt, gte, lt, lte, placeholder, type SQL, type SQLWrapper } from 'drizzle-orm'
import {
  type Board,
  countsOf,
  fetchedFor,
  lastBytes,
  named,
  onBoard,
  type PersonRow,
  pageFrom,
  pendingOn,
  peopleTable,
  shownName,
  values,
} from './board-rows.ts'
import {
  count,
  firstBytes,
  nought,
  oneValueOf,
  orBytes,
  orNoBytes,
  passingOver,
  sum,
  sumBefore,
  total,
} from './columns.ts'
import { boardChanges, boardCounts } from './schema/standing.ts'
import { type Db, prepared } from './storage.ts'

/** @param offset how many people of the board are left out @returns the next ones, in order */
export async function peopleAtOnce(db: Db, board: Board, offset: number, limit: number): Promise<PersonRow[]> {
  const fetched = fetchedFor(limit)
  const rows = await prepared(db, named(`page_${fetched}`, board), db => pageOf(db, board, fetched)).rows({
    ...values(board),
    offset,
  })
  return rows.slice(0, limit).map((row): PersonRow => ({ ...row, orderKey: row.orderKey as Buffer }))
}

function pageOf(db: Db, board: Board, fetched: number) {
  const people = peopleTable(board.scope)
  const all = stretches(db, board, 2, [])
  const block = db.$with('block').as(holding(db, all, []))
  const blockStart = db.select({ start: block.start }).from(block)
  const blockBefore = db.select({ before: block.before }).from(block)
  const inside = stretches(db, board, 1, [orNoBytes(blockStart), orBytes(nextBlock(db, blockStart), lastBytes)])
  const bucket = db.$with('bucket').as(holding(db, inside, [blockBefore]))
  const first = db
    .select({ orderKey: people.orderKey })
    .from(people)
    .where(and(onBoard(board), gte(people.orderKey, orNoBytes(db.select({ start: bucket.start }).from(bucket)))))
    .orderBy(asc(people.orderKey))
    .limit(1)
    .offset(passingOver('offset', [blockBefore, db.select({ before: bucket.before }).from(bucket)]))
  const begins = gte(people.orderKey, oneValueOf(first))
  return pageFrom(db, board, { begins, fetched, reader: db.with(block, bucket) })
}

/** The counts of a level, all of them or those of some keys, each with how many people of the level come before it. */
function stretches(db: Db, board: Board, level: 1 | 2, keys: [] | [SQL, SQL]) {
  const [from, until] = keys
  const events = db
    .select({ start: boardCounts.start, n: boardCounts.n, level: boardCounts.level })
    .from(boardCounts)
    .where(and(countsOf(level), from && gte(boardCounts.start, from), until && lt(boardCounts.start, until)))
    .unionAll(
      db
        .select({ start: boardChanges.orderKey, n: boardChanges.n, level: nought() })
        .from(boardChanges)
        .where(
          and(pendingOn(board), from && gte(boardChanges.orderKey, from), until && lt(boardChanges.orderKey, until)),
        ),
    )
    .as(`events_${level}`)
  return db
    .select({
      start: events.start,
      level: events.level,
      before: sumBefore(events.n, events.start, events.level).as('before'),
    })
    .from(events)
    .as(`level_${level}`)
}

/** The last stretch that no more come before than are passed over: the person looked for stands in it. */
const holding = (db: Db, among: ReturnType<typeof stretches>, passed: SQLWrapper[]) =>
  db
    .select({ start: among.start, before: among.before })
    .from(among)
    .where(and(gt(among.level, 0), lte(among.before, passingOver('offset', passed))))
    .orderBy(desc(among.start))
    .limit(1)

const nextBlock = (db: Db, start: SQLWrapper) =>
  db
    .select({ start: boardCounts.start })
    .from(boardCounts)
    .where(and(countsOf(2), gt(boardCounts.start, orNoBytes(start))))
    .orderBy(asc(boardCounts.start))
    .limit(1)

/** A person's row, and how many stand before the first `width` bytes of its key. */
export async function ownPlace(db: Db, board: Board, accountId: number, width: number) {
  const given = { ...values(board), accountId, width }
  const row = await prepared(db, named('own_place', board), db => placeOf(db, board)).first(given)
  return row && { ...row, orderKey: row.orderKey as Buffer }
}

function placeOf(db: Db, board: Board) {
  const people = peopleTable(board.scope)
  const own = db.$with('own').as(
    db
      .select({
        accountId: people.accountId,
        score: people.score,
        durationMs: people.durationMs,
        region: people.region,
        orderKey: people.orderKey,
        key: firstBytes(people.orderKey, 'width').as('key'),
      })
      .from(people)
      .where(and(onBoard(board), eq(people.accountId, placeholder('accountId')))),
  )
  const key = oneValueOf(db.select({ key: own.key }).from(own))
  const at = db.$with('at').as(
    db
      .select({
        block: orNoBytes(startOf(db, 2, key)).as('block'),
        bucket: orNoBytes(startOf(db, 1, key)).as('bucket'),
      })
      .from(own),
  )
  const block = oneValueOf(db.select({ block: at.block }).from(at))
  const bucket = oneValueOf(db.select({ bucket: at.bucket }).from(at))
  const counted = { n: sum(boardCounts.n) }
  const before = total([
    db
      .select(counted)
      .from(boardCounts)
      .where(and(countsOf(2), lt(boardCounts.start, block))),
    db
      .select(counted)
      .from(boardCounts)
      .where(and(countsOf(1), gte(boardCounts.start, block), lt(boardCounts.start, bucket))),
    db
      .select({ n: sum(boardChanges.n) })
      .from(boardChanges)
      .where(and(pendingOn(board), lt(boardChanges.orderKey, bucket))),
    db
      .select({ n: count() })
      .from(people)
      .where(and(onBoard(board), gte(people.orderKey, bucket), lt(people.orderKey, key))),
  ])
  return db
    .with(own, at)
    .select({
      score: own.score,
      durationMs: own.durationMs,
      region: own.region,
      orderKey: own.orderKey,
      shownName: shownName(db, own.accountId),
      before,
    })
    .from(own)
}

/** The start of the stretch in which a key lies. */
const startOf = (db: Db, level: 1 | 2, key: SQL) =>
  db
    .select({ start: boardCounts.start })
    .from(boardCounts)
    .where(and(countsOf(level), lte(boardCounts.start, key)))
    .orderBy(desc(boardCounts.start))
    .limit(1)
