/** Makes the counts and sums of a contest's boards again, out of its standings. */
import { and, asc, eq, gt, isNotNull } from 'drizzle-orm'
import type { Scope } from '../core/standing/scope.ts'
import { type BoardName, blocksOf, boardsAlone, putCounts, type Sizes, type Stretch, usualSizes } from './board-fold.ts'
import { peopleTable } from './board-rows.ts'
import { addSums, type SumChange, sumsOf } from './board-sums.ts'
import { boardChanges, boardCounts, boardSums, partStandings, standings } from './schema/standing.ts'
import type { Db } from './storage.ts'

/** Standings read by one statement. */
const rowsAtOnce = 5000

/**
 * The caller's unit holds the contest (db/standing.ts, `contestAlone`): what others changed between two reads would be
 * counted twice or not at all.
 */
export async function rebuildBoards(tx: Db, contestId: number, sizes = usualSizes): Promise<void> {
  await boardsAlone(tx)
  await tx.delete(boardChanges).where(eq(boardChanges.contestId, contestId))
  await tx.delete(boardCounts).where(eq(boardCounts.contestId, contestId))
  await tx.delete(boardSums).where(eq(boardSums.contestId, contestId))
  for (const scope of ['whole' as const, ...(await partsIn(tx, contestId))])
    await rebuildScope(tx, contestId, scope, sizes)
}

async function partsIn(tx: Db, contestId: number): Promise<Scope[]> {
  const rows = await tx
    .selectDistinct({ scope: partStandings.scope })
    .from(partStandings)
    .where(eq(partStandings.contestId, contestId))
  return rows.map(row => row.scope as Scope)
}

/** Keys come in order, and so those of each region do too: one reading makes all boards of a scope. */
async function rebuildScope(tx: Db, contestId: number, scope: Scope, sizes: Sizes): Promise<void> {
  const boards = new Map<string, Stretch[]>()
  const sums = new Map<string, SumChange>()
  for await (const row of inOrder(tx, contestId, scope)) {
    for (const region of row.region === null ? [''] : ['', row.region])
      boards.set(region, grown(boards.get(region), row.orderKey, sizes))
    for (const change of sumsOf({ ...row, contestId, scope, squares: row.score * row.score }, 1)) add(sums, change)
  }
  for (const [region, buckets] of boards) {
    const board: BoardName = { contestId, scope, region }
    await putCounts(tx, board, 1, buckets)
    await putCounts(tx, board, 2, blocksOf(buckets, sizes))
  }
  await addSums(tx, [...sums.values()])
}

/** Stretches begin half full; the first one begins before all keys. */
function grown(buckets: Stretch[] = [], key: Buffer, sizes: Sizes): Stretch[] {
  const open = buckets.at(-1)
  if (open && open.n < sizes.bucket / 2) open.n++
  else buckets.push({ start: open ? key : Buffer.alloc(0), n: 1 })
  return buckets
}

function add(sums: Map<string, SumChange>, change: SumChange): void {
  const name = `${change.scope} ${change.kind} ${change.name}`
  const sum = sums.get(name)
  if (!sum) sums.set(name, { ...change })
  else {
    sum.people += change.people
    sum.score += change.score
    sum.squares += change.squares
  }
}

async function* inOrder(tx: Db, contestId: number, scope: Scope) {
  const people = peopleTable(scope)
  let after: Buffer = Buffer.alloc(0)
  for (;;) {
    const rows = await tx
      .select({
        orderKey: people.orderKey,
        score: people.score,
        region: people.region,
        organisationId: people.organisationId,
        ...(scope === 'whole' && { joined: standings.joined }),
      })
      .from(people)
      .where(
        and(
          eq(people.contestId, contestId),
          scope === 'whole' ? undefined : eq(people.scope, scope),
          isNotNull(people.orderKey),
          gt(people.orderKey, after),
        ),
      )
      .orderBy(asc(people.orderKey))
      .limit(rowsAtOnce)
    for (const row of rows) yield { ...row, orderKey: row.orderKey as Buffer, joined: row.joined ?? null }
    if (rows.length < rowsAtOnce) return
    after = rows.at(-1)?.orderKey as Buffer
  }
}
