/** Who takes part in awards and draws, in what order, and what they hold already. */
import type { ContestRules } from '#core/contest/rules'
import { type Chance, chanceOf, type DrawRule } from '#core/prize/qualify'
import { termsHash } from '#core/prize/terms'
import { compareResults, ranked } from '#core/standing/rank'
import type { ContestRow } from '#db/contest'
import { type FinishedRow, finishedPage, fixedTerms, openSince, putTerms } from '#db/draw'
import type { Db } from '#db/storage'
import type { WinnerRow } from '#db/winner'
import { holdersIn, listsOf, scoreAt, standingFrom } from '#db/winner'

/** Notes what is promised. Called whenever a published contest that is not open yet is published or changed. */
export const fixTerms = (tx: Db, contestId: number, rules: ContestRules, now: number): Promise<void> =>
  putTerms(tx, contestId, termsHash(rules), now)

/** Whether today's rules promise what was promised. A contest of before the terms were noted has nothing to compare. */
export async function termsHold(db: Db, contest: ContestRow): Promise<boolean> {
  const fixed = await fixedTerms(db, contest.id)
  return fixed === null || fixed.hash === termsHash(contest.rules)
}

/** Whether a part of a contest is over and all its papers are in. */
export async function isSettled(
  db: Db,
  contest: ContestRow,
  part: { closesAt: number; holds: (startedAt: number) => boolean },
  now: number,
): Promise<boolean> {
  return now >= part.closesAt && !(await openSince(db, contest.id)).some(part.holds)
}

export interface Placed {
  id: number
  rank: number
  lot: number
  score: number
  region: string | null
  organisationId: number | null
}

/**
 * The ranking as far as it can matter for so many prizes: at least that many people, and all who equal the last.
 * @param places prizes, and those who may stand before them and win nothing
 * @param track ranked by itself; null: everybody together
 */
export async function ranking(db: Db, contest: ContestRow, places: number, track: string | null): Promise<Placed[]> {
  const { ties } = contest.rules
  const score = await scoreAt(db, contest.id, Math.max(1, places), track)
  const people = await standingFrom(db, contest.id, score ?? 0, track)
  const ordered = [...people].sort((a, b) => compareResults(a, b, ties) || a.lot - b.lot || a.id - b.id)
  return ranked(ordered, ties).map(({ id, rank, lot, score, region, organisationId }) => {
    return { id, rank, lot, score, region, organisationId }
  })
}

/** Rows of finished attempts read at a time. */
const pageSize = 20_000

/** Everybody who is on the list of a draw, but for those who may win nothing. */
export async function chancesIn(
  db: Db,
  contest: ContestRow,
  rule: DrawRule,
  holds: (startedAt: number) => boolean,
  excluded: ReadonlySet<number>,
): Promise<(Chance & { accountId: number })[]> {
  const found: (Chance & { accountId: number })[] = []
  const take = (attempts: FinishedRow[]) => {
    const accountId = attempts[0]?.accountId
    if (accountId === undefined || excluded.has(accountId)) return
    const chance = chanceOf(
      contest.rules,
      rule,
      attempts.filter(attempt => holds(attempt.startedAt)),
    )
    if (chance) found.push({ ...chance, accountId })
  }
  let person: FinishedRow[] = []
  for (let after: FinishedRow | null = null; ; ) {
    const page = await finishedPage(db, contest.id, after, pageSize)
    for (const row of page) {
      if (person[0] && person[0].accountId !== row.accountId) {
        take(person)
        person = []
      }
      person.push(row)
    }
    if (page.length < pageSize) break
    after = page.at(-1) as FinishedRow
  }
  take(person)
  return found
}

export interface Held {
  winner: WinnerRow
  /** Yuan, as the rules value the prize. */
  value: number
}

/** What people hold on other lists of the contest. */
export async function heldElsewhere(db: Db, contest: ContestRow, besides: number | null): Promise<Map<number, Held>> {
  const values = await valuesIn(db, contest)
  const held = new Map<number, Held>()
  for (const winner of await holdersIn(db, contest.id)) {
    if (winner.accountId === null || winner.listId === besides) continue
    const value = values(winner)
    const before = held.get(winner.accountId)
    if (!before || before.value < value) held.set(winner.accountId, { winner, value })
  }
  return held
}

/** What a prize is worth by the rules: of a draw, the draw's own tier of that name. */
export async function valuesIn(
  db: Db,
  contest: ContestRow,
): Promise<(winner: Pick<WinnerRow, 'listId' | 'tier'>) => number> {
  const { awards, draws } = contest.rules
  const ruleOf = new Map((await listsOf(db, contest.id)).map(list => [list.id, list.rule]))
  return ({ listId, tier }) => {
    const tiers = draws.find(draw => draw.id === ruleOf.get(listId))?.tiers ?? awards.tiers
    return tiers.find(({ id }) => id === tier)?.value ?? 0
  }
}
