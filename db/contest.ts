/** Contests and what may be drawn for them. */
import { and, desc, eq, gt, inArray, isNotNull, isNull, ne, placeholder } from 'drizzle-orm'
import { sum } from './columns.ts'
import { kept } from './kept-rows.ts'
import { attempts } from './schema/attempt.ts'
import { contestSets, contests } from './schema/contest.ts'
import { questionSets, questions, revisions } from './schema/question.ts'
import { boardChanges, boardSums } from './schema/standing.ts'
import { type Awaitable, type Db, prepared } from './storage.ts'

export type ContestRow = typeof contests.$inferSelect

export function contestBySlug(db: Db, slug: string): Awaitable<ContestRow | null> {
  return kept(db, 'contests', slug, () =>
    prepared(db, 'contest_by_slug', db =>
      db
        .select()
        .from(contests)
        .where(eq(contests.slug, placeholder('slug'))),
    ).first({ slug }),
  )
}

export function contestById(db: Db, id: number): Awaitable<ContestRow | null> {
  return kept(db, 'contests', id, () =>
    prepared(db, 'contest_by_id', db =>
      db
        .select()
        .from(contests)
        .where(eq(contests.id, placeholder('id'))),
    ).first({ id }),
  )
}

/** Published ones, the one that opens last first; rehearsals stand in no list. */
export const publishedContests = async (db: Db): Promise<ContestRow[]> =>
  db
    .select()
    .from(contests)
    .where(and(isNotNull(contests.publishedAt), isNull(contests.rehearsalOf)))
    .orderBy(desc(contests.opensAt), desc(contests.id))

export const allContests = async (db: Db): Promise<ContestRow[]> =>
  db.select().from(contests).where(isNull(contests.rehearsalOf)).orderBy(desc(contests.id))

export async function insertContest(
  tx: Db,
  contest: Omit<ContestRow, 'id' | 'pausedAt' | 'rehearsalOf'> & { rehearsalOf?: number | null },
  setIds: number[],
): Promise<number> {
  const rows = await tx.insert(contests).values(contest).returning({ id: contests.id })
  const contestId = (rows[0] as { id: number }).id
  await replaceContestSets(tx, contestId, setIds)
  return contestId
}

export async function replaceContestSets(tx: Db, contestId: number, setIds: number[]): Promise<void> {
  await tx.delete(contestSets).where(eq(contestSets.contestId, contestId))
  if (setIds.length > 0) await tx.insert(contestSets).values(setIds.map(setId => ({ contestId, setId })))
}

export async function setsOfContest(
  db: Db,
  contestId: number,
): Promise<{ id: number; publicId: string; name: string }[]> {
  return db
    .select({ id: questionSets.id, publicId: questionSets.publicId, name: questionSets.name })
    .from(contestSets)
    .innerJoin(questionSets, eq(questionSets.id, contestSets.setId))
    .where(eq(contestSets.contestId, contestId))
}

/** Whether another published contest that is not over, the practice sample aside, asks from one of a contest's sets. */
export async function openContestsWithSetsOf(db: Db, contestId: number, now: number): Promise<boolean> {
  const sets = (await setsOfContest(db, contestId)).map(({ id }) => id)
  const others = and(inArray(contestSets.setId, sets), ne(contestSets.contestId, contestId), eq(contests.sample, false))
  const open = await db
    .select({ id: contests.id })
    .from(contests)
    .innerJoin(contestSets, eq(contestSets.contestId, contests.id))
    .where(and(others, isNotNull(contests.publishedAt), gt(contests.closesAt, now)))
    .limit(1)
  if (open.length > 0) return true
  // After a pause papers may go on behind the close.
  const unfinished = await db
    .select({ id: attempts.id })
    .from(attempts)
    .innerJoin(contests, eq(contests.id, attempts.contestId))
    .innerJoin(contestSets, eq(contestSets.contestId, contests.id))
    .where(and(others, isNull(attempts.finishedAt)))
    .limit(1)
  return unfinished.length > 0
}

/** Current revisions of some sets, without keys. */
export const currentRevisions = async (db: Db, setIds: number[]) =>
  setIds.length === 0
    ? []
    : db
        .select({
          id: revisions.id,
          question: questions.id,
          kind: revisions.kind,
          chapter: revisions.chapter,
          level: revisions.level,
          seconds: revisions.seconds,
          validFrom: revisions.validFrom,
          validTo: revisions.validTo,
          face: revisions.face,
        })
        .from(questions)
        .innerJoin(revisions, eq(revisions.id, questions.currentRevision))
        .where(inArray(questions.setId, setIds))

/** Faces of revisions, whether in use or not: attempts refer to old ones. */
export const facesOf = async (db: Db, ids: number[]) =>
  db
    .select({
      id: revisions.id,
      kind: revisions.kind,
      chapter: revisions.chapter,
      entryId: revisions.entryId,
      face: revisions.face,
    })
    .from(revisions)
    .where(inArray(revisions.id, ids))

/** People with a result that counts, per contest: the boards' sums and what is not yet in them. */
export async function participantCounts(db: Db, contestIds: number[]): Promise<Map<number, number>> {
  if (contestIds.length === 0) return new Map()
  const rows = await db
    .select({ contestId: boardSums.contestId, n: sum(boardSums.people) })
    .from(boardSums)
    .where(and(inArray(boardSums.contestId, contestIds), eq(boardSums.scope, 'whole'), eq(boardSums.kind, 'region')))
    .groupBy(boardSums.contestId)
    .unionAll(
      db
        .select({ contestId: boardChanges.contestId, n: sum(boardChanges.n) })
        .from(boardChanges)
        .where(and(inArray(boardChanges.contestId, contestIds), eq(boardChanges.scope, 'whole')))
        .groupBy(boardChanges.contestId),
    )
  const counts = new Map<number, number>()
  for (const { contestId, n } of rows) counts.set(contestId, (counts.get(contestId) ?? 0) + n)
  return counts
}
