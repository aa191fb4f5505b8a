/** Keys found wrong after papers were marked by them. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, placeholder } from 'drizzle-orm'
import { alone, asValue, besideOthers } from './columns.ts'
import { accounts } from './schema/account.ts'
import { attempts } from './schema/attempt.ts'
import { contestSets } from './schema/contest.ts'
import { questions, revisions } from './schema/question.ts'
import { regrades } from './schema/regrade.ts'
import { type Awaitable, type Db, prepared } from './storage.ts'

export type RegradeRow = typeof regrades.$inferSelect

/** Decisions in force, the oldest first. */
export const decisionRows = (db: Db, contestId: number): Awaitable<Pick<RegradeRow, 'revisionId' | 'decision'>[]> =>
  prepared(db, 'decision_rows', db =>
    db
      .select({ revisionId: regrades.revisionId, decision: regrades.decision })
      .from(regrades)
      .where(and(eq(regrades.contestId, placeholder('contestId')), isNull(regrades.undoneAt)))
      .orderBy(asc(regrades.id)),
  ).rows({ contestId })

/** All of a contest, those taken back too, the newest first. */
export const regradesOf = (db: Db, contestId: number): Awaitable<RegradeRow[]> =>
  prepared(db, 'regrades_of', db =>
    db
      .select()
      .from(regrades)
      .where(eq(regrades.contestId, placeholder('contestId')))
      .orderBy(desc(regrades.id)),
  ).rows({ contestId })

/** Makes units that decide about a contest's papers, or take their scores over, wait for each other and for all below. */
export const decidingAlone = (tx: Db, contestId: number): Promise<void> => alone(tx, `regrade ${contestId}`)

/**
 * A paper that is being marked: whoever decides meanwhile waits until it is stored, and finds it; once somebody has
 * decided, it is marked by that.
 */
export const markingBeside = (tx: Db, contestId: number): Promise<void> => besideOthers(tx, `regrade ${contestId}`)

type NewRegrade = Pick<
  RegradeRow,
  'publicId' | 'contestId' | 'revisionId' | 'decision' | 'reason' | 'erratum' | 'createdBy' | 'createdAt'
>

export async function insertRegrade(tx: Db, row: NewRegrade): Promise<void> {
  await tx.insert(regrades).values(row)
}

/** It has to be settled once more. */
export async function markUndone(
  tx: Db,
  id: number,
  undone: { undoneBy: number; undoneAt: number; undoneReason: string },
): Promise<void> {
  await tx
    .update(regrades)
    .set({ ...undone, settledAt: null })
    .where(eq(regrades.id, id))
}

/** A revision of a question in a contest's sets, in use or not. @param question public id @param number 1, 2, 3 … */
export async function revisionIn(db: Db, contestId: number, question: string, number: number): Promise<number | null> {
  const rows = await db
    .select({ id: revisions.id })
    .from(revisions)
    .innerJoin(questions, eq(questions.id, revisions.questionId))
    .innerJoin(contestSets, eq(contestSets.setId, questions.setId))
    .where(and(eq(contestSets.contestId, contestId), eq(questions.publicId, question), eq(revisions.number, number)))
  return rows[0]?.id ?? null
}

/** Names and districts of people in a contest. */
export async function namesOf(
  db: Db,
  contestId: number,
  accountIds: number[],
): Promise<Map<number, { name: string | null; region: string | null }>> {
  if (accountIds.length === 0) return new Map()
  const rows = await db
    .select({ id: accounts.id, name: accounts.name, region: attempts.region })
    .from(accounts)
    .innerJoin(attempts, and(eq(attempts.accountId, accounts.id), eq(attempts.contestId, contestId)))
    .where(inArray(accounts.id, accountIds))
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

export async function unsettledContests(db: Db): Promise<number[]> {
  const rows = await db.selectDistinct({ id: regrades.contestId }).from(regrades).where(isNull(regrades.settledAt))
  return rows.map(row => row.id)
}

export const unsettled = async (db: Db, contestId: number): Promise<RegradeRow[]> =>
  db
    .select()
    .from(regrades)
    .where(and(eq(regrades.contestId, contestId), isNull(regrades.settledAt)))
    .orderBy(asc(regrades.id))

export async function beginSettling(tx: Db, ids: number[], total: number): Promise<void> {
  await tx.update(regrades).set({ marked: 0, total }).where(inArray(regrades.id, ids))
}

/** How far it has come. */
export async function noteMarked(tx: Db, ids: number[], marked: number): Promise<void> {
  await tx.update(regrades).set({ marked }).where(inArray(regrades.id, ids))
}

export async function beginTakingOver(tx: Db, ids: number[], takingOverAt: number): Promise<void> {
  await tx.update(regrades).set({ takingOverAt }).where(inArray(regrades.id, ids))
}

/** Whether new scores are being taken over, so that boards hold some of before and some of after. */
export async function isTakingOver(db: Db, contestId: number): Promise<boolean> {
  const rows = await prepared(db, 'taking_over', db =>
    db
      .select({ id: regrades.id })
      .from(regrades)
      .where(
        and(
          eq(regrades.contestId, placeholder('contestId')),
          isNull(regrades.settledAt),
          isNotNull(regrades.takingOverAt),
        ),
      )
      .limit(1),
  ).rows({ contestId })
  return rows.length > 0
}

export interface NewScore {
  attemptId: number
  accountId: number
  score: number
  correct: number
}

export async function putScores(tx: Db, scores: readonly NewScore[]): Promise<void> {
  for (const { attemptId, score, correct } of scores)
    await prepared(tx, 'put_score', tx =>
      tx
        .update(attempts)
        .set({ score: asValue('score'), correct: asValue('correct') })
        .where(eq(attempts.id, placeholder('attemptId'))),
    ).written({ attemptId, score, correct })
}

export async function markSettled(tx: Db, ids: number[], settledAt: number): Promise<void> {
  await tx.update(regrades).set({ settledAt, takingOverAt: null }).where(inArray(regrades.id, ids))
}

export interface RevisionName {
  /** The question's public id. */
  question: string
  revision: number
  /** The author's own id: '5.09-1'. */
  externalId: string
  /** Whether it is the revision in use. */
  current: boolean
}

/** What revisions are called outside. */
export async function revisionNames(db: Db, ids: number[]): Promise<Map<number, RevisionName>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      id: revisions.id,
      question: questions.publicId,
      revision: revisions.number,
      externalId: questions.externalId,
      currentRevision: questions.currentRevision,
    })
    .from(revisions)
    .innerJoin(questions, eq(questions.id, revisions.questionId))
    .where(inArray(revisions.id, ids))
  return new Map(
    rows.map(({ id, currentRevision, ...name }) => [id, { ...name, current: currentRevision === id }] as const),
  )
}
