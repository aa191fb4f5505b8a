/** What people do to questions as they stand: one by one or many at once, told before it is done, and taken back. */
import type { Allowed, Person } from '#core/account/roles'
import { type ActHindrance, actionRules, hindrance, mayDo, type QuestionAction } from '#core/question/state'
import { no, type Outcome, yes } from '#core/refusal'
import { fact } from '#db/meta'
import * as db from '#db/question-act'
import { type SetRow, setByPublicId } from '#db/question-set'
import { numbersIn } from '#db/question-write'
import type { Db } from '#db/storage'
import { record } from './audit.ts'
import { forgetMoments } from './memory.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

export interface ActWish {
  action: QuestionAction
  /** Public ids. */
  questions: readonly string[]
  /** Why: needed for returning a question to its author; kept with every act. */
  note: string
  /** The set to move to, by its public id. */
  set?: string | undefined
}

export interface ActPlan {
  action: QuestionAction
  does: db.Placed[]
  leaves: { question: db.Placed; why: ActHindrance }[]
}

/** What an act would do: nothing is done yet. @returns refusals: forbidden, note-needed, not-found (no such set, or none of the questions) */
export const planAct = (rt: Runtime, by: Allowed<'questions.read'>, wish: ActWish): Promise<Outcome<ActPlan>> =>
  planIn(rt.storage.read, by, wish)

async function planIn(read: Db, by: Person, wish: ActWish): Promise<Outcome<ActPlan & { to: SetRow | null }>> {
  if (!mayDo(wish.action, by)) return no('forbidden')
  if (wish.action === 'return' && wish.note.trim() === '') return no('note-needed')
  const to = wish.action === 'move' ? await setByPublicId(read, wish.set ?? '') : null
  if (wish.action === 'move' && !to) return no('not-found')
  const placed = await db.placedByPublicIds(read, wish.questions)
  if (placed.length === 0) return no('not-found')
  const cannotMove = to ? await moveHindrance(read, to.id) : () => null
  const plan: ActPlan = { action: wish.action, does: [], leaves: [] }
  for (const question of placed) {
    const { state, current, author } = question
    const why = hindrance(wish.action, { state, inUse: current !== null, author }, by) ?? cannotMove(question)
    if (why) plan.leaves.push({ question, why })
    else plan.does.push(question)
  }
  return yes({ ...plan, to })
}

/** The handbook's own questions are known by their numbers; elsewhere a number must be free. */
async function moveHindrance(read: Db, setId: number) {
  const handbook = Number(await fact(read, 'handbook set'))
  const taken = await numbersIn(read, setId)
  return ({ set, externalId }: db.Placed): ActHindrance | null => {
    if (set === setId) return 'same-set'
    if (set === handbook) return 'handbook'
    if (taken.has(externalId)) return 'number-taken'
    taken.add(externalId)
    return null
  }
}

/**
 * Does it to every question that allows it, all together or not at all.
 * @param expected how many questions were announced, so that nobody does more or less than they were told
 * @returns refusals: those of planAct, act-changed (another number than expected; `count`), act-empty
 */
export async function doAct(
  rt: Runtime,
  by: Allowed<'questions.read'>,
  wish: ActWish,
  expected: number,
): Promise<Outcome<ActPlan & { act: string }>> {
  const act = publicId()
  const done = await rt.storage.atomically(async (tx): Promise<Outcome<ActPlan & { act: string }>> => {
    await db.lockBank(tx)
    const plan = await planIn(tx, by, wish)
    if (!plan.ok) return plan
    const { action, does, leaves, to } = plan.value
    if (does.length === 0) return no('act-empty')
    if (does.length !== expected) return no('act-changed', { count: does.length })
    const row = { publicId: act, act: action, by: by.id, at: rt.clock.now(), note: wish.note.trim() }
    await db.recordAct(
      tx,
      row,
      does.map(question => stepOf(action, question, to)),
    )
    const detail = { action, count: does.length }
    await record(tx, {
      at: row.at,
      actor: by,
      action: 'questions.acted',
      subject: `act:${act}`,
      detail,
      reason: row.note,
    })
    return yes({ action, does, leaves, act })
  })
  if (done.ok) changed(rt)
  return done
}

function stepOf(action: QuestionAction, question: db.Placed, to: SetRow | null): db.Step {
  const before = db.placeOf(question)
  const state = actionRules[action].to ?? before.state
  const after = { ...before, state, set: to?.id ?? before.set }
  if (action === 'publish') after.current = before.head
  if (action === 'retire') after.current = null
  if (action === 'discard' && before.current !== null) after.head = before.current
  return { questionId: question.id, externalId: question.externalId, before, after }
}

/**
 * Takes an act back, for whoever did it, as long as nothing else has happened to its questions.
 * @returns refusals: not-found (somebody else's too), undone-already, undo-too-late (`count` questions have changed since)
 */
export async function undoAct(
  rt: Runtime,
  by: Allowed<'questions.read'>,
  id: string,
): Promise<Outcome<{ act: db.ActRow['act']; count: number }>> {
  const undone = await rt.storage.atomically(async tx => {
    await db.lockBank(tx)
    const act = await db.actByPublicId(tx, id)
    if (!act || act.by !== by.id) return no('not-found')
    if (act.undoneAt !== null) return no('undone-already')
    const steps = await db.stepsOf(tx, act.id)
    const later = steps.filter(({ now, after, isLast }) => !isLast || !samePlace(now, after))
    if (later.length > 0) return no('undo-too-late', { count: later.length })
    const back = steps.map(({ questionId, externalId, before, after }) => ({
      questionId,
      externalId,
      before: after,
      // What an act brought in was in no use before it: it is set aside.
      after: before ?? { ...after, state: 'retired' as const, current: null },
    }))
    await db.undoAct(tx, act.id, back, { undoneAt: rt.clock.now(), undoneBy: by.id })
    const detail = { action: act.act, count: back.length }
    await record(tx, { at: rt.clock.now(), actor: by, action: 'questions.undone', subject: `act:${id}`, detail })
    return yes({ act: act.act, count: back.length })
  })
  if (undone.ok) changed(rt)
  return undone
}

const samePlace = (a: ReturnType<typeof db.placeOf>, b: ReturnType<typeof db.placeOf>): boolean =>
  a.set === b.set && a.state === b.state && a.current === b.current && a.head === b.head

/** Pools, practice and pages read the bank anew. */
function changed(rt: Runtime): void {
  forgetMoments(rt)
  rt.pagesChanged()
}
