/** Lists of winners: settled by one person, published by two. */
import type { Allowed, Person } from '#core/account/roles'
import { dayMs } from '#core/day'
import { awardRounds, awardTiers } from '#core/prize/award'
import { endOfDay } from '#core/prize/claim'
import { type Drawn, type Frozen, prizeAt } from '#core/prize/draw'
import { no, type Outcome, yes } from '#core/refusal'
import type { ApprovalRow } from '#db/approval'
import { type ContestRow, contestById, contestBySlug } from '#db/contest'
import { accountsOfTokens, awaitingReview, type DrawRow } from '#db/draw'
import { excludedFrom } from '#db/excluded'
import type { Db } from '#db/storage'
import {
  dropWinners,
  insertList,
  insertWinners,
  type ListRow,
  listsOf,
  lockedList,
  placesOf,
  putList,
  putWinner,
  winnersOf,
} from '#db/winner'
import { propose } from './approval.ts'
import { record } from './audit.ts'
import { isUnrevealed } from './board-state.ts'
import { collectiveWinners } from './prize-groups.ts'
import { heldElsewhere, isSettled, ranking, termsHold } from './prize-people.ts'
import { unitsOf } from './region.ts'
import { awardRow, calledFields, endDoubles, heedExclusions, refill } from './roll-down.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

type Organizer = Allowed<'contests.write'>

/**
 * Settles the ranked awards, or those of organisations and districts, as a list that is not published yet; again as
 * often as wanted until it is.
 * @returns the list's id; refusals: not-found, prize-terms-changed, not-final-yet, boards-not-revealed, list-published, list-empty
 */
export async function settle(
  rt: Runtime,
  allowed: Organizer,
  slug: string,
  kind: 'awards' | 'collective',
): Promise<Outcome<string>> {
  const now = rt.clock.now()
  const known = await contestBySlug(rt.storage.read, slug)
  const units = known ? await unitsOf(rt, known.edition) : []
  const unrevealed = known !== null && (await isUnrevealed(rt, known))
  return rt.storage.atomically(async tx => {
    const contest = await contestBySlug(tx, slug)
    if (!contest || contest.publishedAt === null) return no('not-found')
    if (!(await termsHold(tx, contest))) return no('prize-terms-changed')
    if (!(await isSettled(tx, contest, { closesAt: contest.closesAt, holds: () => true }, now)))
      return no('not-final-yet')
    if (unrevealed) return no('boards-not-revealed')
    const held = (await listsOf(tx, contest.id)).find(list => list.kind === kind)
    if (held && held.publishedAt !== null) return no('list-published')
    const rows = kind === 'awards' ? await awardRows(tx, contest) : await collectiveWinners(tx, contest, units)
    if (rows.length === 0) return no('list-empty')
    const id = held?.publicId ?? publicId()
    const listId =
      held?.id ??
      (await insertList(tx, {
        publicId: id,
        contestId: contest.id,
        kind,
        drawId: null,
        settledAt: now,
        settledBy: allowed.id,
      }))
    await dropWinners(tx, listId)
    await putList(tx, listId, { settledAt: now, settledBy: allowed.id })
    await insertWinners(
      tx,
      rows.map((row, i) => ({ ...row, publicId: publicId(), listId, place: i + 1 })),
    )
    await record(tx, {
      ...{ at: now, actor: allowed, action: 'winners.settled', subject: `winners:${id}` },
      ...{ detail: { contest: slug, kind, winners: rows.length } },
    })
    return yes(id)
  })
}

/** Whoever holds as good a prize from a draw goes on to have that one, where each has one. */
async function awardRows(tx: Db, contest: ContestRow) {
  const { awards } = contest.rules
  const excluded = await excludedFrom(tx, contest.id)
  const best = Math.max(0, ...awards.tiers.map(tier => tier.value))
  if (awards.onePrizeEach) {
    const lists = new Map((await listsOf(tx, contest.id)).map(list => [list.id, list.kind]))
    for (const [id, { winner, value }] of await heldElsewhere(tx, contest, null))
      if (lists.get(winner.listId) === 'draw' && value > 0 && value >= best) excluded.add(id)
  }
  const prizes = awards.tiers.reduce((sum, tier) => sum + tier.count, 0)
  if (prizes === 0) return []
  const rows = []
  for (const { track, tiers } of awardRounds(contest.rules)) {
    const standing = await ranking(tx, contest, prizes + excluded.size, track)
    rows.push(...awardTiers({ ...awards, tiers }, standing, excluded).awarded.map(awardRow))
  }
  return rows
}

/** The list that a draw gives: winners with their prizes, then alternates without one. */
export async function listOfDraw(
  tx: Db,
  draw: DrawRow,
  frozen: Frozen,
  drawn: Drawn,
  { at, by }: { at: number; by: number },
): Promise<void> {
  const contest = await contestById(tx, draw.contestId)
  const tiers = contest?.rules.draws.find(({ id }) => id === draw.rule)?.tiers ?? []
  const order = [...drawn.winners, ...drawn.alternates]
  const accounts = await accountsOfTokens(tx, draw.id, order)
  const places = await placesOf(tx, [...accounts.values()])
  const fixed = { contestId: draw.contestId, kind: 'draw' as const, drawId: draw.id }
  const listId = await insertList(tx, { publicId: publicId(), ...fixed, settledAt: at, settledBy: by })
  await insertWinners(
    tx,
    order.map((token, i) => {
      const tier = i < drawn.winners.length ? tiers[prizeAt(frozen.prizes, i)] : undefined
      const prize = { tier: tier?.id ?? null, tierName: tier?.name ?? null, prize: tier?.prize ?? null }
      const accountId = accounts.get(token) ?? null
      return { publicId: publicId(), listId, place: i + 1, accountId, ...places.get(accountId ?? 0), ...prize }
    }),
  )
}

/**
 * Proposes to publish a list; somebody else approves.
 * @returns the proposal's id; refusals: not-found, list-published, list-empty, not-final-yet, prize-terms-changed, review-waiting
 */
export async function proposePublication(
  rt: Runtime,
  allowed: Organizer,
  slug: string,
  id: string,
): Promise<Outcome<string>> {
  return rt.storage.atomically(async tx => {
    const contest = await contestBySlug(tx, slug)
    const list = await lockedList(tx, id)
    if (!contest || list?.contestId !== contest.id) return no('not-found')
    const wrong = await publicationProblem(tx, contest, list, rt.clock.now())
    if (wrong) return wrong
    const act = { kind: 'winners-publish', subject: `winners:${id}`, payload: { list: id, contest: slug } } as const
    return yes(await propose(rt, tx, allowed, { ...act, reason: '' }))
  })
}

async function publicationProblem(tx: Db, contest: ContestRow, list: ListRow, now: number) {
  if (list.publishedAt !== null) return no('list-published')
  // Papers go on winning until the last one is in.
  const whole = { closesAt: contest.closesAt, holds: () => true }
  if (list.rule !== null && !(await isSettled(tx, contest, whole, now))) return no('not-final-yet')
  const active = (await winnersOf(tx, [list.id])).filter(
    ({ winner }) => winner.tier !== null && winner.endedAt === null,
  )
  if (active.length === 0) return no('list-empty')
  if (!(await termsHold(tx, contest))) return no('prize-terms-changed')
  const people = active.flatMap(({ winner }) => winner.accountId ?? [])
  const waiting = contest.rules.integrity.review ? await awaitingReview(tx, contest.id, people) : []
  return waiting.length > 0 ? no('review-waiting', { people: waiting.length }) : null
}

/** Publishes a list, in the unit of the approval: from now on winners can claim. */
export async function publish(
  rt: Runtime,
  tx: Db,
  approved: Pick<ApprovalRow, 'payload' | 'proposedBy'>,
  decider: Person,
): Promise<Outcome<string>> {
  const { list: id } = approved.payload as { list: string }
  const list = await lockedList(tx, id)
  const contest = list && (await contestById(tx, list.contestId))
  if (!list || !contest) return no('not-found')
  const now = rt.clock.now()
  await heedExclusions(rt, tx, contest, list)
  await refill(rt, tx, contest, list)
  const wrong = await publicationProblem(tx, contest, list, now)
  if (wrong) return wrong
  const { noticeDays } = contest.rules.publicity
  const noticeUntil = noticeDays === 0 ? now : endOfDay(now + noticeDays * dayMs)
  const published = { publishedAt: now, publishedBy: approved.proposedBy, publishedWith: decider.id, noticeUntil }
  await putList(tx, list.id, published)
  for (const listed of await winnersOf(tx, [list.id]))
    if (listed.winner.tier !== null && listed.winner.endedAt === null)
      await putWinner(tx, listed.winner.id, calledFields(rt, contest, listed, now))
  await endDoubles(rt, tx, contest, { ...list, ...published })
  await record(tx, {
    ...{ at: now, actor: decider, action: 'winners.published', subject: `winners:${id}` },
    ...{ detail: { contest: contest.slug, kind: list.kind } },
  })
  return yes(id)
}
