/** Whether the boards of a contest stand still, are being revealed, and show ranks of districts. */
import type { Allowed } from '#core/account/roles'
import { no, type Outcome, yes } from '#core/refusal'
import { frozenSince } from '#core/standing/freeze'
import * as db from '#db/board-act'
import { type ContestRow, contestBySlug } from '#db/contest'
import { isTakingOver } from '#db/regrade'
import { record } from './audit.ts'
import { standHeld } from './counting.ts'
import { forAMoment, forgetMoments } from './memory.ts'
import type { Runtime } from './runtime.ts'

export interface BoardState {
  /** Since when the boards stand still; null: they move. */
  frozenSince: number | null
  /** A reveal or a regrade is under way: nobody sees half of it. */
  revealing: boolean
  /** It is a regrade. */
  regrading: boolean
  /** Districts and counties are ranked; organizers may leave that out. */
  ranks: boolean
}

/** A second old at most. */
export const boardState = (rt: Runtime, contest: ContestRow): Promise<BoardState> =>
  forAMoment(rt, `board state ${contest.id}`, 1000, () => readState(rt, contest))

/** Results wait behind the boards: lists made now would leave them out, or give them away. */
export async function isUnrevealed(rt: Runtime, contest: ContestRow): Promise<boolean> {
  const { frozenSince, revealing } = await readState(rt, contest)
  return frozenSince !== null || revealing
}

async function readState(rt: Runtime, contest: ContestRow): Promise<BoardState> {
  const acts = await db.actsOn(rt.storage.read, contest.id)
  const since = frozenSince(contest, db.freezes(acts), rt.clock.now())
  const regrading = await isTakingOver(rt.storage.read, contest.id)
  return {
    frozenSince: since,
    revealing: regrading || (since === null && (await db.peopleHeld(rt.storage.read, contest.id, 1)).length > 0),
    regrading,
    ranks: acts.findLast(({ act }) => act === 'ranks-off' || act === 'ranks-on')?.act !== 'ranks-off',
  }
}

export type BoardAct = db.BoardActRow['act']

/**
 * Freezes the boards, reveals them, or takes the ranks of districts off or puts them back.
 * @returns refusals: not-found, reason-needed, boards-frozen (again), boards-not-frozen, ranks-already
 */
export async function actOnBoards(
  rt: Runtime,
  allowed: Allowed<'contests.write'>,
  slug: string,
  wish: { act: BoardAct; reason: string },
): Promise<Outcome<BoardState>> {
  const contest = await contestBySlug(rt.storage.read, slug)
  if (!contest || contest.publishedAt === null) return no('not-found')
  const reason = wish.reason.trim()
  if ([...reason].length < 4) return no('reason-needed', { where: 'reason' })
  const state = await readState(rt, contest)
  const refusal = refusalOf(wish.act, state)
  if (refusal) return no(refusal)
  const at = rt.clock.now()
  await rt.storage.atomically(async tx => {
    await db.insertAct(tx, { contestId: contest.id, act: wish.act, actorId: allowed.id, reason, at })
    await record(tx, { at, actor: allowed, action: actions[wish.act], subject: `contest:${slug}`, reason })
  })
  if (wish.act === 'reveal') await standHeld(rt, contest, stoodAtOnce)
  forgetMoments(rt)
  rt.pagesChanged()
  return yes(await readState(rt, contest))
}

/** What a reveal does before it answers; a longer one goes on by itself, and boards wait for its end. */
const stoodAtOnce = 5000

const actions = {
  freeze: 'boards.freeze',
  reveal: 'boards.reveal',
  'ranks-off': 'boards.ranks-off',
  'ranks-on': 'boards.ranks-on',
} as const

function refusalOf(act: BoardAct, { frozenSince, ranks }: BoardState) {
  switch (act) {
    case 'freeze':
      return frozenSince === null ? null : 'boards-frozen'
    case 'reveal':
      return frozenSince === null ? 'boards-not-frozen' : null
    case 'ranks-off':
      return ranks ? null : 'ranks-already'
    case 'ranks-on':
      return ranks ? 'ranks-already' : null
    default:
      return act satisfies never
  }
}

/** @returns refusal: not-found */
export async function boardStateFor(
  rt: Runtime,
  _allowed: Allowed<'contests.write'>,
  slug: string,
): Promise<Outcome<BoardState>> {
  const contest = await contestBySlug(rt.storage.read, slug)
  return contest ? yes(await readState(rt, contest)) : no('not-found')
}

/** What organizers did to the boards, the newest first. @returns none for a contest that does not exist */
export async function boardActs(rt: Runtime, _allowed: Allowed<'contests.write'>, slug: string) {
  const contest = await contestBySlug(rt.storage.read, slug)
  return contest ? db.actRecords(rt.storage.read, contest.id) : []
}
