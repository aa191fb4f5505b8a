/** Striking a person out of a contest, with a reason that they read, an appeal, and undoing it. The board follows. */
import { type Allowed, has } from '#core/account/roles'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireOwnStrike, WireStrike } from '#core/wire-integrity'
import { othersAtWork } from '#db/approval'
import { type ContestRow, contestBySlug } from '#db/contest'
import * as db from '#db/integrity'
import { staffNames } from '#db/staff'
import type { Db } from '#db/storage'
import * as strikes from '#db/strike'
import { record } from './audit.ts'
import { replaceStanding } from './counting.ts'
import { forgetMoments } from './memory.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'
import type { SignedIn } from './session.ts'

type Reviewer = Allowed<'integrity.review'>

const dayMs = 24 * 3_600_000
/** Words that a person can use: at least a sentence, at most a page. Letters. */
const length = { least: 5, most: 1000 }
const mostShown = 200

/**
 * Decides a case: nothing is wrong, or the person is struck out.
 * @param reason why; the person who is struck out reads it
 * @returns refusals: not-found, reason-needed, handled-already
 */
export async function decideCase(
  rt: Runtime,
  allowed: Reviewer,
  slug: string,
  caseId: string,
  decision: 'cleared' | 'struck-out',
  reason: string,
): Promise<Outcome<null>> {
  const words = reason.trim()
  if (!fits(words)) return no('reason-needed')
  const now = rt.clock.now()
  const outcome = await rt.storage.atomically(async tx => {
    const contest = await contestBySlug(tx, slug)
    const found = contest && (await db.caseByPublicId(tx, contest.id, caseId))
    if (!contest || !found) return no('not-found')
    const decided = { decision, decidedAt: now, decidedBy: allowed.id, note: words }
    if (!(await db.decideCase(tx, found.id, decided))) return no('handled-already')
    if (decision === 'struck-out') await strike(rt, tx, allowed, contest, found.accountId, words)
    const action = decision === 'cleared' ? 'integrity.cleared' : 'integrity.struck-out'
    await record(tx, {
      at: now,
      actor: allowed,
      action,
      subject: `contest:${slug}`,
      detail: { case: caseId },
      reason: words,
    })
    return yes(null)
  })
  boardsChanged(rt, outcome)
  return outcome
}

const fits = (words: string): boolean => words.length >= length.least && words.length <= length.most

async function strike(
  rt: Runtime,
  tx: Db,
  by: Reviewer,
  contest: ContestRow,
  accountId: number,
  reason: string,
): Promise<void> {
  const struckAt = rt.clock.now()
  const { appealDays } = contest.rules.integrity
  await strikes.insertStrike(tx, {
    publicId: publicId(),
    contestId: contest.id,
    accountId,
    reason,
    struckBy: by.id,
    struckAt,
    appealUntil: appealDays > 0 ? struckAt + appealDays * dayMs : null,
  })
  await strikes.markStruckOut(tx, contest.id, accountId, struckAt)
  await replaceStanding(rt, tx, contest, accountId)
}

/** Takes a strike back: the attempts count again, and the case waits again. @returns refusals: not-found, reason-needed, handled-already */
export async function undoStrike(
  rt: Runtime,
  allowed: Reviewer,
  slug: string,
  strikeId: string,
  why: string,
): Promise<Outcome<null>> {
  const words = why.trim()
  if (!fits(words)) return no('reason-needed')
  const outcome = await rt.storage.atomically(async tx => {
    const contest = await contestBySlug(tx, slug)
    const found = contest && (await strikes.strikeByPublicId(tx, contest.id, strikeId))
    if (!contest || !found) return no('not-found')
    if (found.undoneAt !== null) return no('handled-already')
    await lift(rt, tx, allowed, contest, found, words)
    return yes(null)
  })
  boardsChanged(rt, outcome)
  return outcome
}

async function lift(
  rt: Runtime,
  tx: Db,
  by: Reviewer,
  contest: ContestRow,
  struck: strikes.StrikeRow,
  why: string,
): Promise<void> {
  const at = rt.clock.now()
  await strikes.changeStrike(tx, struck.id, { undoneAt: at, undoneBy: by.id, undoneWhy: why })
  await strikes.markStruckOut(tx, contest.id, struck.accountId, null)
  await db.reopenCase(tx, contest.id, struck.accountId)
  await replaceStanding(rt, tx, contest, struck.accountId)
  const detail = { strike: struck.publicId }
  await record(tx, {
    at,
    actor: by,
    action: 'integrity.undone',
    subject: `contest:${contest.slug}`,
    detail,
    reason: why,
  })
}

/** Answers an appeal: the strike stays, or is undone. @returns refusals: not-found, reason-needed, handled-already */
export async function answerAppeal(
  rt: Runtime,
  allowed: Reviewer,
  slug: string,
  strikeId: string,
  answer: { upheld: boolean; words: string },
): Promise<Outcome<null>> {
  const words = answer.words.trim()
  if (!fits(words)) return no('reason-needed')
  const at = rt.clock.now()
  const outcome = await rt.storage.atomically(async tx => {
    const contest = await contestBySlug(tx, slug)
    const found = contest && (await strikes.strikeByPublicId(tx, contest.id, strikeId))
    if (!contest || !found || found.appealedAt === null) return no('not-found')
    if (found.answeredAt !== null || found.undoneAt !== null) return no('handled-already')
    // Whoever struck the person out does not judge the appeal alone, where somebody else could.
    if (found.struckBy === allowed.id && (await othersCould(tx, allowed))) return no('second-person-needed')
    await strikes.changeStrike(tx, found.id, { answer: words, answeredAt: at, answeredBy: allowed.id })
    if (!answer.upheld) await lift(rt, tx, allowed, contest, found, words)
    const detail = { strike: strikeId, upheld: answer.upheld }
    await record(tx, {
      at,
      actor: allowed,
      action: 'integrity.appeal',
      subject: `contest:${slug}`,
      detail,
      reason: words,
    })
    return yes(null)
  })
  boardsChanged(rt, outcome)
  return outcome
}

const othersCould = async (tx: Db, person: Reviewer): Promise<boolean> =>
  (await othersAtWork(tx, person.id)).some(other => has(other, 'integrity.review'))

/** @returns refusals: not-found (nothing to appeal, or too late), reason-needed, handled-already */
export async function appeal(rt: Runtime, who: SignedIn, slug: string, words: string): Promise<Outcome<null>> {
  const text = words.trim()
  if (!fits(text)) return no('reason-needed')
  const now = rt.clock.now()
  return rt.storage.atomically(async tx => {
    const contest = await contestBySlug(tx, slug)
    const found = contest && (await strikes.strikeOn(tx, contest.id, who.account.id))
    if (!found || !mayAppeal(found, now)) return no(found?.appealedAt ? 'handled-already' : 'not-found')
    await strikes.changeStrike(tx, found.id, { appeal: text, appealedAt: now })
    return yes(null)
  })
}

const mayAppeal = ({ appealedAt, appealUntil }: strikes.StrikeRow, now: number): boolean =>
  appealedAt === null && appealUntil !== null && now < appealUntil

/** What a person who was struck out of a contest reads; null when they were not. */
export async function ownStrike(rt: Runtime, who: SignedIn, slug: string): Promise<WireOwnStrike | null> {
  const contest = await contestBySlug(rt.storage.read, slug)
  const found = contest && (await strikes.strikeOn(rt.storage.read, contest.id, who.account.id))
  if (!found) return null
  const { reason, struckAt, appealUntil, appeal, answer } = found
  return { reason, struckAt, appealUntil, appeal, answer, mayAppeal: mayAppeal(found, rt.clock.now()) }
}

export async function strikesOf(rt: Runtime, contestId: number): Promise<WireStrike[]> {
  const [rows, names] = await Promise.all([
    strikes.strikesIn(rt.storage.read, contestId, mostShown),
    staffNames(rt.storage.read),
  ])
  return rows.map(({ row, account, name }) => ({
    ...{ id: row.publicId, account, name, reason: row.reason, struckAt: row.struckAt },
    struckBy: names.get(row.struckBy) ?? '',
    ...{ appealUntil: row.appealUntil, appeal: row.appeal, appealedAt: row.appealedAt },
    ...{ answer: row.answer, answeredAt: row.answeredAt, undoneAt: row.undoneAt, undoneWhy: row.undoneWhy },
  }))
}

function boardsChanged(rt: Runtime, outcome: Outcome<null>): void {
  if (!outcome.ok) return
  forgetMoments(rt)
  rt.pagesChanged()
}
