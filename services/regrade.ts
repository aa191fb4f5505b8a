/** A wrong key found late: what a decision would do, taking it, and taking it back. */
import type { Allowed } from '#core/account/roles'
import { type Decision, decisionProblem, sameDecision } from '#core/attempt/regrade'
import type { LocalText } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireEffect } from '#core/wire-regrade'
import { type ContestRow, contestBySlug } from '#db/contest'
import { rightsFor } from '#db/key'
import * as db from '#db/regrade'
import type { Db } from '#db/storage'
import { record } from './audit.ts'
import { facesFor, type Shown } from './paper.ts'
import { effectOf } from './regrade-effect.ts'
import { effectShown } from './regrade-view.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

type Organizer = Allowed<'contests.write'>

export interface RegradeWish {
  /** The question's public id, and which revision of it stood on the papers. */
  question: string
  revision: number
  decision: Decision
}

/** What would change if it were decided now; nothing does. @returns refusals: not-found, regrade-choice */
export async function previewRegrade(
  rt: Runtime,
  _allowed: Organizer,
  slug: string,
  wish: RegradeWish,
): Promise<Outcome<WireEffect>> {
  const found = await wished(rt, rt.storage.read, slug, wish)
  if (!found.ok) return found
  const { contest, revisionId } = found.value
  return yes(effectShown(contest, await effectOf(rt, contest, revisionId, wish.decision)))
}

/**
 * Takes the decision: from now on papers are marked by it, those handed in before too (services/regrade-settle.ts does
 * that). The same decision again is the one that stands.
 * @returns the regrade's public id; refusals: those of previewRegrade, reason-needed, erratum-needed
 */
export async function decideRegrade(
  rt: Runtime,
  allowed: Organizer,
  slug: string,
  wish: RegradeWish & { reason: string; erratum: LocalText },
): Promise<Outcome<string>> {
  if (wish.reason.trim().length < shortestReason) return no('reason-needed', { where: 'reason' })
  if (wish.erratum.zh.trim() === '') return no('erratum-needed', { where: 'erratum' })
  const found = await wished(rt, rt.storage.read, slug, wish)
  if (!found.ok) return found
  const { contest, revisionId } = found.value
  const now = rt.clock.now()
  return rt.storage.atomically(async tx => {
    await db.decidingAlone(tx, contest.id)
    const same = (await db.regradesOf(tx, contest.id)).find(
      row => row.undoneAt === null && row.revisionId === revisionId && sameDecision(row.decision, wish.decision),
    )
    if (same) return yes(same.publicId)
    const id = publicId()
    const { decision, reason, erratum } = wish
    const by = { createdBy: allowed.id, createdAt: now }
    await db.insertRegrade(tx, { publicId: id, contestId: contest.id, revisionId, decision, reason, erratum, ...by })
    await log(tx, allowed, now, 'regrade.decided', contest, { id, decision: decision.kind }, reason)
    return yes(id)
  })
}

/** Four characters, as for exports: long enough to be a word. */
const shortestReason = 4

/** Takes a decision back: papers are marked again as if it had never been. @returns refusals: not-found, reason-needed, undone-already */
export async function undoRegrade(
  rt: Runtime,
  allowed: Organizer,
  slug: string,
  id: string,
  reason: string,
): Promise<Outcome<null>> {
  if (reason.trim().length < shortestReason) return no('reason-needed', { where: 'reason' })
  const contest = await contestBySlug(rt.storage.read, slug)
  if (!contest) return no('not-found')
  const now = rt.clock.now()
  return rt.storage.atomically(async tx => {
    await db.decidingAlone(tx, contest.id)
    const row = (await db.regradesOf(tx, contest.id)).find(({ publicId }) => publicId === id)
    if (!row) return no('not-found')
    if (row.undoneAt !== null) return no('undone-already')
    await db.markUndone(tx, row.id, { undoneBy: allowed.id, undoneAt: now, undoneReason: reason })
    await log(tx, allowed, now, 'regrade.undone', contest, { id }, reason)
    return yes(null)
  })
}

const log = (
  tx: Db,
  actor: Organizer,
  at: number,
  action: 'regrade.decided' | 'regrade.undone',
  contest: ContestRow,
  detail: Record<string, string>,
  reason: string,
) => record(tx, { at, actor, action, subject: `contest:${contest.slug}`, detail, reason })

/** The contest and the revision that are meant, if it was on its papers' sets and the decision fits it. */
async function wished(
  rt: Runtime,
  read: Db,
  slug: string,
  wish: RegradeWish,
): Promise<Outcome<{ contest: ContestRow; revisionId: number }>> {
  const contest = await contestBySlug(read, slug)
  const revisionId = contest && (await db.revisionIn(read, contest.id, wish.question, wish.revision))
  if (!contest || revisionId === null) return no('not-found')
  const shown = (await facesFor(rt, [revisionId])).get(revisionId) as Shown
  const [key] = await rightsFor(read, [revisionId])
  const face = { kind: shown.kind, options: shown.face.options.length, right: key?.right ?? 0 }
  const wrong = decisionProblem(wish.decision, face)
  return wrong ? no('regrade-choice', { where: 'decision', problem: wrong }) : yes({ contest, revisionId })
}
