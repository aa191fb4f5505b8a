/** Draws: one person proposes, another approves; the list is published before the number exists. */
import { randomBytes } from 'node:crypto'
import type { Allowed, Person } from '#core/account/roles'
import { momentOf } from '#core/contest/moment'
import type { LocalText } from '#core/locale'
import {
  commitmentOf,
  type Drawn,
  drawFrom,
  type Frozen,
  inOrder,
  publicNumber,
  secretHashOf,
  tokenOf,
} from '#core/prize/draw'
import { type DrawRule, groupsOf } from '#core/prize/qualify'
import { no, type Outcome, yes } from '#core/refusal'
import type { ApprovalRow } from '#db/approval'
import { type ContestRow, contestBySlug } from '#db/contest'
import { type ChanceRow, type DrawRow, insertDraw, latestDraw, lockedDraw, phonesOf, putDrawn } from '#db/draw'
import { excludedFrom } from '#db/excluded'
import type { Db } from '#db/storage'
import { endWinners, listsOf, winnersOf } from '#db/winner'
import { propose } from './approval.ts'
import { record } from './audit.ts'
import { type FreezeWish, type Ready, readyToFreeze } from './draw-ready.ts'
import { chancesIn, heldElsewhere } from './prize-people.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'
import { listOfDraw } from './winner-list.ts'

type Organizer = Allowed<'contests.write'>

/**
 * Proposes to freeze a list. Nothing is published before somebody else has approved.
 * @returns the proposal's id; refusals: not-found and those of `freezeProblem`
 */
export async function proposeFreeze(
  rt: Runtime,
  allowed: Organizer,
  slug: string,
  wish: FreezeWish,
): Promise<Outcome<string>> {
  return rt.storage.atomically(async tx => {
    const ready = await readyToFreeze(rt, tx, slug, wish)
    if (!ready.ok) return ready
    const subject = `contest:${slug}`
    const reason = wish.repeatWhy || wish.source
    return yes(await propose(rt, tx, allowed, { kind: 'draw-freeze', subject, payload: { slug, ...wish }, reason }))
  })
}

/** Freezes and publishes the list, in the unit of the approval. */
export async function freeze(
  rt: Runtime,
  tx: Db,
  approved: ApprovalRow,
  decider: Person,
): Promise<Outcome<DrawRow['publicId']>> {
  const { slug, ...wish } = approved.payload as FreezeWish & { slug: string }
  const ready = await readyToFreeze(rt, tx, slug, wish)
  if (!ready.ok) return ready
  const { contest, rule, kind, earlier } = ready.value
  const now = rt.clock.now()
  const id = publicId()
  const people = await peopleOn(rt, tx, ready.value, id)
  const prizes = rule.tiers.map(({ name, count }) => ({ name: wellFormed(name), count }))
  const places = prizes.reduce((sum, { count }) => sum + count, 0) + rule.alternates
  const groups = groupsOf(people, places)
  if (groups.length === 0) return no('draw-empty')
  const secret = randomBytes(32).toString('hex')
  const frozen: Frozen = {
    draw: id,
    contest: { slug, title: wellFormed(contest.title) },
    kind,
    scope: wish.scope,
    repeats: earlier && { draw: earlier.publicId, reason: wish.repeatWhy.trim().toWellFormed() },
    number: { source: wish.source.trim().toWellFormed(), at: moment(wish.at) },
    prizes,
    alternates: rule.alternates,
    secretHash: secretHashOf(secret),
    frozenAt: moment(now),
    witnesses: rule.witnesses.map(witness => witness.toWellFormed()),
    groups,
  }
  const commitment = commitmentOf(frozen)
  const drawn = new Set(groups.flatMap(group => group.people.map(entry => entry.slice(0, 64))))
  const row = {
    publicId: id,
    contestId: contest.id,
    rule: rule.id,
    kind,
    scope: wish.scope,
    run: (earlier?.run ?? 0) + 1,
  }
  const made = { frozenAt: now, frozenBy: approved.proposedBy, frozenWith: decider.id, numberAt: wish.at }
  const kept = { repeats: earlier?.id ?? null, commitment, secretCipher: rt.secrets.encrypt(secret) }
  await insertDraw(
    tx,
    { ...row, ...made, ...kept, frozen: JSON.stringify(inOrder(frozen)) },
    people
      .filter(({ token }) => drawn.has(token))
      .map(({ accountId, token, chances }) => ({ accountId, token, chances })),
  )
  if (earlier) await endRepeated(tx, contest, earlier, now)
  await record(tx, {
    ...{ at: now, actor: { ...decider }, action: 'draw.frozen', subject: `draw:${id}` },
    ...{ detail: { contest: slug, people: drawn.size, commitment }, reason: wish.repeatWhy.trim() },
  })
  return yes(id)
}

type Listed = Omit<ChanceRow, 'drawId'> & { qualified: boolean; score: number }

/** Everybody who may be drawn, with the token that stands for them. */
async function peopleOn(rt: Runtime, tx: Db, { contest, rule, holds }: Ready, draw: string): Promise<Listed[]> {
  const excluded = await excludedFrom(tx, contest.id)
  for (const id of await winnersAlready(tx, contest, rule)) excluded.add(id)
  const found = await chancesIn(tx, contest, rule, holds, excluded)
  const phones = await phonesOf(
    tx,
    found.map(({ accountId }) => accountId),
  )
  return found.flatMap(chance => {
    const cipher = phones.get(chance.accountId)?.phoneCipher
    // Without a phone nobody could prove to be on the list, nor claim a prize.
    if (!cipher) return []
    return [{ ...chance, token: tokenOf(rt.secrets.drawSalt(draw, chance.accountId), rt.secrets.decrypt(cipher)) }]
  })
}

/** Who has a prize already that shuts them out of this draw: as good a one where each has one, any where the rules say so. */
async function winnersAlready(tx: Db, contest: ContestRow, rule: DrawRule): Promise<number[]> {
  const { onePrizeEach } = contest.rules.awards
  if (!onePrizeEach && !rule.excludeEarlier) return []
  const best = Math.max(0, ...rule.tiers.map(tier => tier.value))
  const drawLists = new Set((await listsOf(tx, contest.id)).filter(list => list.kind === 'draw').map(list => list.id))
  return [...(await heldElsewhere(tx, contest, null))].flatMap(([id, { winner, value }]) => {
    const earlierDraw = rule.excludeEarlier && drawLists.has(winner.listId)
    return earlierDraw || (onePrizeEach && value >= best) ? [id] : []
  })
}

/** The winners of a draw that is repeated have won nothing. Its record stays. */
async function endRepeated(tx: Db, contest: ContestRow, earlier: DrawRow, now: number): Promise<void> {
  const list = (await listsOf(tx, contest.id)).find(({ drawId }) => drawId === earlier.id)
  if (!list) return
  const rows = await winnersOf(tx, [list.id])
  await endWinners(
    tx,
    rows.map(({ winner }) => winner.id),
    'repeated',
    now,
  )
}

/**
 * Proposes the announced number. Somebody else compares it with the announcement and approves; then the draw is made.
 * @returns the proposal's id; refusals: not-found, draw-made, draw-number-early, draw-number
 */
export async function proposeNumber(
  rt: Runtime,
  allowed: Organizer,
  slug: string,
  id: string,
  written: string,
): Promise<Outcome<string>> {
  return rt.storage.atomically(async tx => {
    const draw = await lockedDraw(tx, id)
    const contest = await contestBySlug(tx, slug)
    if (!draw || draw.contestId !== contest?.id) return no('not-found')
    if (draw.drawn !== null) return no('draw-made')
    if (rt.clock.now() < draw.numberAt) return no('draw-number-early')
    const number = publicNumber(written)
    if (number === null) return no('draw-number', { where: 'number' })
    const payload = { draw: id, number }
    return yes(await propose(rt, tx, allowed, { kind: 'draw-number', subject: `draw:${id}`, payload, reason: number }))
  })
}

/** Makes the draw, in the unit of the approval. Which way it goes was settled before: by the list, the secret, the number. */
export async function makeDraw(rt: Runtime, tx: Db, approved: ApprovalRow, decider: Person): Promise<Outcome<string>> {
  const { draw: id, number } = approved.payload as { draw: string; number: string }
  const draw = await lockedDraw(tx, id)
  if (!draw) return no('not-found')
  if (draw.drawn !== null) return no('draw-made')
  const latest = await latestDraw(tx, draw.contestId, draw.rule, draw.scope)
  if (latest?.id !== draw.id) return no('draw-made')
  const now = rt.clock.now()
  const frozen = frozenOf(draw)
  const drawn = drawFrom(frozen, rt.secrets.decrypt(draw.secretCipher), number, moment(now))
  const made = { drawnAt: now, drawnBy: approved.proposedBy, drawnWith: decider.id }
  await putDrawn(tx, draw.id, { drawn: JSON.stringify(drawn), ...made })
  await listOfDraw(tx, draw, frozen, drawn, { at: now, by: decider.id })
  await record(tx, {
    ...{ at: now, actor: decider, action: 'draw.drawn', subject: `draw:${id}` },
    ...{ detail: { number, seed: drawn.seed, winners: drawn.winners.length } },
  })
  return yes(id)
}

export const frozenOf = (draw: DrawRow): Frozen => JSON.parse(draw.frozen) as Frozen
export const drawnOf = (draw: DrawRow): Drawn | null => (draw.drawn === null ? null : (JSON.parse(draw.drawn) as Drawn))

const moment = (at: number): string => `${momentOf(at)}+08:00`
const wellFormed = ({ zh, en }: LocalText): LocalText => ({ zh: zh.toWellFormed(), en: en.toWellFormed() })
