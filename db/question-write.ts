/** What people write: new questions, and new revisions of those that are there, each as an act that can be taken back. */
import { and, eq } from 'drizzle-orm'
import type { QuestionDraft } from '../core/question/question.ts'
import { max } from './columns.ts'
import { draftHash } from './draft-hash.ts'
import { addQuestions, heldIn } from './question.ts'
import { lockBank, type NewAct, placeOf, recordAct } from './question-act.ts'
import { insertRevisions } from './revision.ts'
import { type QuestionPlace, questions, revisions } from './schema/question.ts'
import type { Db } from './storage.ts'

/**
 * Brings in drafts that people made: a new external id becomes a question, a changed draft a new revision that goes
 * through review; what is not among them stays as it is.
 * @param drafts with external ids that are unique within the set
 */
export async function saveDrafts(
  tx: Db,
  setId: number,
  drafts: readonly QuestionDraft[],
  act: NewAct,
): Promise<{ added: number; revised: number; unchanged: number }> {
  await lockBank(tx)
  const held = await heldIn(tx, setId)
  const known = drafts.map(draft => ({ draft, hash: draftHash(draft), held: held.get(draft.externalId) }))
  const unknown = known.filter(one => !one.held).map(({ draft }) => draft.externalId)
  const ids = await addQuestions(tx, setId, unknown, 'draft', act.at)
  const fresh = known
    .filter(({ held, hash }) => held?.hash !== hash)
    .map(({ draft, hash, held }) => ({
      questionId: held?.questionId ?? (ids.get(draft.externalId) as number),
      number: (held?.number ?? 0) + 1,
      hash,
      draft,
      before: held ? placeOf(held) : null,
    }))
  const made = await insertRevisions(tx, fresh, { createdAt: act.at, createdBy: act.by })
  const steps = fresh.map(({ questionId, draft: { externalId }, before }) => {
    const head = made.get(questionId) as number
    return {
      questionId,
      externalId,
      before,
      after: { set: setId, state: 'draft' as const, current: before?.current ?? null, head },
    }
  })
  if (steps.length > 0) await recordAct(tx, act, steps)
  return {
    added: unknown.length,
    revised: fresh.length - unknown.length,
    unchanged: drafts.length - fresh.length,
  }
}

/** Every number that a set has given. */
export async function numbersIn(db: Db, setId: number): Promise<Set<string>> {
  const rows = await db.select({ number: questions.externalId }).from(questions).where(eq(questions.setId, setId))
  return new Set(rows.map(({ number }) => number))
}

/**
 * A new newest revision of one question, which goes through review.
 * @returns its number; null when it says the same as the newest one
 */
export async function saveRevision(
  tx: Db,
  question: QuestionPlace & { id: number; externalId: string; hash: string },
  draft: QuestionDraft,
  act: NewAct,
): Promise<number | null> {
  const hash = draftHash(draft)
  if (hash === question.hash) return null
  const number = (await lastNumber(tx, question.id)) + 1
  const fresh = [{ questionId: question.id, number, hash, draft }]
  const made = await insertRevisions(tx, fresh, { createdAt: act.at, createdBy: act.by })
  const before = placeOf(question)
  const after = { ...before, state: 'draft' as const, head: made.get(question.id) as number }
  await recordAct(tx, act, [{ questionId: question.id, externalId: question.externalId, before, after }])
  return number
}

async function lastNumber(tx: Db, questionId: number): Promise<number> {
  const rows = await tx
    .select({ number: max(revisions.number) })
    .from(revisions)
    .where(eq(revisions.questionId, questionId))
  return rows[0]?.number ?? 0
}

/** The public id of a question that is there. */
export async function publicIdIn(db: Db, setId: number, externalId: string): Promise<string> {
  const rows = await db
    .select({ id: questions.publicId })
    .from(questions)
    .where(and(eq(questions.setId, setId), eq(questions.externalId, externalId)))
  return (rows[0] as { id: string }).id
}
