/** What the report at the end counts, straight from attempts. */
import { and, countDistinct, eq, inArray, isNotNull, isNull, max } from 'drizzle-orm'
import { sumsQuery } from './board-sums.ts'
import { count, hourIn } from './columns.ts'
import { answersTo, finishedAfter, nobody } from './finished.ts'
import { attempts } from './schema/attempt.ts'
import { contestReports } from './schema/campaign.ts'
import { revisions } from './schema/question.ts'
import { type Db, spelledOut } from './storage.ts'

/** Finished and not struck out. */
const counted = (contestId: number) =>
  and(eq(attempts.contestId, contestId), isNotNull(attempts.finishedAt), isNull(attempts.struckOutAt))

const startedIn = (db: Db, contestId: number) =>
  db.select({ n: count() }).from(attempts).where(eq(attempts.contestId, contestId))

const finishedIn = (db: Db, contestId: number) =>
  db
    .select({
      attempts: count(),
      people: countDistinct(attempts.accountId),
      regions: countDistinct(attempts.region),
      organisations: countDistinct(attempts.organisationId),
    })
    .from(attempts)
    .where(counted(contestId))

export async function totalsOf(db: Db, contestId: number) {
  const [[started], [finished]] = await Promise.all([startedIn(db, contestId), finishedIn(db, contestId)])
  return { started: started?.n ?? 0, ...(finished ?? { attempts: 0, people: 0, regions: 0, organisations: 0 }) }
}

function byHour(db: Db, contestId: number) {
  const hour = hourIn(attempts.finishedAt)
  return db.select({ hour, n: count() }).from(attempts).where(counted(contestId)).groupBy(hour)
}

/** @returns by hours since 1 January 1970 in Shanghai: papers handed in */
export async function hoursOf(db: Db, contestId: number): Promise<Map<number, number>> {
  return new Map((await byHour(db, contestId)).map(row => [row.hour, row.n]))
}

const bestOfEach = (db: Db, contestId: number) =>
  db
    .select({ score: max(attempts.score), maximum: max(attempts.maximum) })
    .from(attempts)
    .where(counted(contestId))
    .groupBy(attempts.accountId)

/** @returns by best score of a person: people; and the maximum of a paper */
export async function scoresOf(db: Db, contestId: number): Promise<{ scores: Map<number, number>; maximum: number }> {
  const best = await bestOfEach(db, contestId)
  const scores = new Map<number, number>()
  for (const { score } of best) scores.set(score ?? 0, (scores.get(score ?? 0) ?? 0) + 1)
  return { scores, maximum: best.reduce((most, row) => Math.max(most, row.maximum ?? 0), 0) }
}

/** What was asked of the database for each table, as it was asked: anybody with a copy can ask again. */
export function statementsOf(db: Db, contestId: number): Record<string, string[]> {
  const hours = [spelledOut(byHour(db, contestId))]
  const ids = db.select({ id: attempts.id }).from(attempts).where(counted(contestId))
  const papers = [finishedAfter(db, contestId, nobody), answersTo(db, ids), behind(db, null)].map(spelledOut)
  return {
    totals: [startedIn(db, contestId), finishedIn(db, contestId)].map(spelledOut),
    days: hours,
    hours,
    regions: [spelledOut(sumsQuery(db, 'region', { contestId, scope: 'whole' }))],
    organisations: [spelledOut(sumsQuery(db, 'organisation', { contestId, scope: 'whole' }))],
    scores: [spelledOut(bestOfEach(db, contestId))],
    missed: papers,
    missedByRegion: papers,
  }
}

/** @param revisionIds null: of all revisions */
const behind = (db: Db, revisionIds: number[] | null) =>
  db
    .select({ id: revisions.id, entry: revisions.entryId })
    .from(revisions)
    .where(revisionIds === null ? undefined : inArray(revisions.id, revisionIds))

/** The handbook entry behind each revision; null where there is none. */
export async function entriesBehind(db: Db, revisionIds: number[]): Promise<[number, string | null][]> {
  if (revisionIds.length === 0) return []
  const rows = await behind(db, revisionIds)
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
