/**
 * Batches of questions from files. They are stored piece by piece, so that nobody waits long, and nobody sees any of
 * it before the last unit: a question without a head is in no list.
 */
import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { QuestionDraft } from '../core/question/question.ts'
import { max, oneValueOf } from './columns.ts'
import { draftHash } from './draft-hash.ts'
import { addQuestions } from './question.ts'
import { lockBank } from './question-act.ts'
import { indexHeads, insertRevisions } from './revision.ts'
import { imports, questionActs, questionSets, questionSteps, questions, revisions } from './schema/question.ts'
import type { Db } from './storage.ts'

export type ImportRow = typeof imports.$inferSelect
type State = 'draft' | 'waiting'

/** Where a batch goes and by whom. */
export interface Batch {
  importId: number
  actId: number
  setId: number
  by: number
  at: number
  /** Where its questions begin. */
  state: State
}

/** The first unit: the batch and its act, neither of which anybody is shown yet. @param publicId of both */
export async function openBatch(
  tx: Db,
  row: Omit<typeof imports.$inferInsert, 'publicId' | 'createdBy'> & { publicId: string; createdBy: number },
  state: State,
): Promise<Batch> {
  const made = await tx.insert(imports).values(row).returning({ id: imports.id })
  const act = { publicId: row.publicId, act: 'add' as const, by: row.createdBy, at: row.createdAt, note: row.fileName }
  const acts = await tx.insert(questionActs).values(act).returning({ id: questionActs.id })
  const [importId = 0, actId = 0] = [made[0]?.id, acts[0]?.id]
  return { importId, actId, setId: row.setId, by: row.createdBy, at: row.createdAt, state }
}

/**
 * Stores some of a batch's drafts: new questions without a head, new revisions that nothing points to yet.
 * @returns how many are new, and how many change a question; the others are as they were
 */
export async function stage(
  tx: Db,
  batch: Batch,
  drafts: readonly QuestionDraft[],
): Promise<{ added: number; revised: number }> {
  await lockBank(tx)
  const { setId, actId, state, by, at } = batch
  const ids = drafts.map(draft => draft.externalId)
  const held = await heldAmong(tx, setId, ids)
  const hashed = drafts.map(draft => ({ draft, hash: draftHash(draft), held: held.get(draft.externalId) }))
  const fresh = hashed.filter(({ held, hash }) => held?.hash !== hash)
  const unknown = fresh.filter(one => !one.held).map(one => one.draft.externalId)
  const made = await addQuestions(tx, setId, unknown, 'draft', at)
  const rows = fresh.map(({ draft, hash, held }) => ({
    questionId: held?.questionId ?? (made.get(draft.externalId) as number),
    number: (held?.number ?? 0) + 1,
    hash,
    draft,
    before: held?.place ?? null,
  }))
  const heads = await insertRevisions(tx, rows, { createdAt: at, createdBy: by })
  const steps = rows.map(({ questionId, before }) => ({
    actId,
    questionId,
    before,
    after: { set: setId, state, current: before?.current ?? null, head: heads.get(questionId) as number },
  }))
  if (steps.length > 0) await tx.insert(questionSteps).values(steps)
  const revised = steps.filter(step => step.before !== null).length
  return { added: steps.length - revised, revised }
}

/** Questions of these numbers as they stand; one whose batch never came to its end is none yet, but keeps its row. */
async function heldAmong(tx: Db, setId: number, externalIds: string[]) {
  const rows = await tx
    .select({
      questionId: questions.id,
      externalId: questions.externalId,
      state: questions.state,
      current: questions.currentRevision,
      head: questions.headRevision,
      number: revisions.number,
      revision: revisions.id,
      hash: revisions.hash,
    })
    .from(questions)
    .leftJoin(revisions, eq(revisions.questionId, questions.id))
    .where(and(eq(questions.setId, setId), inArray(questions.externalId, externalIds)))
    .orderBy(asc(revisions.number))
  return new Map(
    [...Map.groupBy(rows, row => row.externalId)].map(([externalId, all]) => {
      const { questionId, state, current, head } = all[0] as (typeof rows)[number]
      const place = head === null ? null : { set: setId, state, current, head }
      const hash = all.find(row => row.revision === head && head !== null)?.hash ?? null
      return [externalId, { questionId, place, hash, number: all.at(-1)?.number ?? 0 }]
    }),
  )
}

/** The last unit: every question of the batch stands where it leads, the set is there, all at once. */
export async function closeBatch(
  tx: Db,
  batch: Batch,
  counts: { added: number; revised: number; unchanged: number; stored: number },
): Promise<void> {
  await lockBank(tx)
  const newest = tx
    .select({ id: max(revisions.id) })
    .from(revisions)
    .where(eq(revisions.questionId, questions.id))
  await tx
    .update(questions)
    .set({ headRevision: oneValueOf(newest), state: batch.state })
    .where(inArray(questions.id, questionsOf(tx, batch.actId)))
  await tx.update(questionSets).set({ hiddenSince: null }).where(eq(questionSets.id, batch.setId))
  await tx
    .update(imports)
    .set({ ...counts, finishedAt: batch.at })
    .where(eq(imports.id, batch.importId))
}

const questionsOf = (db: Db, actId: number) =>
  db.select({ id: questionSteps.questionId }).from(questionSteps).where(eq(questionSteps.actId, actId))

/** Ids of a batch's questions, a page of them: searching is made true to them afterwards. @returns the last id; null at the end */
export async function indexSome(tx: Db, actId: number, after: number, limit: number): Promise<number | null> {
  const rows = await tx
    .select({ id: questionSteps.questionId })
    .from(questionSteps)
    .where(and(eq(questionSteps.actId, actId), gt(questionSteps.questionId, after)))
    .orderBy(asc(questionSteps.questionId))
    .limit(limit)
  await indexHeads(
    tx,
    rows.map(row => row.id),
  )
  return rows.length < limit ? null : (rows.at(-1)?.id ?? null)
}

export async function importByPublicId(db: Db, publicId: string): Promise<ImportRow | null> {
  const rows = await db.select().from(imports).where(eq(imports.publicId, publicId))
  return rows[0] ?? null
}

/** Questions that a batch brought in and nothing else has touched are set aside: one statement, however many. */
export async function setAside(tx: Db, actId: number): Promise<void> {
  const brought = tx
    .select({ id: questionSteps.questionId })
    .from(questionSteps)
    .where(and(eq(questionSteps.actId, actId), isNull(questionSteps.before)))
  await tx.update(questions).set({ state: 'retired', currentRevision: null }).where(inArray(questions.id, brought))
}

export async function markUndone(
  tx: Db,
  row: ImportRow,
  actId: number,
  undone: { undoneAt: number; undoneBy: number },
): Promise<void> {
  await tx.update(imports).set(undone).where(eq(imports.id, row.id))
  await tx.update(questionActs).set(undone).where(eq(questionActs.id, actId))
}

/** A set without any question that was never retired: there is nothing to see in it. */
export async function hideEmptySet(tx: Db, setId: number, hiddenSince: number): Promise<void> {
  const left = await tx
    .select({ id: questions.id })
    .from(questions)
    .where(and(eq(questions.setId, setId), inArray(questions.state, ['draft', 'waiting', 'reviewed', 'published'])))
    .limit(1)
  if (left.length === 0) await tx.update(questionSets).set({ hiddenSince }).where(eq(questionSets.id, setId))
}
