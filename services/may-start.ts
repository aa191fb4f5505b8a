/** Whether a person may start an attempt at a contest now. */
import { hindrance } from '#core/contest/allowed'
import { finalStage, isWithin } from '#core/contest/stage'
import { type No, no } from '#core/refusal'
import { goesOn } from '#core/standing/final'
import { accountById } from '#db/account'
import type { AttemptRow } from '#db/attempt'
import type { ContestRow } from '#db/contest'
import { isClosedEntrant } from '#db/entry'
import { standingOf } from '#db/standing'
import { rankOn } from './board-people.ts'
import { boardState } from './board-state.ts'
import { standingWith } from './entry.ts'
import type { Runtime } from './runtime.ts'
import type { SignedIn } from './session.ts'

export interface Ready {
  /** Slug of the district in the contest's edition. */
  region: string
  /** Whether one may enter the stage that is the final. */
  qualified: boolean
}

/**
 * What does not depend on earlier attempts.
 * @returns refusals: not-eligible (`reason`), entry-needed (`missing`), ranks-recounted (in the final, during a regrade)
 */
export async function readyFor(rt: Runtime, contest: ContestRow, who: SignedIn, now: number): Promise<Ready | No> {
  const { entrant, outside, missing } = await standingWith(rt, contest, who)
  if (entrant.region === null) return no('not-eligible', { reason: 'region-needed' })
  if (outside !== null) return no('not-eligible', { reason: outside })
  if (await enteredBefore(rt, contest, who.account.id)) return no('not-eligible', { reason: 'entered-before' })
  if (missing.length > 0) return no('entry-needed', { missing: missing.join(',') })
  const qualified = await isQualified(rt, contest, who.account.id, now)
  return qualified === null ? no('ranks-recounted') : { region: entrant.region, qualified }
}

/** Whoever took part and closed the account does not begin anew with the same phone while the contest runs. */
async function enteredBefore(rt: Runtime, contest: ContestRow, accountId: number): Promise<boolean> {
  const account = await accountById(rt.storage.read, accountId)
  // Before the opening nobody had taken part: most people are known by then, and one look is enough.
  if (!account?.phoneIndex || account.createdAt < contest.opensAt) return false
  return isClosedEntrant(rt.storage.read, contest.id, rt.secrets.personHash(contest.id, account.phoneIndex))
}

/** Asked in the final alone: then the round before it is over, and its ranks stand. Null: a regrade is moving them. */
export async function isQualified(
  rt: Runtime,
  contest: ContestRow,
  accountId: number,
  now: number,
): Promise<boolean | null> {
  const stage = finalStage(contest.rules)
  if (!stage || !isWithin(stage, now)) return false
  if ((await boardState(rt, contest)).regrading) return null
  const standing = await standingOf(rt.storage.read, contest.id, accountId)
  if (!standing) return false
  const everywhere = { contestId: contest.id, scope: 'whole' as const, region: null }
  return goesOn(contest.rules, await rankOn(rt, contest, everywhere, standing.orderKey))
}

export const stopOf = (
  contest: ContestRow,
  made: readonly Pick<AttemptRow, 'startedAt' | 'finishedAt' | 'deadlineAt'>[],
  now: number,
  qualified: boolean,
) =>
  hindrance(
    contest.rules,
    contest,
    made.map(({ startedAt, finishedAt, deadlineAt }) => ({ startedAt, endsAt: finishedAt ?? deadlineAt })),
    now,
    qualified,
  )

/** What earlier attempts and the calendar say. @returns contest-not-open, not-eligible, attempts-used-up, attempt-not-yet (`next`) */
export function stopped(contest: ContestRow, made: readonly AttemptRow[], now: number, qualified: boolean): No | null {
  const stop = stopOf(contest, made, now, qualified)
  if (!stop) return null
  const { why: reason, next } = stop
  if (reason === 'closed' || reason === 'not-open')
    return no('contest-not-open', { opensAt: contest.opensAt, closesAt: contest.closesAt })
  if (reason === 'not-qualified') return no('not-eligible', { reason })
  return next === null ? no('attempts-used-up', { reason }) : no('attempt-not-yet', { reason, next })
}
