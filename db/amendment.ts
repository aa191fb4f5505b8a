/** Amended articles, and who has reviewed what cites them. */
import { and, asc, desc, eq } from 'drizzle-orm'
import { alone, count } from './columns.ts'
import { keys, questionSets, questions, revisions } from './schema/question.ts'
import { amendmentReviews, amendments } from './schema/upkeep.ts'
import type { Db } from './storage.ts'

export type AmendmentRow = typeof amendments.$inferSelect
export type ReviewRow = typeof amendmentReviews.$inferSelect

/** Newest first. */
export const allAmendments = async (db: Db): Promise<AmendmentRow[]> =>
  db.select().from(amendments).orderBy(desc(amendments.createdAt), desc(amendments.id))

/** One mark. Others who would review it or take it back wait: nothing is taken back under a reviewer's hands. */
export async function lockedAmendment(tx: Db, publicId: string): Promise<AmendmentRow | null> {
  await alone(tx, `amendment ${publicId}`)
  const rows = await tx.select().from(amendments).where(eq(amendments.publicId, publicId))
  return rows[0] ?? null
}

/** Throws a duplicate when the article is marked for that day already. */
export const insertAmendment = async (tx: Db, amendment: Omit<AmendmentRow, 'id'>): Promise<void> => {
  await tx.insert(amendments).values(amendment)
}

export const deleteAmendment = async (tx: Db, id: number): Promise<void> => {
  await tx.delete(amendments).where(eq(amendments.id, id))
}

export const allReviews = async (db: Db): Promise<ReviewRow[]> => db.select().from(amendmentReviews)

export async function reviewsOf(db: Db, amendmentId: number): Promise<ReviewRow[]> {
  return db.select().from(amendmentReviews).where(eq(amendmentReviews.amendmentId, amendmentId))
}

/** A second review of the same thing changes nothing: the first one stands. */
export async function insertReviews(tx: Db, reviews: ReviewRow[]): Promise<void> {
  if (reviews.length > 0) await tx.insert(amendmentReviews).values(reviews).onConflictDoNothing()
}

/** Every question in use with what it cites, in the order of sets and authors' numbers. */
export const citingQuestions = async (db: Db) =>
  db
    .select({
      id: questions.id,
      publicId: questions.publicId,
      externalId: questions.externalId,
      setId: questions.setId,
      set: questionSets.name,
      setPublicId: questionSets.publicId,
      validFrom: revisions.validFrom,
      validTo: revisions.validTo,
      face: revisions.face,
      sources: keys.sources,
    })
    .from(questions)
    .innerJoin(revisions, eq(revisions.id, questions.currentRevision))
    .innerJoin(keys, eq(keys.revisionId, revisions.id))
    .innerJoin(questionSets, eq(questionSets.id, questions.setId))
    .orderBy(asc(questions.setId), asc(questions.id))

export async function isAmended(db: Db, law: string, article: string, inForce: string): Promise<boolean> {
  const rows = await db
    .select({ n: count() })
    .from(amendments)
    .where(and(eq(amendments.law, law), eq(amendments.article, article), eq(amendments.inForce, inForce)))
  return (rows[0]?.n ?? 0) > 0
}
