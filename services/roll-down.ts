/** When somebody on a list of winners drops out: who moves up, who is called. Nobody who stays loses by it. */
import { type Awarded, awardRounds, awardTiers, type Round } from '#core/prize/award'
import { claimDates } from '#core/prize/claim'
import { publicName, publicPhone } from '#core/prize/publicity'
import type { EndReason } from '#core/prize/state'
import type { ContestRow } from '#db/contest'
import { excludedFrom } from '#db/excluded'
import type { Db } from '#db/storage'
import {
  endWinners,
  insertWinners,
  type ListedWinner,
  type ListRow,
  publishedListsOf,
  putWinner,
  type WinnerRow,
  winnersOf,
} from '#db/winner'
import { heldElsewhere, type Placed, ranking, valuesIn } from './prize-people.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

/** What a winner gets on the day of being published or called up: dates, and how they are shown from then on. */
export function calledFields(rt: Runtime, contest: ContestRow, listed: ListedWinner, now: number): Partial<WinnerRow> {
  const dates = listed.winner.accountId === null ? {} : claimDates(contest.rules, now)
  return { calledAt: now, ...dates, ...shownFields(rt, contest, listed) }
}

/** As the public list shows a winner. */
export function shownFields(
  rt: Runtime,
  { rules: { publicity } }: ContestRow,
  { winner, name, showName, phoneCipher, organisation }: ListedWinner,
): Partial<WinnerRow> {
  const shownPlace = publicity.organisation === 'shown' ? organisation : null
  if (winner.accountId === null) return { shownPlace }
  const phone = phoneCipher === null ? null : rt.secrets.decrypt(phoneCipher)
  const shownName = publicName(name, showName, publicity.name)
  return { shownName, shownPhone: publicPhone(phone, publicity.phone), shownPlace }
}

/**
 * Ends the prizes of those who may win nothing now, and gives them back to those who may again (a strike was undone).
 * @returns whether anything changed
 */
export async function heedExclusions(rt: Runtime, tx: Db, contest: ContestRow, list: ListRow): Promise<boolean> {
  const now = rt.clock.now()
  const excluded = await excludedFrom(tx, contest.id)
  const rows = (await winnersOf(tx, [list.id])).filter(({ winner }) => winner.accountId !== null)
  const isOut = ({ winner }: ListedWinner) => excluded.has(winner.accountId as number)
  const out = rows.filter(row => isOut(row) && row.winner.endedAt === null && row.winner.handedOverAt === null)
  const back = rows.filter(row => !isOut(row) && row.winner.endedWhy === 'struck-out')
  const idsOf = (rows: ListedWinner[]) => rows.map(({ winner }) => winner.id)
  await endWinners(tx, idsOf(out.filter(({ goneAt }) => goneAt === null)), 'struck-out', now)
  await endWinners(tx, idsOf(out.filter(({ goneAt }) => goneAt !== null)), 'closed', now)
  for (const listed of back) {
    const called = list.publishedAt !== null && listed.winner.tier !== null
    const dates = called && !listed.hasClaim ? calledFields(rt, contest, listed, now) : {}
    await putWinner(tx, listed.winner.id, { endedAt: null, endedWhy: null, ...dates })
  }
  return out.length + back.length > 0
}

/** Fills what became free on a list. */
export async function refill(rt: Runtime, tx: Db, contest: ContestRow, list: ListRow): Promise<void> {
  if (list.kind === 'awards') await moveUp(rt, tx, contest, list)
  if (list.kind === 'draw') await callAlternates(rt, tx, contest, list)
}

/** A prize that was given up goes on only where the rules call alternates; one that was taken away always does. */
const goesOn = ({ rules }: ContestRow, why: EndReason | null): boolean =>
  why !== null && (rules.claim.alternates || (why !== 'late' && why !== 'declined'))

/** The ranking decides anew, among those who are left: of everybody, or of each track. */
async function moveUp(rt: Runtime, tx: Db, contest: ContestRow, list: ListRow): Promise<void> {
  for (const round of awardRounds(contest.rules)) await moveUpIn(rt, tx, contest, list, round)
}

async function moveUpIn(rt: Runtime, tx: Db, contest: ContestRow, list: ListRow, round: Round): Promise<void> {
  const { awards } = contest.rules
  const rows = await winnersOf(tx, [list.id])
  const settled = rows.filter(({ winner }) => winner.handedOverAt !== null || isGivenUpForGood(contest, winner))
  const tiers = round.tiers.map(tier => {
    // Tiers of two tracks have one id: their names tell them apart.
    const gone = settled.filter(({ winner }) => winner.tier === tier.id && winner.tierName?.zh === tier.name.zh).length
    return { ...tier, count: Math.max(0, tier.count - gone) }
  })
  const excluded = await excludedFrom(tx, contest.id)
  for (const { winner } of rows)
    if (winner.endedWhy === 'objection' && winner.accountId !== null) excluded.add(winner.accountId)
  const isPast = new Set(
    rows
      .filter(row => settled.includes(row) || ['late', 'declined', 'repeated'].includes(row.winner.endedWhy ?? ''))
      .map(({ winner }) => winner.accountId),
  )
  const places = tiers.reduce((sum, { count }) => sum + count, 0) + excluded.size + rows.length
  const standing = (await ranking(tx, contest, places, round.track)).filter(({ id }) => !isPast.has(id))
  const { awarded } = awardTiers({ ...awards, tiers }, standing, excluded)
  await placeAwarded(rt, tx, contest, list, awarded)
}

const isGivenUpForGood = (contest: ContestRow, { tier, endedWhy }: WinnerRow): boolean =>
  tier !== null && endedWhy !== null && !goesOn(contest, endedWhy)

async function placeAwarded(rt: Runtime, tx: Db, contest: ContestRow, list: ListRow, awarded: Awarded<Placed>[]) {
  const order = contest.rules.awards.tiers.map(({ id }) => id)
  const active = new Map(
    (await winnersOf(tx, [list.id]))
      .filter(({ winner }) => winner.endedAt === null && winner.handedOverAt === null)
      .map(({ winner }) => [winner.accountId, winner]),
  )
  const fresh = awarded.filter(({ id }) => !active.has(id))
  for (const { id, tier, rank } of awarded) {
    const held = active.get(id)
    if (!held || order.indexOf(tier.id) >= order.indexOf(held.tier ?? '')) continue
    await putWinner(tx, held.id, { tier: tier.id, tierName: tier.name, prize: tier.prize, rank })
  }
  await insertWinners(
    tx,
    fresh.map(person => ({ ...awardRow(person), publicId: publicId(), listId: list.id, place: person.rank })),
  )
  if (list.publishedAt === null) return
  for (const listed of await winnersOf(tx, [list.id]))
    if (listed.winner.calledAt === null && listed.winner.endedAt === null)
      await putWinner(tx, listed.winner.id, calledFields(rt, contest, listed, rt.clock.now()))
}

/** A person with an award, as a list keeps it. */
export const awardRow = ({ id, rank, score, region, organisationId, tier }: Awarded<Placed>) => ({
  ...{ accountId: id, rank, score, region, organisationId },
  ...{ tier: tier.id, tierName: tier.name, prize: tier.prize },
})

/** The next alternates get what became free, in the order in which they were drawn. */
async function callAlternates(rt: Runtime, tx: Db, contest: ContestRow, list: ListRow): Promise<void> {
  const rows = await winnersOf(tx, [list.id])
  const filled = new Set(rows.map(({ winner }) => winner.standsInFor))
  const free = rows.filter(
    ({ winner: { id, tier, endedWhy } }) => tier !== null && goesOn(contest, endedWhy) && !filled.has(id),
  )
  const standby = rows.filter(({ winner }) => winner.tier === null && winner.endedAt === null)
  const value = await valuesIn(tx, contest)
  const held = contest.rules.awards.onePrizeEach ? await heldElsewhere(tx, contest, list.id) : new Map()
  const now = rt.clock.now()
  for (const { winner } of free) {
    const next = takeNext(standby, listed => (held.get(listed.winner.accountId)?.value ?? -1) < value(winner))
    if (!next) return
    const { tier, tierName, prize } = winner
    const called = list.publishedAt === null ? {} : calledFields(rt, contest, next, now)
    await putWinner(tx, next.winner.id, { tier, tierName, prize, standsInFor: winner.id, ...called })
  }
}

/** Takes the first that fits out of the list. */
function takeNext<T>(waiting: T[], fits: (one: T) => boolean): T | undefined {
  const at = waiting.findIndex(fits)
  return at < 0 ? undefined : waiting.splice(at, 1)[0]
}

/**
 * One prize a person: of two, the one that is worth more stays, the published one of equals; and whatever was claimed.
 * @param list that is being published
 */
export async function endDoubles(rt: Runtime, tx: Db, contest: ContestRow, list: ListRow): Promise<void> {
  if (!contest.rules.awards.onePrizeEach) return
  const others = (await publishedListsOf(tx, contest.id)).filter(({ id }) => id !== list.id)
  const value = await valuesIn(tx, contest)
  const held = new Map(
    (
      await winnersOf(
        tx,
        others.map(({ id }) => id),
      )
    )
      .filter(({ winner }) => winner.accountId !== null && winner.tier !== null && winner.endedAt === null)
      .map(listed => [listed.winner.accountId, listed]),
  )
  const losing = (await winnersOf(tx, [list.id])).flatMap(({ winner }) => {
    const other = held.get(winner.accountId)
    if (!other || winner.tier === null || winner.endedAt !== null) return []
    const isFirm = other.hasClaim || other.winner.handedOverAt !== null
    return [isFirm || value(winner) <= value(other.winner) ? winner : other.winner]
  })
  if (losing.length === 0) return
  await endWinners(
    tx,
    losing.map(({ id }) => id),
    'repeated',
    rt.clock.now(),
  )
  const touched = new Set(losing.map(({ listId }) => listId))
  for (const one of [list, ...others]) if (touched.has(one.id)) await refill(rt, tx, contest, one)
  // Whoever was called up may have a prize of their own.
  await endDoubles(rt, tx, contest, list)
}
