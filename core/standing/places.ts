/** Where one person's attempts put them: in the whole contest, in its stages, on its days, in the track they chose. */
import type { ContestRules } from '../contest/rules.ts'
import { type Counting, countedResult } from './counted.ts'
import { orderKey } from './order.ts'
import type { Result } from './rank.ts'
import { type Calendar, dayScope, partsOf, type Scope } from './scope.ts'

/** A finished attempt that was not struck out. */
export interface CountableAttempt extends Counting {
  id: number
  startedAt: number
  region: string | null
  organisationId: number | null
}

export interface Place extends Result {
  scope: Scope
  attemptId: number
  region: string | null
  organisationId: number | null
  orderKey: Buffer
  /** Only of the whole contest: the day of the first attempt. */
  joined: string | null
}

/** @param attempts all of one person's, oldest first @returns one place for each scope in which something counts */
export function placesOf(
  contest: Calendar & { rules: ContestRules },
  attempts: readonly CountableAttempt[],
  who: { accountId: number; lot: number; track: string | null },
): Place[] {
  const byScope = new Map<Scope, CountableAttempt[]>()
  for (const attempt of attempts)
    for (const scope of ['whole' as const, ...partsOf(contest, attempt, who.track)])
      byScope.set(scope, [...(byScope.get(scope) ?? []), attempt])
  return [...byScope].flatMap(([scope, made]) => {
    const counted = countedResult(contest.rules, made)
    if (!counted) return []
    const result = { ...counted, lot: who.lot }
    const attempt = thatCounts(made, counted.finishedAt)
    return {
      ...result,
      scope,
      attemptId: attempt.id,
      region: attempt.region,
      organisationId: attempt.organisationId,
      orderKey: orderKey(result, contest.rules.ties, who.accountId),
      joined: scope === 'whole' ? dayScope(contest, (made[0] as CountableAttempt).startedAt) : null,
    }
  })
}

/** The attempt with which the result was reached. */
export const thatCounts = <A extends { finishedAt: number }>(made: readonly A[], finishedAt: number): A =>
  made.find(attempt => attempt.finishedAt === finishedAt) ?? (made.at(-1) as A)
