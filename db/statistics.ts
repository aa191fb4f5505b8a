/** What answers say of questions and contests. */
import { asc, eq, inArray } from 'drizzle-orm'
import type { Observed } from '../core/paper/difficulty.ts'
import { contestStatistics, itemStatistics } from './schema/statistics.ts'
import type { Db } from './storage.ts'

/** Revisions that somebody has answered, over all contests. */
export async function observedOf(db: Db, revisionIds: number[]): Promise<Map<number, Observed>> {
  const seen = new Map<number, Observed>()
  if (revisionIds.length === 0) return seen
  for (const row of await db.select().from(itemStatistics).where(inArray(itemStatistics.revisionId, revisionIds))) {
    const { shown, gained, timed, timeMs } = seen.get(row.revisionId) ?? { shown: 0, gained: 0, timed: 0, timeMs: 0 }
    seen.set(row.revisionId, {
      shown: shown + row.shown,
      gained: gained + (row.shown * row.facility) / 1000,
      timed: timed + row.timed,
      timeMs: timeMs + row.timed * row.meanMs,
    })
  }
  return seen
}

export type ItemRow = typeof itemStatistics.$inferSelect
export type ContestStatisticsRow = typeof contestStatistics.$inferSelect

/** What was computed takes the place of what was known of a contest. @param whole null: the contest as a whole is not told */
export async function replaceStatistics(
  tx: Db,
  contestId: number,
  items: ItemRow[],
  whole: ContestStatisticsRow | null,
): Promise<void> {
  await tx.delete(itemStatistics).where(eq(itemStatistics.contestId, contestId))
  for (let i = 0; i < items.length; i += rowsAtOnce)
    await tx.insert(itemStatistics).values(items.slice(i, i + rowsAtOnce))
  await tx.delete(contestStatistics).where(eq(contestStatistics.contestId, contestId))
  if (whole) await tx.insert(contestStatistics).values(whole)
}

/** Rows per statement: below the parameter limits of both engines. */
const rowsAtOnce = 400

export async function contestStatisticsOf(db: Db, contestId: number): Promise<ContestStatisticsRow | null> {
  const rows = await db.select().from(contestStatistics).where(eq(contestStatistics.contestId, contestId))
  return rows[0] ?? null
}

export const itemRows = async (db: Db, contestId: number): Promise<ItemRow[]> =>
  db
    .select()
    .from(itemStatistics)
    .where(eq(itemStatistics.contestId, contestId))
    .orderBy(asc(itemStatistics.revisionId))
