/** What people do to questions: one act for one or many, each with what it changed, so that it can be taken back. */
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { alone, max } from './columns.ts'
import { putPlaces } from './question.ts'
import { chunks, indexHeads } from './revision.ts'
import {
  type QuestionPlace,
  questionActs,
  questionSets,
  questionSteps,
  questions,
  revisions,
} from './schema/question.ts'
import type { Db } from './storage.ts'

export type ActRow = typeof questionActs.$inferSelect
export type NewAct = Omit<ActRow, 'id' | 'undoneAt' | 'undoneBy'>

/** A question with where it stands and who wrote its newest revision. */
export interface Placed extends QuestionPlace {
  id: number
  publicId: string
  externalId: string
  setPublicId: string
  setName: string
  author: number | null
  stem: { zh: string; en: string }
}

/** Units that change the bank wait for each other: what one decides on must not change under it. */
export const lockBank = (tx: Db): Promise<void> => alone(tx, 'bank')

/** In the order of sets and of coming; unknown ids are left out. */
export async function placedByPublicIds(db: Db, publicIds: readonly string[]): Promise<Placed[]> {
  const found: Placed[] = []
  for (const chunk of chunks(publicIds)) found.push(...(await placedWhere(db, inArray(questions.publicId, chunk))))
  return found.sort((a, b) => a.set - b.set || a.id - b.id)
}

async function placedWhere(db: Db, where: ReturnType<typeof inArray>): Promise<Placed[]> {
  const rows = await db
    .select({
      id: questions.id,
      publicId: questions.publicId,
      externalId: questions.externalId,
      set: questions.setId,
      setPublicId: questionSets.publicId,
      setName: questionSets.name,
      state: questions.state,
      current: questions.currentRevision,
      head: revisions.id,
      author: revisions.createdBy,
      face: revisions.face,
    })
    .from(questions)
    .innerJoin(questionSets, eq(questionSets.id, questions.setId))
    .innerJoin(revisions, eq(revisions.id, questions.headRevision))
    .where(where)
  return rows.map(({ face, ...row }) => ({ ...row, stem: face.stem }))
}

export const placeOf = ({ set, state, current, head }: QuestionPlace): QuestionPlace => ({ set, state, current, head })

export interface Step {
  questionId: number
  externalId: string
  before: QuestionPlace | null
  after: QuestionPlace
}

/** Writes down an act and puts each question where it leads. */
export async function recordAct(tx: Db, act: NewAct, steps: readonly Step[]): Promise<void> {
  const rows = await tx.insert(questionActs).values(act).returning({ id: questionActs.id })
  const actId = (rows[0] as { id: number }).id
  for (const chunk of chunks(steps))
    await tx
      .insert(questionSteps)
      .values(chunk.map(({ questionId, before, after }) => ({ actId, questionId, before, after })))
  await putBack(tx, steps)
}

/** Puts each question where its step leads. */
export async function putBack(tx: Db, steps: readonly Step[]): Promise<void> {
  const bySet = Map.groupBy(
    steps.filter(({ before, after }) => before && before.set !== after.set),
    ({ after }) => after.set,
  )
  for (const [setId, moved] of bySet)
    for (const chunk of chunks(moved))
      await tx
        .update(questions)
        .set({ setId })
        .where(
          inArray(
            questions.id,
            chunk.map(({ questionId }) => questionId),
          ),
        )
  await putPlaces(
    tx,
    steps.map(({ externalId, after }) => ({ externalId, ...after })),
  )
  await indexHeads(
    tx,
    steps.filter(({ before, after }) => before?.head !== after.head).map(({ questionId }) => questionId),
  )
}

export async function actByPublicId(db: Db, publicId: string): Promise<ActRow | null> {
  const rows = await db.select().from(questionActs).where(eq(questionActs.publicId, publicId))
  return rows[0] ?? null
}

/** What an act changed, with where each question stands now and whether it is the last thing that happened to it. */
export async function stepsOf(tx: Db, actId: number) {
  const steps = await tx
    .select({
      questionId: questionSteps.questionId,
      externalId: questions.externalId,
      publicId: questions.publicId,
      before: questionSteps.before,
      after: questionSteps.after,
      set: questions.setId,
      state: questions.state,
      current: questions.currentRevision,
      head: questions.headRevision,
    })
    .from(questionSteps)
    .innerJoin(questions, eq(questions.id, questionSteps.questionId))
    .where(eq(questionSteps.actId, actId))
  const last = new Map<number, number>()
  for (const chunk of chunks(steps.map(step => step.questionId)))
    for (const row of await lastActs(tx, chunk)) last.set(row.questionId, row.act)
  return steps.map(({ set, state, current, head, ...step }) => ({
    ...step,
    now: { set, state, current, head: head ?? 0 },
    isLast: last.get(step.questionId) === actId,
  }))
}

const lastActs = (tx: Db, questionIds: number[]) =>
  tx
    .select({ questionId: questionSteps.questionId, act: max(questionSteps.actId) })
    .from(questionSteps)
    .innerJoin(questionActs, eq(questionActs.id, questionSteps.actId))
    .where(and(inArray(questionSteps.questionId, questionIds), isNull(questionActs.undoneAt)))
    .groupBy(questionSteps.questionId)

/** Puts questions back where they stood before an act, and says by whom. */
export async function undoAct(
  tx: Db,
  actId: number,
  steps: readonly Step[],
  undone: { undoneAt: number; undoneBy: number },
): Promise<void> {
  await tx.update(questionActs).set(undone).where(eq(questionActs.id, actId))
  await putBack(tx, steps)
}

/** Everything that happened to a question, the newest first. */
export const actsOf = async (db: Db, questionId: number) =>
  db
    .select({
      publicId: questionActs.publicId,
      act: questionActs.act,
      by: questionActs.by,
      at: questionActs.at,
      note: questionActs.note,
      undoneAt: questionActs.undoneAt,
      undoneBy: questionActs.undoneBy,
      before: questionSteps.before,
      after: questionSteps.after,
    })
    .from(questionSteps)
    .innerJoin(questionActs, eq(questionActs.id, questionSteps.actId))
    .where(eq(questionSteps.questionId, questionId))
    .orderBy(desc(questionActs.id))
