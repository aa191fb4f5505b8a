/** Whether a list of chances may be frozen now. */
import type { Frozen } from '#core/prize/draw'
import { type DrawRule, drawSpan, kindOf } from '#core/prize/qualify'
import { no, type Outcome, yes } from '#core/refusal'
import { type ContestRow, contestBySlug } from '#db/contest'
import { type DrawRow, latestDraw } from '#db/draw'
import type { Db } from '#db/storage'
import { listsOf } from '#db/winner'
import { isSettled, termsHold } from './prize-people.ts'
import type { Runtime } from './runtime.ts'

export interface FreezeWish {
  /** Id of the rules' draw. */
  rule: string
  /** A stage's id, a day, or ''. */
  scope: string
  /** Which public number, and when it is announced. */
  source: string
  at: number
  /** Why a draw that was made is made again. */
  repeatWhy: string
}

export interface Ready {
  contest: ContestRow
  rule: DrawRule
  kind: Frozen['kind']
  holds: (startedAt: number) => boolean
  earlier: DrawRow | null
}

/** @returns refusals: not-found, draw-unknown, prize-terms-changed, not-final-yet, invalid-request, draw-number-late, draw-made, draw-no-awards */
export async function readyToFreeze(rt: Runtime, tx: Db, slug: string, wish: FreezeWish): Promise<Outcome<Ready>> {
  const now = rt.clock.now()
  const contest = await contestBySlug(tx, slug)
  if (!contest || contest.publishedAt === null) return no('not-found')
  const rule = contest.rules.draws.find(({ id }) => id === wish.rule)
  const kind = rule && kindOf(rule)
  const span = kind && drawSpan(contest.rules, contest, kind, wish.scope)
  if (!rule || !kind || !span) return no('draw-unknown', { where: 'scope' })
  if (!(await termsHold(tx, contest))) return no('prize-terms-changed')
  if (!(await isSettled(tx, contest, span, now))) return no('not-final-yet')
  if ([...wish.source.trim()].length < 2) return no('invalid-request', { where: 'source' })
  if (wish.at <= now) return no('draw-number-late', { where: 'at' })
  const earlier = await latestDraw(tx, contest.id, rule.id, wish.scope)
  if (earlier && !(await mayRepeat(tx, contest, earlier, wish.repeatWhy)))
    return no('draw-made', { where: 'repeatWhy' })
  if (kind === 'final' && (await awardsMissing(tx, contest))) return no('draw-no-awards')
  return yes({ contest, rule, kind, holds: span.holds, earlier })
}

/** With a reason, and while its winners have not been published. */
async function mayRepeat(tx: Db, contest: ContestRow, earlier: DrawRow, why: string): Promise<boolean> {
  const list = (await listsOf(tx, contest.id)).find(({ drawId }) => drawId === earlier.id)
  return [...why.trim()].length >= 4 && (list?.publishedAt ?? null) === null
}

/** One prize a person: those with an award must be known before the list is made. */
async function awardsMissing(tx: Db, { id, rules: { awards } }: ContestRow): Promise<boolean> {
  const promised = awards.tiers.some(tier => tier.count > 0)
  return awards.onePrizeEach && promised && !(await listsOf(tx, id)).some(({ kind }) => kind === 'awards')
}
