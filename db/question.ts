/** Question sets and their questions. A question is revised, never edited; `currentRevision` is the id of a revision. */
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { QuestionDraft } from '../core/question/question.ts'
import { excluded } from './columns.ts'
import { keys, questionSets, questions, revisions } from './schema/question.ts'
import type { Db } from './storage.ts'

/** Rows per INSERT: thirteen columns a row stay far below the parameters either engine takes (32,766 and 65,535). */
const rowsAtOnce = 500

export interface Stored {
  added: number
  revised: number
  unchanged: number
  retired: number
}

interface Held {
  questionId: number
  revisionId: number
  number: number
  hash: string
  /** False once retired. */
  current: boolean
}

/**
 * Makes the set hold exactly these drafts: a new external id becomes a question, a changed draft a new revision, a
 * missing one is retired. Doing it again changes nothing.
 * @param drafts with external ids that are unique within the set
 * @param now epoch milliseconds
 * @param createdBy account, or null when the installation itself stores them
 */
export async function storeDrafts(
  tx: Db,
  setId: number,
  drafts: readonly QuestionDraft[],
  now: number,
  createdBy: number | null,
): Promise<Stored> {
  const held = await heldIn(tx, setId)
  const hashed = drafts.map(draft => ({ draft, hash: draftHash(draft), held: held.get(draft.externalId) }))
  const unknown = hashed.filter(({ held }) => !held)
  const changed = hashed.filter(({ held, hash }) => held && (held.hash !== hash || !held.current))
  await point(tx, setId, now, await addRevisions(tx, setId, [...unknown, ...changed], now, createdBy))
  const kept = new Set(drafts.map(draft => draft.externalId))
  const gone = [...held].filter(([externalId, question]) => question.current && !kept.has(externalId))
  await retire(
    tx,
    gone.map(([, question]) => question.questionId),
  )
  return {
    added: unknown.length,
    revised: changed.length,
    unchanged: drafts.length - unknown.length - changed.length,
    retired: gone.length,
  }
}

/** The latest revision of each question of the set, by external id. */
async function heldIn(tx: Db, setId: number): Promise<Map<string, Held>> {
  const rows = await tx
    .select({
      externalId: questions.externalId,
      currentRevision: questions.currentRevision,
      questionId: questions.id,
      revisionId: revisions.id,
      number: revisions.number,
      hash: revisions.hash,
    })
    .from(questions)
    .innerJoin(revisions, eq(revisions.questionId, questions.id))
    .where(eq(questions.setId, setId))
    .orderBy(revisions.number)
  return new Map(
    rows.map(({ externalId, currentRevision, ...row }) => [externalId, { ...row, current: currentRevision !== null }]),
  )
}

/** A draft in one fixed order, so that equal drafts have equal hashes. */
function draftHash(draft: QuestionDraft): string {
  const { kind, chapter, entryId, level, seconds, validFrom, validTo, face, right, explanation, sources } = draft
  const said = (text: { zh: string; en: string } | null) => text && [text.zh, text.en]
  const canonical = [
    [kind, chapter, entryId, level, seconds, validFrom, validTo, right, said(explanation)],
    [said(face.scenario), said(face.stem), face.options.map(said)],
    sources.map(source => [source.law, source.article, source.anchors]),
  ]
  return createHash('sha256').update(JSON.stringify(canonical)).digest('base64url')
}

interface Hashed {
  draft: QuestionDraft
  hash: string
  held: Held | undefined
}
interface Pointer {
  externalId: string
  currentRevision: number
}

/** Stores what is new. @returns for each question the revision to use; a retired one that comes back keeps its own */
async function addRevisions(
  tx: Db,
  setId: number,
  hashed: Hashed[],
  now: number,
  createdBy: number | null,
): Promise<Pointer[]> {
  const ids = await addQuestions(
    tx,
    setId,
    hashed.filter(one => !one.held),
    now,
  )
  const pointers: Pointer[] = []
  for (const chunk of chunks(hashed)) {
    const fresh = chunk.filter(one => one.held?.hash !== one.hash)
    const back = chunk.filter(one => one.held?.hash === one.hash)
    for (const { draft, held } of back)
      if (held) pointers.push({ externalId: draft.externalId, currentRevision: held.revisionId })
    pointers.push(...(await insertRevisions(tx, fresh, ids, now, createdBy)))
  }
  return pointers
}

async function addQuestions(tx: Db, setId: number, unknown: Hashed[], now: number): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const chunk of chunks(unknown)) {
    const rows = await tx
      .insert(questions)
      .values(chunk.map(({ draft }) => ({ publicId: publicId(), setId, externalId: draft.externalId, createdAt: now })))
      .returning({ id: questions.id, externalId: questions.externalId })
    for (const row of rows) ids.set(row.externalId, row.id)
  }
  return ids
}

async function insertRevisions(
  tx: Db,
  fresh: Hashed[],
  ids: Map<string, number>,
  now: number,
  createdBy: number | null,
): Promise<Pointer[]> {
  if (fresh.length === 0) return []
  const byQuestion = new Map(
    fresh.map(one => [one.held?.questionId ?? ids.get(one.draft.externalId) ?? missing(one.draft), one]),
  )
  const rows = await tx
    .insert(revisions)
    .values([...byQuestion].map(([questionId, one]) => revisionRow(questionId, one, now, createdBy)))
    .returning({ id: revisions.id, questionId: revisions.questionId })
  const made = rows.map(row => ({ revisionId: row.id, draft: byQuestion.get(row.questionId)?.draft ?? missing(row) }))
  await tx.insert(keys).values(
    made.map(({ revisionId, draft: { right, explanation, sources } }) => ({
      revisionId,
      right,
      explanation,
      sources,
    })),
  )
  return made.map(({ revisionId, draft }) => ({ externalId: draft.externalId, currentRevision: revisionId }))
}

const revisionRow = (questionId: number, { draft, hash, held }: Hashed, now: number, createdBy: number | null) => ({
  questionId,
  number: (held?.number ?? 0) + 1,
  kind: draft.kind,
  chapter: draft.chapter,
  entryId: draft.entryId,
  level: draft.level,
  seconds: draft.seconds,
  validFrom: draft.validFrom,
  validTo: draft.validTo,
  face: draft.face,
  hash,
  createdBy,
  createdAt: now,
})

/** One statement for many rows: every question is there already, so each row only moves its pointer. */
async function point(tx: Db, setId: number, now: number, pointers: Pointer[]): Promise<void> {
  for (const chunk of chunks(pointers))
    await tx
      .insert(questions)
      .values(chunk.map(pointer => ({ ...pointer, publicId: publicId(), setId, createdAt: now })))
      .onConflictDoUpdate({
        target: [questions.setId, questions.externalId],
        set: { currentRevision: excluded('currentRevision') },
      })
}

async function retire(tx: Db, questionIds: number[]): Promise<void> {
  for (const chunk of chunks(questionIds))
    await tx
      .update(questions)
      .set({ currentRevision: null })
      .where(and(inArray(questions.id, chunk), isNotNull(questions.currentRevision)))
}

function* chunks<T>(items: readonly T[]): Generator<T[]> {
  for (let i = 0; i < items.length; i += rowsAtOnce) yield items.slice(i, i + rowsAtOnce)
}

const publicId = (): string => randomBytes(16).toString('base64url')

function missing(row: unknown): never {
  throw new Error(`The database answered without the row it was given: ${JSON.stringify(row)}`)
}

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
