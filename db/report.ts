/** What the report at the end counts, straight from attempts. */
import { and, countDistinct, eq, gte, inArray, isNotNull, isNull, max } from 'drizzle-orm'
import { sumsQuery } from './board-sums.ts'
import { count, hourIn } from './columns.ts'
import type { ContestRow } from './contest.ts'
import { answersTo, finishedAfter, nobody } from './finished.ts'
import { attempts } from './schema/attempt.ts'
import { contestReports } from './schema/campaign.ts'
import { revisions } from './schema/question.ts'
import { type Db, spelledOut } from './storage.ts'

type Contest = Pick<ContestRow, 'id' | 'opensAt'>

/** Started since the opening: a warm-up is over by then, and counts for nothing. */
const started = ({ id, opensAt }: Contest) => and(eq(attempts.contestId, id), gte(attempts.startedAt, opensAt))

/** Of these, finished and not struck out. */
const counted = (contest: Contest) =>
  and(started(contest), isNotNull(attempts.finishedAt), isNull(attempts.struckOutAt))

const startedIn = (db: Db, contest: Contest) => db.select({ n: count() }).from(attempts).where(started(contest))

const finishedIn = (db: Db, contest: Contest) =>
  db
    .select({
      attempts: count(),
      people: countDistinct(attempts.accountId),
      regions: countDistinct(attempts.region),
      organisations: countDistinct(attempts.organisationId),
    })
    .from(attempts)
    .where(counted(contest))

export async function totalsOf(db: Db, contest: Contest) {
  const [[begun], [finished]] = await Promise.all([startedIn(db, contest), finishedIn(db, contest)])
  return { started: begun?.n ?? 0, ...(finished ?? { attempts: 0, people: 0, regions: 0, organisations: 0 }) }
}

function byHour(db: Db, contest: Contest) {
  const hour = hourIn(attempts.finishedAt)
  return db.select({ hour, n: count() }).from(attempts).where(counted(contest)).groupBy(hour)
}

/** @returns by hours since 1 January 1970 in Shanghai: papers handed in */
export async function hoursOf(db: Db, contest: Contest): Promise<Map<number, number>> {
  return new Map((await byHour(db, contest)).map(row => [row.hour, row.n]))
}

const bestOfEach = (db: Db, contest: Contest) =>
  db
    .select({ score: max(attempts.score), maximum: max(attempts.maximum) })
    .from(attempts)
    .where(counted(contest))
    .groupBy(attempts.accountId)

/** @returns by best score of a person: people; and the maximum of a paper */
export async function scoresOf(db: Db, contest: Contest): Promise<{ scores: Map<number, number>; maximum: number }> {
  const best = await bestOfEach(db, contest)
  const scores = new Map<number, number>()
  for (const { score } of best) scores.set(score ?? 0, (scores.get(score ?? 0) ?? 0) + 1)
  return { scores, maximum: best.reduce((most, row) => Math.max(most, row.maximum ?? 0), 0) }
}

/** What was asked of the database for each table, as it was asked: anybody with a copy can ask again. */
export function statementsOf(db: Db, contest: Contest): Record<string, string[]> {
  const hours = [spelledOut(byHour(db, contest))]
  const ids = db.select({ id: attempts.id }).from(attempts).where(counted(contest))
  const papers = [finishedAfter(db, contest.id, nobody), answersTo(db, ids), behind(db, null)].map(spelledOut)
  return {
    totals: [startedIn(db, contest), finishedIn(db, contest)].map(spelledOut),
    days: hours,
    hours,
    regions: [spelledOut(sumsQuery(db, 'region', { contestId: contest.id, scope: 'whole' }))],
    organisations: [spelledOut(sumsQuery(db, 'organisation', { contestId: contest.id, scope: 'whole' }))],
    scores: [spelledOut(bestOfEach(db, contest))],
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
