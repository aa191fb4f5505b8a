/** Takes what was appended to the boards' changes into their counts, and keeps the counted stretches short. */
import { and, asc, eq, gte, inArray, lt } from 'drizzle-orm'
import type { Scope } from '../core/standing/scope.ts'
import { peopleTable } from './board-rows.ts'
import { addSums, sumsOf } from './board-sums.ts'
import { alone, excluded, nought } from './columns.ts'
import { boardChanges, boardCounts } from './schema/standing.ts'
import type { Db } from './storage.ts'

/** People in a stretch of level 1, and stretches of level 1 in one of level 2, before it is split. */
export interface Sizes {
  bucket: number
  block: number
  /** Changes taken in by one unit: a fraction of a second's work. */
  changes: number
}
export const usualSizes: Sizes = { bucket: 256, block: 64, changes: 4000 }

export interface Stretch {
  start: Buffer
  n: number
}
export type Change = typeof boardChanges.$inferSelect
export interface BoardName {
  contestId: number
  scope: string
  /** '' for all regions. */
  region: string
}

export const hasChanges = async (db: Db): Promise<boolean> =>
  (await db.select({ id: boardChanges.id }).from(boardChanges).limit(1)).length > 0

/** @returns how many changes were taken in; fewer than there were when there were very many */
export async function foldChanges(tx: Db, sizes = usualSizes): Promise<number> {
  await boardsAlone(tx)
  const taken = await takeChanges(tx, sizes.changes)
  for (const [board, changes] of byBoard(taken)) await foldInto(tx, board, changes, sizes)
  await addSums(
    tx,
    taken.flatMap(change => sumsOf(change, change.n)),
  )
  return taken.length
}

/** Makes units that write counts wait for each other. Those that only append changes wait for nobody. */
export const boardsAlone = (tx: Db): Promise<void> => alone(tx, 'board counts')

const takeChanges = async (tx: Db, most: number): Promise<Change[]> =>
  tx
    .delete(boardChanges)
    .where(
      inArray(
        boardChanges.id,
        tx.select({ id: boardChanges.id }).from(boardChanges).orderBy(asc(boardChanges.id)).limit(most),
      ),
    )
    .returning()

/** Each change counts on the board of all and on that of its region. */
function byBoard(changes: readonly Change[]): [BoardName, Change[]][] {
  const boards = new Map<string, [BoardName, Change[]]>()
  for (const change of changes)
    for (const region of change.region === null ? [''] : ['', change.region]) {
      const name = `${change.contestId} ${change.scope} ${region}`
      const board = boards.get(name) ?? [{ contestId: change.contestId, scope: change.scope, region }, []]
      board[1].push(change)
      boards.set(name, board)
    }
  return [...boards.values()]
}

async function foldInto(tx: Db, board: BoardName, changes: readonly Change[], sizes: Sizes): Promise<void> {
  const keys = changes.map(change => change.orderKey).sort(Buffer.compare)
  const blocks = begun(await levelOf(tx, board, 2))
  const first = blocks[indexIn(blocks, keys[0] as Buffer)] as Stretch
  const last = blocks[indexIn(blocks, keys.at(-1) as Buffer) + 1]
  const buckets = begun(await levelOf(tx, board, 1, first.start, last?.start))
  const touched = new Set<Stretch>()
  for (const { orderKey, n } of changes) {
    for (const level of [blocks, buckets]) {
      const stretch = level[indexIn(level, orderKey)] as Stretch
      stretch.n += n
      touched.add(stretch)
    }
  }
  const splits = await splitBuckets(tx, board, buckets, last?.start ?? null, sizes)
  const touchedBuckets = buckets.filter(bucket => touched.has(bucket))
  await putCounts(tx, board, 1, [...touchedBuckets, ...splits])
  const all = [...buckets, ...splits].sort((a, b) => a.start.compare(b.start))
  const touchedBlocks = blocks.filter(block => touched.has(block))
  await putCounts(tx, board, 2, [...touchedBlocks, ...splitBlocks(blocks, touchedBlocks, all, sizes)])
}

/** A board that nobody has stood on begins with one empty stretch. */
const begun = (stretches: Stretch[]): Stretch[] =>
  stretches.length > 0 ? stretches : [{ start: Buffer.alloc(0), n: 0 }]

const levelOf = async (tx: Db, board: BoardName, level: number, from?: Buffer, until?: Buffer): Promise<Stretch[]> =>
  tx
    .select({ start: boardCounts.start, n: boardCounts.n })
    .from(boardCounts)
    .where(
      and(
        eq(boardCounts.contestId, board.contestId),
        eq(boardCounts.scope, board.scope),
        eq(boardCounts.region, board.region),
        eq(boardCounts.level, level),
        from && gte(boardCounts.start, from),
        until && lt(boardCounts.start, until),
      ),
    )
    .orderBy(asc(boardCounts.start))

/** The last stretch that starts at the key or before it. */
function indexIn(stretches: readonly Stretch[], key: Buffer): number {
  let [low, high] = [0, stretches.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((stretches[middle] as Stretch).start.compare(key) <= 0) low = middle
    else high = middle - 1
  }
  return low
}

/** Shortens what has grown too long. @returns the new stretches; the old ones keep their start and what is left */
async function splitBuckets(
  tx: Db,
  board: BoardName,
  buckets: Stretch[],
  end: Buffer | null,
  sizes: Sizes,
): Promise<Stretch[]> {
  const made: Stretch[] = []
  for (const [i, bucket] of buckets.entries()) {
    if (bucket.n <= sizes.bucket) continue
    const until = buckets[i + 1]?.start ?? end
    const [kept, ...more] = cut(bucket.start, await countedKeys(tx, board, bucket.start, until), sizes)
    bucket.n = (kept as Stretch).n
    made.push(...more)
  }
  return made
}

interface Weight {
  key: Buffer
  weight: number
}

/**
 * What the counts hold inside a stretch, key by key: the standings without the changes that are still to come, seen by
 * one statement.
 */
async function countedKeys(tx: Db, board: BoardName, start: Buffer, until: Buffer | null): Promise<Weight[]> {
  const people = peopleTable(board.scope as Scope)
  const rows = await tx
    .select({ key: people.orderKey, n: nought() })
    .from(people)
    .where(
      and(
        eq(people.contestId, board.contestId),
        board.scope === 'whole' ? undefined : eq(people.scope, board.scope),
        board.region === '' ? undefined : eq(people.region, board.region),
        gte(people.orderKey, start),
        until ? lt(people.orderKey, until) : undefined,
      ),
    )
    .unionAll(
      tx
        .select({ key: boardChanges.orderKey, n: boardChanges.n })
        .from(boardChanges)
        .where(
          and(
            eq(boardChanges.contestId, board.contestId),
            eq(boardChanges.scope, board.scope),
            board.region === '' ? undefined : eq(boardChanges.region, board.region),
            gte(boardChanges.orderKey, start),
            until ? lt(boardChanges.orderKey, until) : undefined,
          ),
        ),
    )
  const weights = rows.map(({ key, n }) => ({ key: key as Buffer, weight: n === 0 ? 1 : -n }))
  return weights.sort((a, b) => a.key.compare(b.key))
}

/** Stretches of half the largest size; equal keys stay together. */
function cut(start: Buffer, weights: readonly Weight[], sizes: Sizes): Stretch[] {
  const made: Stretch[] = [{ start, n: 0 }]
  for (const [i, { key, weight }] of weights.entries()) {
    const open = made.at(-1) as Stretch
    if (open.n >= sizes.bucket / 2 && weights[i - 1]?.key.equals(key) === false) made.push({ start: key, n: weight })
    else open.n += weight
  }
  return made
}

/** Splits touched blocks that hold too many buckets. @returns the new blocks; the old ones keep what is left */
function splitBlocks(
  blocks: readonly Stretch[],
  touched: readonly Stretch[],
  buckets: readonly Stretch[],
  sizes: Sizes,
): Stretch[] {
  return touched.flatMap(block => {
    const until = blocks[blocks.indexOf(block) + 1]?.start
    const inside = buckets.filter(
      ({ start }) => start.compare(block.start) >= 0 && (until === undefined || start.compare(until) < 0),
    )
    if (inside.length <= sizes.block) return []
    const [kept, ...more] = blocksOf(inside, sizes)
    block.n = (kept as Stretch).n
    return more
  })
}

/** Blocks of half the largest number of buckets. */
export function blocksOf(buckets: readonly Stretch[], sizes: Sizes): Stretch[] {
  const made: Stretch[] = []
  for (let from = 0; from < buckets.length; from += sizes.block / 2) {
    const inside = buckets.slice(from, from + sizes.block / 2)
    made.push({ start: (inside[0] as Stretch).start, n: inside.reduce((sum, { n }) => sum + n, 0) })
  }
  return made
}

export async function putCounts(tx: Db, board: BoardName, level: number, stretches: readonly Stretch[]): Promise<void> {
  for (let from = 0; from < stretches.length; from += rowsAtOnce)
    await tx
      .insert(boardCounts)
      .values(stretches.slice(from, from + rowsAtOnce).map(stretch => ({ ...board, level, ...stretch })))
      .onConflictDoUpdate({
        target: [boardCounts.contestId, boardCounts.scope, boardCounts.region, boardCounts.level, boardCounts.start],
        set: { n: excluded('n') },
      })
}
/** Rows of one statement: below the parameter limits of both engines. */
const rowsAtOnce = 400
