/** One question for those who look after it: where it stands, what may be done, its history, what citizens say of it. */
import type { Allowed } from '#core/account/roles'
import { has } from '#core/account/roles'
import { holding } from '#core/bank/amendment'
import { dayOf } from '#core/day'
import { changesBetween } from '#core/question/difference'
import { hindrance, mayDo, questionActions } from '#core/question/state'
import { meanUse } from '#core/question/use'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireHistoryLine, WireQuestionReport, WireQuestionView, WireRevision } from '#core/wire-bank'
import { allAmendments, allReviews } from '#db/amendment'
import { figuresOfQuestion, questionByPublicId, revisionsOf } from '#db/bank'
import { reportsAbout } from '#db/error-report'
import { actsOf } from '#db/question-act'
import { staffAccounts } from '#db/staff'
import { writtenOf } from './question-edit.ts'
import type { Runtime } from './runtime.ts'

type Reader = Allowed<'questions.read'>

/** @returns refusals: not-found */
export async function viewQuestion(rt: Runtime, by: Reader, id: string): Promise<Outcome<WireQuestionView>> {
  const read = rt.storage.read
  const question = await questionByPublicId(read, id)
  if (!question) return no('not-found')
  const [stored, acts, names] = [
    await revisionsOf(read, question.id),
    await actsOf(read, question.id),
    await namesIn(rt),
  ]
  const { state, current, revision, key } = question
  const standing = { state, inUse: current !== null, author: revision.createdBy }
  return yes({
    id,
    number: question.number,
    set: { id: question.setPublicId, name: question.setName },
    state,
    inUse: current !== null,
    publishedRevision: stored.find(one => one.revision.id === current)?.revision.number ?? null,
    revision: revision.number,
    author: names(revision.createdBy),
    at: revision.createdAt,
    written: writtenOf({ revision, key }),
    actions: questionActions
      .filter(action => mayDo(action, by))
      .map(action => ({ action, why: hindrance(action, standing, by) })),
    mayWrite: has(by, 'questions.write'),
    reviewers: await reviewersBesides(rt, revision.createdBy ?? by.id),
    revisions: revisionsIn(stored, current, names),
    history: historyOf(acts, stored, names),
    reports: await reportsOn(rt, id, names),
    use: meanUse(await figuresOfQuestion(read, question.id)),
    heldBy: await heldBy(rt, id, key.sources),
  })
}

type Names = (account: number | null) => string | null

/** Null stands for the product itself. */
async function namesIn(rt: Runtime): Promise<Names> {
  const staff = new Map((await staffAccounts(rt.storage.read)).map(({ id, name, login }) => [id, name ?? login ?? '']))
  return account => (account === null ? null : (staff.get(account) ?? ''))
}

/** How many people besides somebody may review: with none of them, nothing gets through. */
export async function reviewersBesides(rt: Runtime, author: number): Promise<number> {
  return (await staffAccounts(rt.storage.read)).filter(
    account => account.id !== author && account.deactivatedAt === null && has(account, 'questions.review'),
  ).length
}

type Stored = Awaited<ReturnType<typeof revisionsOf>>

/** The newest first, each with what it changed against the one before it. */
function revisionsIn(stored: Stored, current: number | null, names: Names): WireRevision[] {
  return stored.map((one, at) => {
    const before = stored[at + 1]
    const { number, createdBy, createdAt, id } = one.revision
    return {
      number,
      by: names(createdBy),
      at: createdAt,
      inUse: id === current,
      changes: before ? changesBetween(writtenOf(before), writtenOf(one)) : null,
    }
  })
}

function historyOf(acts: Awaited<ReturnType<typeof actsOf>>, stored: Stored, names: Names): WireHistoryLine[] {
  const numbers = new Map(stored.map(({ revision }) => [revision.id, revision.number]))
  return acts.map(({ publicId, act, by, at, note, undoneAt, undoneBy, after }) => ({
    id: publicId,
    act,
    by: names(by) ?? '',
    at,
    note,
    revision: numbers.get(after.head) ?? null,
    undone: undoneAt === null ? null : { by: names(undoneBy) ?? '', at: undoneAt },
  }))
}

async function reportsOn(rt: Runtime, id: string, names: Names): Promise<WireQuestionReport[]> {
  const reports = await reportsAbout(rt.storage.read, 'question', id)
  return reports.map(({ publicId, body, locale, createdAt, assignedTo, handledAt, handledBy, outcome }) => ({
    id: publicId,
    body,
    locale,
    createdAt,
    assignedTo: assignedTo === null ? null : names(assignedTo),
    handled: handledAt === null ? null : { by: names(handledBy) ?? '', at: handledAt, outcome: outcome ?? '' },
  }))
}

/** Amended articles that keep the question out of use today, until somebody has reviewed it under them. */
async function heldBy(rt: Runtime, id: string, sources: Parameters<typeof holding>[1]) {
  const read = rt.storage.read
  const [amendments, reviews] = [await allAmendments(read), await allReviews(read)]
  const reviewed = new Set(
    reviews.filter(one => one.subject === 'question' && one.subjectId === id).map(one => one.amendmentId),
  )
  return holding(amendments, sources, one => reviewed.has(one.id), dayOf(rt.clock.now())).map(
    ({ law, article, inForce }) => ({ law, article, inForce }),
  )
}
