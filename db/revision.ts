/** Revisions of questions: written once, never changed; and what is kept of a question's newest one for searching. */
import { eq, inArray } from 'drizzle-orm'
import type { QuestionDraft } from '../core/question/question.ts'
import { wordsOf } from '../core/question/words.ts'
import { excluded } from './columns.ts'
import { keys, questionArticles, questions, questionTexts, revisions } from './schema/question.ts'
import type { Db } from './storage.ts'

/** Rows per INSERT: thirteen columns a row stay far below the parameters either engine takes (32,766 and 65,535). */
const rowsAtOnce = 500

/** A draft that becomes a revision of a question. */
export interface NewRevision {
  questionId: number
  number: number
  hash: string
  draft: QuestionDraft
}

/** @returns the new revisions by question */
export async function insertRevisions(
  tx: Db,
  fresh: readonly NewRevision[],
  made: { createdAt: number; createdBy: number | null },
): Promise<Map<number, number>> {
  const ids = new Map<number, number>()
  for (const chunk of chunks(fresh)) {
    const rows = await tx
      .insert(revisions)
      .values(chunk.map(one => revisionRow(one, made)))
      .returning({ id: revisions.id, questionId: revisions.questionId })
    for (const row of rows) ids.set(row.questionId, row.id)
    await tx.insert(keys).values(
      chunk.map(({ questionId, draft: { right, explanation, sources } }) => ({
        revisionId: ids.get(questionId) as number,
        right,
        explanation,
        sources,
      })),
    )
  }
  return ids
}

const revisionRow = (
  { questionId, number, draft, hash }: NewRevision,
  made: { createdAt: number; createdBy: number | null },
) => ({
  questionId,
  number,
  kind: draft.kind,
  chapter: draft.chapter,
  entryId: draft.entryId,
  level: draft.level,
  levelReason: draft.levelReason ?? null,
  seconds: draft.seconds,
  validFrom: draft.validFrom,
  validTo: draft.validTo,
  face: draft.face,
  hash,
  ...made,
})

/** Keeps what is searched for true to the newest revisions, after they have changed. */
export async function indexHeads(tx: Db, questionIds: readonly number[]): Promise<void> {
  for (const chunk of chunks(questionIds)) {
    const heads = await tx
      .select({
        questionId: questions.id,
        externalId: questions.externalId,
        face: revisions.face,
        explanation: keys.explanation,
        sources: keys.sources,
      })
      .from(questions)
      .innerJoin(revisions, eq(revisions.id, questions.headRevision))
      .innerJoin(keys, eq(keys.revisionId, revisions.id))
      .where(inArray(questions.id, chunk))
    if (heads.length === 0) continue
    await tx
      .insert(questionTexts)
      .values(heads.map(head => ({ questionId: head.questionId, words: wordsOf(head) })))
      .onConflictDoUpdate({ target: questionTexts.questionId, set: { words: excluded('words') } })
    await tx.delete(questionArticles).where(inArray(questionArticles.questionId, chunk))
    const cited = heads.flatMap(({ questionId, sources }) =>
      sources.map(({ law, article }) => ({ questionId, law, article })),
    )
    for (const rows of chunks(cited)) await tx.insert(questionArticles).values(rows).onConflictDoNothing()
  }
}

export function* chunks<T>(items: readonly T[]): Generator<T[]> {
  for (let i = 0; i < items.length; i += rowsAtOnce) yield items.slice(i, i + rowsAtOnce)
}
