/** What the report at the end counts, straight from attempts. */
import { and, countDistinct, eq, inArray, isNotNull, isNull, max } from 'drizzle-orm'
import { count, hourIn } from './columns.ts'
import { attempts } from './schema/attempt.ts'
import { contestReports } from './schema/campaign.ts'
import { revisions } from './schema/question.ts'
import type { Db } from './storage.ts'

/** Finished and not struck out. */
const counted = (contestId: number) =>
  and(eq(attempts.contestId, contestId), isNotNull(attempts.finishedAt), isNull(attempts.struckOutAt))

export async function totalsOf(db: Db, contestId: number) {
  const [started] = await db.select({ n: count() }).from(attempts).where(eq(attempts.contestId, contestId))
  const [finished] = await db
    .select({
      attempts: count(),
      people: countDistinct(attempts.accountId),
      regions: countDistinct(attempts.region),
      organisations: countDistinct(attempts.organisationId),
    })
    .from(attempts)
    .where(counted(contestId))
  return { started: started?.n ?? 0, ...(finished ?? { attempts: 0, people: 0, regions: 0, organisations: 0 }) }
}

/** @returns by hours since 1 January 1970 in Shanghai: papers handed in */
export async function hoursOf(db: Db, contestId: number): Promise<Map<number, number>> {
  const hour = hourIn(attempts.finishedAt)
  const rows = await db.select({ hour, n: count() }).from(attempts).where(counted(contestId)).groupBy(hour)
  return new Map(rows.map(row => [row.hour, row.n]))
}

/** @returns by best score of a person: people; and the maximum of a paper */
export async function scoresOf(db: Db, contestId: number): Promise<{ scores: Map<number, number>; maximum: number }> {
  const best = await db
    .select({ score: max(attempts.score), maximum: max(attempts.maximum) })
    .from(attempts)
    .where(counted(contestId))
    .groupBy(attempts.accountId)
  const scores = new Map<number, number>()
  for (const { score } of best) scores.set(score ?? 0, (scores.get(score ?? 0) ?? 0) + 1)
  return { scores, maximum: best.reduce((most, row) => Math.max(most, row.maximum ?? 0), 0) }
}

/** The handbook entry behind each revision; null where there is none. */
export async function entriesBehind(db: Db, revisionIds: number[]): Promise<[number, string | null][]> {
  if (revisionIds.length === 0) return []
  const rows = await db
    .select({ id: revisions.id, entry: revisions.entryId })
    .from(revisions)
    .where(inArray(revisions.id, revisionIds))
  return rows.map(row => [row.id, row.entry])
}

export async function reportPublishedAt(db: Db, contestId: number): Promise<number | null> {
  const rows = await db
    .select({ at: contestReports.publishedAt })
    .from(contestReports)
    .where(eq(contestReports.contestId, contestId))
  return rows[0]?.at ?? null
}

export async function putReport(tx: Db, row: typeof contestReports.$inferInsert): Promise<void> {
  await tx.insert(contestReports).values(row).onConflictDoNothing()
}

export async function dropReport(tx: Db, contestId: number): Promise<void> {
  await tx.delete(contestReports).where(eq(contestReports.contestId, contestId))
}
