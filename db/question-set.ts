/** Question sets: named batches with a source and a licence. */
import { and, asc, desc, eq, inArray, isNotNull, lt } from 'drizzle-orm'
import { count } from './columns.ts'
import { imports, keys, questionSets, questions, revisions } from './schema/question.ts'
import type { Db } from './storage.ts'

export type SetRow = typeof questionSets.$inferSelect
export type ImportRow = typeof imports.$inferSelect

export async function insertImport(tx: Db, row: typeof imports.$inferInsert): Promise<void> {
  await tx.insert(imports).values(row)
}

/** Newest first, with the number of questions in use. */
export async function allSets(db: Db): Promise<(SetRow & { questions: number })[]> {
  const sets = await db.select().from(questionSets).orderBy(desc(questionSets.id))
  const counts = await db
    .select({ setId: questions.setId, n: count() })
    .from(questions)
    .where(isNotNull(questions.currentRevision))
    .groupBy(questions.setId)
  const bySet = new Map(counts.map(row => [row.setId, row.n]))
  return sets.map(set => ({ ...set, questions: bySet.get(set.id) ?? 0 }))
}

export async function setByPublicId(db: Db, publicId: string): Promise<SetRow | null> {
  const rows = await db.select().from(questionSets).where(eq(questionSets.publicId, publicId))
  return rows[0] ?? null
}

export const setsByPublicIds = async (db: Db, publicIds: string[]): Promise<SetRow[]> =>
  publicIds.length === 0 ? [] : db.select().from(questionSets).where(inArray(questionSets.publicId, publicIds))

export const importsOf = async (db: Db, setId: number): Promise<ImportRow[]> =>
  db.select().from(imports).where(eq(imports.setId, setId)).orderBy(desc(imports.id))

/** The last import of a file with these bytes. */
export async function importOfFile(
  db: Db,
  fileHash: string,
): Promise<{ set: string; name: string; at: number } | null> {
  const rows = await db
    .select({ set: questionSets.publicId, name: questionSets.name, at: imports.createdAt })
    .from(imports)
    .innerJoin(questionSets, eq(questionSets.id, imports.setId))
    .where(eq(imports.fileHash, fileHash))
    .orderBy(desc(imports.id))
    .limit(1)
  return rows[0] ?? null
}

/** How many questions in use stand before this one in its set; null when it is not in use there. */
export async function placeInSet(db: Db, setId: number, externalId: string): Promise<number | null> {
  const inUse = and(eq(questions.setId, setId), isNotNull(questions.currentRevision))
  const [question] = await db
    .select({ id: questions.id })
    .from(questions)
    .where(and(inUse, eq(questions.externalId, externalId)))
  if (!question) return null
  const before = await db
    .select({ n: count() })
    .from(questions)
    .where(and(inUse, lt(questions.id, question.id)))
  return before[0]?.n ?? 0
}

/** Questions in use with their keys, in the order in which they came. For people who may write questions. */
export const questionsOfSet = async (db: Db, setId: number, limit: number, offset: number) =>
  db
    .select({
      externalId: questions.externalId,
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
    .innerJoin(revisions, eq(revisions.id, questions.currentRevision))
    .innerJoin(keys, eq(keys.revisionId, revisions.id))
    .where(and(eq(questions.setId, setId), isNotNull(questions.currentRevision)))
    .orderBy(asc(questions.id))
    .limit(limit)
    .offset(offset)
