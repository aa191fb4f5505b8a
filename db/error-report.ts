/** What readers say is wrong. */
import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { count, locked } from './columns.ts'
import { entries } from './schema/handbook.ts'
import { questions, revisions } from './schema/question.ts'
import { errorReports } from './schema/upkeep.ts'
import type { Db } from './storage.ts'

export type ErrorReportRow = typeof errorReports.$inferSelect

export const insertReport = async (
  tx: Db,
  report: Omit<ErrorReportRow, 'id' | 'assignedTo' | 'handledAt' | 'handledBy' | 'outcome'>,
): Promise<void> => {
  await tx.insert(errorReports).values(report)
}

/** Newest first. */
export const reportsThat = async (db: Db, are: 'open' | 'handled', most: number): Promise<ErrorReportRow[]> =>
  db
    .select()
    .from(errorReports)
    .where(are === 'open' ? isNull(errorReports.handledAt) : isNotNull(errorReports.handledAt))
    .orderBy(desc(errorReports.createdAt), desc(errorReports.id))
    .limit(most)

/** What one account reported, newest first. */
export const reportsBy = async (db: Db, accountId: number, most: number): Promise<ErrorReportRow[]> =>
  db
    .select()
    .from(errorReports)
    .where(eq(errorReports.accountId, accountId))
    .orderBy(desc(errorReports.createdAt), desc(errorReports.id))
    .limit(most)

export async function countOpenReports(db: Db): Promise<number> {
  const found = await db.select({ n: count() }).from(errorReports).where(isNull(errorReports.handledAt))
  return found[0]?.n ?? 0
}

/** How many reports wait, by the question they are about. */
export async function openReportsByQuestion(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: errorReports.subjectId, n: count() })
    .from(errorReports)
    .where(and(eq(errorReports.subject, 'question'), isNull(errorReports.handledAt)))
    .groupBy(errorReports.subjectId)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

/** Everything that readers said of one thing, newest first. */
export const reportsAbout = async (db: Db, subject: 'entry' | 'question', id: string): Promise<ErrorReportRow[]> =>
  db
    .select()
    .from(errorReports)
    .where(and(eq(errorReports.subject, subject), eq(errorReports.subjectId, id)))
    .orderBy(desc(errorReports.createdAt), desc(errorReports.id))

/** One report. Others who would take it on wait. */
export async function lockedReport(tx: Db, publicId: string): Promise<ErrorReportRow | null> {
  const rows = await locked(tx.select().from(errorReports).where(eq(errorReports.publicId, publicId)))
  return rows[0] ?? null
}

export const putAssignment = async (tx: Db, id: number, assignedTo: number | null): Promise<void> => {
  await tx.update(errorReports).set({ assignedTo }).where(eq(errorReports.id, id))
}

/** @returns 'handled' when somebody was faster, null when there is no such report */
export async function handleReport(
  tx: Db,
  publicId: string,
  handling: { handledAt: number; handledBy: number; outcome: string },
): Promise<'done' | 'handled' | null> {
  const found = await tx
    .select({ at: errorReports.handledAt })
    .from(errorReports)
    .where(eq(errorReports.publicId, publicId))
  if (found.length === 0) return null
  const done = await tx
    .update(errorReports)
    .set(handling)
    .where(and(eq(errorReports.publicId, publicId), isNull(errorReports.handledAt)))
    .returning({ id: errorReports.id })
  return done.length === 1 ? 'done' : 'handled'
}

/** The account that handled a report. */
export async function handlerOf(db: Db, publicId: string): Promise<number | null> {
  const found = await db
    .select({ by: errorReports.handledBy })
    .from(errorReports)
    .where(eq(errorReports.publicId, publicId))
  return found[0]?.by ?? null
}

export const entriesKnown = async (db: Db, ids: string[]) =>
  ids.length === 0
    ? []
    : db
        .select({ id: entries.id, slug: entries.slug, title: entries.title })
        .from(entries)
        .where(inArray(entries.id, ids))

/** Questions as they were last revised, by their public ids. */
export const questionsKnown = async (db: Db, publicIds: string[]) =>
  publicIds.length === 0
    ? []
    : db
        .select({
          publicId: questions.publicId,
          externalId: questions.externalId,
          face: revisions.face,
        })
        .from(questions)
        .innerJoin(revisions, eq(revisions.id, questions.headRevision))
        .where(inArray(questions.publicId, publicIds))

/** The public id of a question that was shown: by one of its revisions, or by its number in a set. */
export async function publicIdOf(
  db: Db,
  of: { revision: number } | { setId: number; externalId: string },
): Promise<string | null> {
  const found =
    'revision' in of
      ? await db
          .select({ id: questions.publicId })
          .from(revisions)
          .innerJoin(questions, eq(questions.id, revisions.questionId))
          .where(eq(revisions.id, of.revision))
      : await db
          .select({ id: questions.publicId })
          .from(questions)
          .where(and(eq(questions.setId, of.setId), eq(questions.externalId, of.externalId)))
  return found[0]?.id ?? null
}
