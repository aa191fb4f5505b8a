/** Writing questions: what is wrong is said by field, each save is a revision, and nothing is overwritten unseen. */
import type { Allowed } from '#core/account/roles'
import { type EditKnown, type EditProblem, editProblems } from '#core/question/edit'
import { type QuestionDraft, truefalseOptions } from '#core/question/question'
import { type No, no, type Outcome, yes } from '#core/refusal'
import { questionByPublicId, revisionsOf } from '#db/bank'
import { allChapters, allEntries, allLaws } from '#db/handbook'
import * as db from '#db/question-act'
import { setByPublicId } from '#db/question-set'
import { numbersIn, publicIdIn, saveDrafts, saveRevision } from '#db/question-write'
import { staffNames } from '#db/staff'
import type { Db } from '#db/storage'
import { record } from './audit.ts'
import { forgetMoments } from './memory.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

type Writer = Allowed<'questions.write'>

/** What an editor sends: everything but the question's number. */
export type Written = Omit<QuestionDraft, 'externalId'>

export type Saved = Outcome<{ id: string; revision: number; changed: boolean }> | Wrong
interface Wrong extends No {
  problems: EditProblem[]
}

/**
 * A new question, as a draft.
 * @param number the author's own, or null for the next free one
 * @returns refusals: question-wrong (with the problems), not-found (no such set), number-taken
 */
export async function createQuestion(
  rt: Runtime,
  by: Writer,
  { set, number, written }: { set: string; number: string | null; written: Written },
): Promise<Saved> {
  const draft = complete(written)
  const wrong = await wrongWith(rt, draft)
  if (wrong) return wrong
  const at = rt.clock.now()
  const made = await rt.storage.atomically(async (tx): Promise<Saved> => {
    await db.lockBank(tx)
    const row = await setByPublicId(tx, set)
    if (!row || row.retiredAt !== null) return no('not-found')
    const taken = await numbersIn(tx, row.id)
    const externalId = number ?? nextFree(taken)
    if (taken.has(externalId)) return no('number-taken')
    const act = { publicId: publicId(), act: 'add' as const, by: by.id, at, note: '' }
    await saveDrafts(tx, row.id, [{ ...draft, externalId }], act)
    const id = await publicIdIn(tx, row.id, externalId)
    await record(tx, { at, actor: by, action: 'question.saved', subject: `question:${id}`, detail: { revision: 1 } })
    return yes({ id, revision: 1, changed: true })
  })
  if (made.ok) forgetMoments(rt)
  return made
}

function nextFree(taken: ReadonlySet<string>): string {
  let next = taken.size + 1
  while (taken.has(String(next))) next++
  return String(next)
}

/**
 * A change of a question: a new revision, as a draft; what is published stays in use.
 * @param base number of the revision that was edited
 * @returns refusals: question-wrong (with the problems), not-found, question-changed (`by`: who was faster)
 */
export async function saveQuestion(
  rt: Runtime,
  by: Writer,
  id: string,
  { base, written }: { base: number; written: Written },
): Promise<Saved> {
  const draft = complete(written)
  const wrong = await wrongWith(rt, draft)
  return wrong ?? revise(rt, by, id, base, 'edit', async () => draft)
}

/**
 * An older revision as a new draft.
 * @returns refusals: not-found (no such question or revision), question-changed
 */
export const restoreRevision = (
  rt: Runtime,
  by: Writer,
  id: string,
  { base, revision }: { base: number; revision: number },
): Promise<Saved> =>
  revise(rt, by, id, base, 'restore', async (tx, questionId) => {
    const old = (await revisionsOf(tx, questionId)).find(one => one.revision.number === revision)
    return old ? writtenOf(old) : null
  })

async function revise(
  rt: Runtime,
  by: Writer,
  id: string,
  base: number,
  act: 'edit' | 'restore',
  draftIn: (tx: Db, questionId: number) => Promise<Written | null>,
): Promise<Saved> {
  const at = rt.clock.now()
  const saved = await rt.storage.atomically(async (tx): Promise<Saved> => {
    await db.lockBank(tx)
    const question = await questionByPublicId(tx, id)
    if (!question) return no('not-found')
    const { revision, number: externalId, set, state, current } = question
    if (revision.number !== base) {
      const names = await staffNames(tx)
      return no('question-changed', { by: names.get(revision.createdBy ?? 0) ?? '' })
    }
    const draft = await draftIn(tx, question.id)
    if (!draft) return no('not-found')
    const place = { id: question.id, externalId, hash: revision.hash, set, state, current, head: revision.id }
    const row = { publicId: publicId(), act, by: by.id, at, note: '' }
    const number = await saveRevision(tx, place, { ...draft, externalId }, row)
    if (number === null) return yes({ id, revision: base, changed: false })
    const detail = { revision: number, how: act }
    await record(tx, { at, actor: by, action: 'question.saved', subject: `question:${id}`, detail })
    return yes({ id, revision: number, changed: true })
  })
  if (saved.ok) forgetMoments(rt)
  return saved
}

/** True or false always has its two options; only a case tells a scenario; an entry says its chapter. */
function complete(written: Written): QuestionDraft {
  const { kind, face } = written
  return {
    ...written,
    externalId: '',
    chapter: written.entryId === null ? written.chapter : Number(written.entryId.split('.')[0]),
    face: {
      ...face,
      scenario: kind === 'case' ? face.scenario : null,
      options: kind === 'truefalse' ? truefalseOptions : face.options,
    },
  }
}

async function wrongWith(rt: Runtime, draft: QuestionDraft): Promise<Wrong | null> {
  const problems = editProblems(draft, await editKnown(rt.storage.read))
  return problems.some(({ severity }) => severity === 'error') ? { ...no('question-wrong'), problems } : null
}

async function editKnown(read: Db): Promise<EditKnown> {
  const [chapters, entries, laws] = [await allChapters(read), await allEntries(read), await allLaws(read)]
  return {
    chapters: new Set(chapters.map(({ number }) => number)),
    entries: new Map(entries.map(({ id, chapter }) => [id, chapter])),
    laws: new Set(laws.map(({ code }) => code)),
  }
}

/** What a machine sees of a question while it is written. @returns every problem, errors first */
export const checkWritten = async (rt: Runtime, _allowed: Writer, written: Written): Promise<EditProblem[]> =>
  editProblems(complete(written), await editKnown(rt.storage.read))

type Stored = Awaited<ReturnType<typeof revisionsOf>>[number]

/** A stored revision as it would be written. */
export function writtenOf({ revision, key }: Stored): Written {
  const { kind, chapter, entryId, level, levelReason, seconds, validFrom, validTo, face } = revision
  const { right, explanation, sources } = key
  return { kind, chapter, entryId, level, levelReason, seconds, validFrom, validTo, face, right, explanation, sources }
}
