/** The bank as one list: light rows of every question for filters, and what a page of it shows. */
import { and, asc, desc, eq, gt, inArray, isNull, ne } from 'drizzle-orm'
import { contains } from './columns.ts'
import { chunks } from './revision.ts'
import { keys, questionArticles, questionSets, questions, questionTexts, revisions } from './schema/question.ts'
import { itemStatistics } from './schema/statistics.ts'
import type { Db } from './storage.ts'

/** Every question that people may see, in the order of sets and of coming; without texts. */
export const bankRows = async (db: Db) =>
  db
    .select({
      id: questions.id,
      publicId: questions.publicId,
      set: questionSets.publicId,
      number: questions.externalId,
      state: questions.state,
      current: questions.currentRevision,
      head: revisions.id,
      chapter: revisions.chapter,
      kind: revisions.kind,
      level: revisions.level,
    })
    .from(questions)
    .innerJoin(questionSets, eq(questionSets.id, questions.setId))
    .innerJoin(revisions, eq(revisions.id, questions.headRevision))
    .where(isNull(questionSets.hiddenSince))
    .orderBy(asc(questions.setId), asc(questions.id))

/** Which laws each question cites. */
export async function lawsCited(db: Db): Promise<Map<number, string[]>> {
  const rows = await db
    .selectDistinct({ id: questionArticles.questionId, law: questionArticles.law })
    .from(questionArticles)
    .orderBy(asc(questionArticles.law))
  return new Map([...Map.groupBy(rows, row => row.id)].map(([id, own]) => [id, own.map(row => row.law)]))
}

/** What contests have shown of questions, over all their revisions. */
export async function figuresOfUse(db: Db) {
  const rows = await db
    .select({
      id: revisions.questionId,
      shown: itemStatistics.shown,
      facility: itemStatistics.facility,
      discrimination: itemStatistics.discrimination,
    })
    .from(itemStatistics)
    .innerJoin(revisions, eq(revisions.id, itemStatistics.revisionId))
  return Map.groupBy(rows, row => row.id)
}

/** What contests have shown of one question, over all its revisions. */
export const figuresOfQuestion = async (db: Db, questionId: number) =>
  db
    .select({
      shown: itemStatistics.shown,
      facility: itemStatistics.facility,
      discrimination: itemStatistics.discrimination,
    })
    .from(itemStatistics)
    .innerJoin(revisions, eq(revisions.id, itemStatistics.revisionId))
    .where(eq(revisions.questionId, questionId))

/** Questions that contain every one of the words. @param words in the form of core/question/words.ts */
export async function idsSaying(db: Db, words: readonly string[]): Promise<number[]> {
  const rows = await db
    .select({ id: questionTexts.questionId })
    .from(questionTexts)
    .where(and(...words.map(word => contains(questionTexts.words, word))))
  return rows.map(row => row.id)
}

export async function idsCiting(db: Db, law: string, article: string): Promise<number[]> {
  const rows = await db
    .select({ id: questionArticles.questionId })
    .from(questionArticles)
    .where(and(eq(questionArticles.law, law), eq(questionArticles.article, article)))
  return rows.map(row => row.id)
}

/** The articles of a law that questions cite. */
export async function articlesCited(db: Db, law: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ article: questionArticles.article })
    .from(questionArticles)
    .where(eq(questionArticles.law, law))
  return rows.map(row => row.article)
}

/** What a page of the list shows of some questions. */
export async function shownRows(db: Db, ids: readonly number[]) {
  const found = []
  for (const chunk of chunks(ids))
    found.push(
      ...(await db
        .select({
          id: questions.id,
          setName: questionSets.name,
          author: revisions.createdBy,
          at: revisions.createdAt,
          face: revisions.face,
        })
        .from(questions)
        .innerJoin(questionSets, eq(questionSets.id, questions.setId))
        .innerJoin(revisions, eq(revisions.id, questions.headRevision))
        .where(inArray(questions.id, chunk))),
    )
  return found
}

/** Stems in the order of coming, a handful at a time, without what was retired. @param after the last id of the handful before */
export const stemsAfter = async (db: Db, after: number, limit: number) =>
  db
    .select({ id: questions.id, publicId: questions.publicId, number: questions.externalId, face: revisions.face })
    .from(questions)
    .innerJoin(revisions, eq(revisions.id, questions.headRevision))
    .where(and(gt(questions.id, after), ne(questions.state, 'retired')))
    .orderBy(asc(questions.id))
    .limit(limit)

/** One question with its newest revision and key; null for one that is not there or not to be seen. */
export async function questionByPublicId(db: Db, publicId: string) {
  const rows = await db
    .select({
      id: questions.id,
      publicId: questions.publicId,
      number: questions.externalId,
      set: questions.setId,
      setPublicId: questionSets.publicId,
      setName: questionSets.name,
      state: questions.state,
      current: questions.currentRevision,
      revision: revisions,
      key: keys,
    })
    .from(questions)
    .innerJoin(questionSets, eq(questionSets.id, questions.setId))
    .innerJoin(revisions, eq(revisions.id, questions.headRevision))
    .innerJoin(keys, eq(keys.revisionId, revisions.id))
    .where(and(eq(questions.publicId, publicId), isNull(questionSets.hiddenSince)))
  return rows[0] ?? null
}

/** All revisions of a question with their keys, the newest first. */
export const revisionsOf = async (db: Db, questionId: number) =>
  db
    .select({ revision: revisions, key: keys })
    .from(revisions)
    .innerJoin(keys, eq(keys.revisionId, revisions.id))
    .where(eq(revisions.questionId, questionId))
    .orderBy(desc(revisions.number))
