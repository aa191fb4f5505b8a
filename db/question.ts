/** Questions as the product itself brings them: a set that holds exactly what its files hold. */
import { randomBytes } from 'node:crypto'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { QuestionDraft } from '../core/question/question.ts'
import { excluded } from './columns.ts'
import { draftHash } from './draft-hash.ts'
import { chunks, indexHeads, insertRevisions } from './revision.ts'
import {
  type QuestionPlace,
  questionActs,
  questionSets,
  questionSteps,
  questions,
  revisions,
} from './schema/question.ts'
import type { Db } from './storage.ts'

export interface Stored {
  added: number
  revised: number
  unchanged: number
  retired: number
}

/** A question as it is held. */
export interface Held extends QuestionPlace {
  questionId: number
  externalId: string
  /** Of its newest revision, by whomever. */
  number: number
  /** Of the newest revision that the product itself brought; null when people wrote the question. */
  productRevision: number | null
  productHash: string | null
  /** Of the head. */
  hash: string
}

/**
 * Makes the set hold exactly these drafts, published: a new external id becomes a question, a changed draft a new
 * revision, a missing one is retired. Doing it again changes nothing. Questions that people wrote are left alone; where
 * people have revised or retired one of the product's, its new text waits for them as a draft.
 * @param drafts with external ids that are unique within the set
 * @param now epoch milliseconds
 */
export async function storeDrafts(
  tx: Db,
  setId: number,
  drafts: readonly QuestionDraft[],
  now: number,
): Promise<Stored> {
  const held = await heldIn(tx, setId)
  const byPeople = await retiredByPeople(tx, setId)
  const known = drafts.map(draft => ({ draft, hash: draftHash(draft), held: held.get(draft.externalId) }))
  const unknown = known.filter(one => !one.held).map(({ draft }) => draft.externalId)
  const ids = await addQuestions(tx, setId, unknown, 'published', now)
  const fresh = known
    .filter(({ held, hash }) => held?.productHash !== hash)
    .map(({ draft, hash, held }) => ({
      questionId: held?.questionId ?? (ids.get(draft.externalId) as number),
      number: (held?.number ?? 0) + 1,
      hash,
      draft,
      held,
    }))
  const made = await insertRevisions(tx, fresh, { createdAt: now, createdBy: null })
  const isTouched = (one: Held) => one.head !== one.productRevision || byPeople.has(one.questionId)
  const moved = fresh.map(({ questionId, draft: { externalId }, held }) => {
    const head = made.get(questionId) as number
    return held && isTouched(held)
      ? { externalId, set: setId, state: 'draft' as const, current: held.current, head }
      : { externalId, set: setId, state: 'published' as const, current: head, head }
  })
  const back = known.flatMap(({ held, hash }) =>
    held?.productHash === hash && held.state === 'retired' && !isTouched(held) ? [held] : [],
  )
  const kept = new Set(drafts.map(draft => draft.externalId))
  const gone = [...held.values()].filter(
    one => one.productRevision !== null && one.state !== 'retired' && !kept.has(one.externalId),
  )
  await putPlaces(tx, [
    ...moved,
    ...back.map(one => ({ ...one, state: 'published' as const, current: one.head })),
    ...gone.map(one => ({ ...one, state: 'retired' as const, current: null })),
  ])
  await indexHeads(tx, [...made.keys()])
  const revised = fresh.length - unknown.length + back.length
  return {
    added: unknown.length,
    revised,
    unchanged: drafts.length - unknown.length - revised,
    retired: gone.length,
  }
}

/** Questions of a set that somebody retired: the product does not bring them back. */
async function retiredByPeople(tx: Db, setId: number): Promise<Set<number>> {
  const rows = await tx
    .select({ id: questions.id })
    .from(questions)
    .innerJoin(questionSteps, eq(questionSteps.questionId, questions.id))
    .innerJoin(questionActs, eq(questionActs.id, questionSteps.actId))
    .where(
      and(
        eq(questions.setId, setId),
        eq(questions.state, 'retired'),
        eq(questionActs.act, 'retire'),
        isNull(questionActs.undoneAt),
      ),
    )
  return new Set(rows.map(row => row.id))
}

/** Every question of a set, by external id. */
export async function heldIn(tx: Db, setId: number): Promise<Map<string, Held>> {
  const rows = await tx
    .select({
      questionId: questions.id,
      externalId: questions.externalId,
      set: questions.setId,
      state: questions.state,
      current: questions.currentRevision,
      head: questions.headRevision,
      revision: revisions.id,
      number: revisions.number,
      hash: revisions.hash,
      by: revisions.createdBy,
    })
    .from(questions)
    .innerJoin(revisions, eq(revisions.questionId, questions.id))
    .where(eq(questions.setId, setId))
    .orderBy(revisions.number)
  const held = new Map<string, Held>()
  for (const { revision, by, hash, head, ...row } of rows) {
    const before = held.get(row.externalId)
    const isProducts = by === null
    held.set(row.externalId, {
      ...row,
      head: head ?? revision,
      hash: revision === head ? hash : (before?.hash ?? hash),
      productRevision: isProducts ? revision : (before?.productRevision ?? null),
      productHash: isProducts ? hash : (before?.productHash ?? null),
    })
  }
  return held
}

/** Questions without a revision yet: it follows within the same unit. @returns their ids by external id */
export async function addQuestions(
  tx: Db,
  setId: number,
  externalIds: readonly string[],
  state: 'draft' | 'published',
  now: number,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const chunk of chunks(externalIds)) {
    const rows = await tx
      .insert(questions)
      .values(chunk.map(externalId => ({ publicId: publicId(), setId, externalId, state, createdAt: now })))
      .returning({ id: questions.id, externalId: questions.externalId })
    for (const row of rows) ids.set(row.externalId, row.id)
  }
  return ids
}

/** One statement for many rows: every question is there already, so each row only says where it stands now. */
export async function putPlaces(tx: Db, places: readonly (QuestionPlace & { externalId: string })[]): Promise<void> {
  for (const chunk of chunks(places))
    await tx
      .insert(questions)
      .values(
        chunk.map(({ externalId, set, state, current, head }) => ({
          publicId: publicId(),
          setId: set,
          externalId,
          state,
          currentRevision: current,
          headRevision: head,
          createdAt: 0,
        })),
      )
      .onConflictDoUpdate({
        target: [questions.setId, questions.externalId],
        set: {
          state: excluded('state'),
          currentRevision: excluded('currentRevision'),
          headRevision: excluded('headRevision'),
        },
      })
}

const publicId = (): string => randomBytes(16).toString('base64url')

/** The revision in use of each question of a set, by external id. */
export async function currentOf(db: Db, setId: number): Promise<Map<string, number>> {
  const rows = await db
    .select({ externalId: questions.externalId, revision: questions.currentRevision })
    .from(questions)
    .where(and(eq(questions.setId, setId), isNotNull(questions.currentRevision)))
  return new Map(rows.map(row => [row.externalId, row.revision as number]))
}

/** @returns the new set's id */
export async function insertSet(tx: Db, set: typeof questionSets.$inferInsert): Promise<number> {
  const rows = await tx.insert(questionSets).values(set).returning({ id: questionSets.id })
  return (rows[0] as { id: number }).id
}
