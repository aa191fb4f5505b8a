/** The bank read piece by piece: for comparing an upload with it, and for taking a set out whole. */
import { and, asc, desc, eq, gt, isNotNull, isNull, ne } from 'drizzle-orm'
import type { SaidColumns } from '../core/bank/mapping.ts'
import type { QuestionDraft } from '../core/question/question.ts'
import { accounts } from './schema/account.ts'
import { attempts } from './schema/attempt.ts'
import { contestSets } from './schema/contest.ts'
import { columnMappings, imports, keys, questionSets, questions, revisions } from './schema/question.ts'
import type { Db } from './storage.ts'

/** Newest revisions that are not retired, of all sets, in the order of coming. @param after the inner id of the last one */
export const askedAfter = async (db: Db, after: number, limit: number) =>
  db
    .select({
      id: questions.id,
      set: questionSets.publicId,
      setName: questionSets.name,
      externalId: questions.externalId,
      face: revisions.face,
      right: keys.right,
    })
    .from(questions)
    .innerJoin(questionSets, eq(questionSets.id, questions.setId))
    .innerJoin(revisions, eq(revisions.id, questions.headRevision))
    .innerJoin(keys, eq(keys.revisionId, revisions.id))
    .where(and(gt(questions.id, after), ne(questions.state, 'retired'), isNull(questionSets.hiddenSince)))
    .orderBy(asc(questions.id))
    .limit(limit)

/** Numbers of a set with the hashes of their newest revisions, retired ones too. */
export const hashesAfter = async (db: Db, setId: number, after: number, limit: number) =>
  db
    .select({ id: questions.id, externalId: questions.externalId, hash: revisions.hash })
    .from(questions)
    .innerJoin(revisions, eq(revisions.id, questions.headRevision))
    .where(and(eq(questions.setId, setId), gt(questions.id, after)))
    .orderBy(asc(questions.id))
    .limit(limit)

/** Whole questions of a set, without retired ones. */
export async function draftsAfter(
  db: Db,
  setId: number,
  after: number,
  limit: number,
): Promise<{ id: number; draft: QuestionDraft }[]> {
  const rows = await db
    .select({
      id: questions.id,
      externalId: questions.externalId,
      kind: revisions.kind,
      chapter: revisions.chapter,
      entryId: revisions.entryId,
      level: revisions.level,
      levelReason: revisions.levelReason,
      seconds: revisions.seconds,
      validFrom: revisions.validFrom,
      validTo: revisions.validTo,
      face: revisions.face,
      right: keys.right,
      explanation: keys.explanation,
      sources: keys.sources,
    })
    .from(questions)
    .innerJoin(revisions, eq(revisions.id, questions.headRevision))
    .innerJoin(keys, eq(keys.revisionId, revisions.id))
    .where(and(eq(questions.setId, setId), gt(questions.id, after), ne(questions.state, 'retired')))
    .orderBy(asc(questions.id))
    .limit(limit)
  return rows.map(({ id, ...draft }) => ({ id, draft }))
}

/** Batches of all sets, the newest first, with who brought them. @param limit rows @param offset rows */
export const importsPage = async (db: Db, limit: number, offset: number) =>
  db
    .select({
      publicId: imports.publicId,
      name: imports.name,
      fileName: imports.fileName,
      rowsIn: imports.rowsIn,
      added: imports.added,
      revised: imports.revised,
      unchanged: imports.unchanged,
      stored: imports.stored,
      refused: imports.refused,
      createdAt: imports.createdAt,
      undoneAt: imports.undoneAt,
      by: accounts.name,
      set: questionSets.publicId,
      setName: questionSets.name,
      setHidden: questionSets.hiddenSince,
    })
    .from(imports)
    .innerJoin(questionSets, eq(questionSets.id, imports.setId))
    .leftJoin(accounts, eq(accounts.id, imports.createdBy))
    .where(isNotNull(imports.finishedAt))
    .orderBy(desc(imports.id))
    .limit(limit)
    .offset(offset)

/** Papers of contests that draw from a set, in the order of starting. @param after the inner id of the last attempt */
export const papersAfter = async (db: Db, setId: number, after: number, limit: number) =>
  db
    .select({ id: attempts.id, paper: attempts.paper })
    .from(attempts)
    .innerJoin(contestSets, eq(contestSets.contestId, attempts.contestId))
    .where(and(eq(contestSets.setId, setId), gt(attempts.id, after)))
    .orderBy(asc(attempts.id))
    .limit(limit)

export const mappingsOf = async (db: Db, accountId: number) =>
  db
    .select({
      headings: columnMappings.headings,
      columns: columnMappings.columns,
      headless: columnMappings.headless,
    })
    .from(columnMappings)
    .where(eq(columnMappings.accountId, accountId))
    .orderBy(desc(columnMappings.savedAt), asc(columnMappings.headings))
    .limit(200)

export async function saveMapping(
  tx: Db,
  row: { accountId: number; headings: string; savedAt: number } & SaidColumns,
): Promise<void> {
  const { columns, headless, savedAt } = row
  await tx
    .insert(columnMappings)
    .values(row)
    .onConflictDoUpdate({
      target: [columnMappings.accountId, columnMappings.headings],
      set: { columns, headless, savedAt },
    })
}
