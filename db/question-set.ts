/** Question sets: named batches with a source and a licence. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, ne, or } from 'drizzle-orm'
import { type QuestionState, questionStates } from '../core/question/state.ts'
import { count, countOf } from './columns.ts'
import { imports, keys, questionSets, questions, revisions } from './schema/question.ts'
import type { Db } from './storage.ts'

/** A set that is being filled, or whose only batch was undone, is there for nobody. */
const shown = isNull(questionSets.hiddenSince)
/** Batches from before they had an id of their own were stored in one go. */
const finished = or(isNotNull(imports.finishedAt), isNull(imports.publicId))

export type SetRow = typeof questionSets.$inferSelect
export type ImportRow = typeof imports.$inferSelect

/** Newest first, with the number of questions in use, and how many stand where. */
export async function allSets(
  db: Db,
): Promise<(SetRow & { questions: number; states: Record<QuestionState, number> })[]> {
  const sets = await db.select().from(questionSets).where(shown).orderBy(desc(questionSets.id))
  const counts = await db
    .select({ setId: questions.setId, state: questions.state, n: count(), inUse: countOf(questions.currentRevision) })
    .from(questions)
    .where(isNotNull(questions.headRevision))
    .groupBy(questions.setId, questions.state)
  const bySet = Map.groupBy(counts, row => row.setId)
  return sets.map(set => {
    const own = bySet.get(set.id) ?? []
    const states = Object.fromEntries(
      questionStates.map(state => [state, own.find(row => row.state === state)?.n ?? 0]),
    ) as Record<QuestionState, number>
    return { ...set, questions: own.reduce((sum, row) => sum + row.inUse, 0), states }
  })
}

/** Names of sets by their public ids. */
export const setNames = async (db: Db): Promise<Map<string, string>> =>
  new Map(
    (await db.select({ id: questionSets.publicId, name: questionSets.name }).from(questionSets)).map(row => [
      row.id,
      row.name,
    ]),
  )

export async function setByPublicId(db: Db, publicId: string): Promise<SetRow | null> {
  const rows = await db
    .select()
    .from(questionSets)
    .where(and(eq(questionSets.publicId, publicId), shown))
  return rows[0] ?? null
}

export const setsByPublicIds = async (db: Db, publicIds: string[]): Promise<SetRow[]> =>
  publicIds.length === 0
    ? []
    : db
        .select()
        .from(questionSets)
        .where(and(inArray(questionSets.publicId, publicIds), shown))

export const importsOf = async (db: Db, setId: number): Promise<ImportRow[]> =>
  db
    .select()
    .from(imports)
    .where(and(eq(imports.setId, setId), finished))
    .orderBy(desc(imports.id))

/** The last import of a file with these bytes. */
export async function importOfFile(
  db: Db,
  fileHash: string,
): Promise<{ set: string; name: string; at: number } | null> {
  const rows = await db
    .select({ set: questionSets.publicId, name: questionSets.name, at: imports.createdAt })
    .from(imports)
    .innerJoin(questionSets, eq(questionSets.id, imports.setId))
    .where(and(eq(imports.fileHash, fileHash), finished, isNull(imports.undoneAt)))
    .orderBy(desc(imports.id))
    .limit(1)
  return rows[0] ?? null
}

/** How many questions stand before this one in its set; null when it is not there or retired. */
export async function placeInSet(db: Db, setId: number, externalId: string): Promise<number | null> {
  const present = and(eq(questions.setId, setId), ne(questions.state, 'retired'))
  const [question] = await db
    .select({ id: questions.id })
    .from(questions)
    .where(and(present, eq(questions.externalId, externalId)))
  if (!question) return null
  const before = await db
    .select({ n: count() })
    .from(questions)
    .where(and(present, lt(questions.id, question.id)))
  return before[0]?.n ?? 0
}

/** Newest revisions with their keys, without retired questions, in the order in which they came. For people who may write questions. */
export const questionsOfSet = async (db: Db, setId: number, limit: number, offset: number) =>
  db
    .select({
      publicId: questions.publicId,
      externalId: questions.externalId,
      state: questions.state,
      current: questions.currentRevision,
      kind: revisions.kind,
      chapter: revisions.chapter,
      level: revisions.level,
      validFrom: revisions.validFrom,
      validTo: revisions.validTo,
      face: revisions.face,
      right: keys.right,
      explanation: keys.explanation,
    })
    .from(questions)
    .innerJoin(revisions, eq(revisions.id, questions.headRevision))
    .innerJoin(keys, eq(keys.revisionId, revisions.id))
    .where(and(eq(questions.setId, setId), ne(questions.state, 'retired')))
    .orderBy(asc(questions.id))
    .limit(limit)
    .offset(offset)
