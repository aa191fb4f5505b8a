/** The settling of a contest as organizers see it: terms, draws, lists, what waits for a second person. */
import { winnerName } from '#core/account/name'
import { maskedPhone } from '#core/account/phone'
import type { Allowed } from '#core/account/roles'
import type { LocalText } from '#core/locale'
import type { DrawKind } from '#core/prize/draw'
import { daysOf, kindOf } from '#core/prize/qualify'
import { type ListKind, type WinnerState, winnerState } from '#core/prize/state'
import { no, type Outcome, yes } from '#core/refusal'
import { type ContestRow, contestBySlug } from '#db/contest'
import { drawsOf, fixedTerms } from '#db/draw'
import { staffNames } from '#db/staff'
import { type ListedWinner, listsOf, winnersOf } from '#db/winner'
import { type ApprovalLine, approvalLines } from './approval.ts'
import { type DrawView, drawViews } from './draw-public.ts'
import { isSettled, termsHold } from './prize-people.ts'
import { unitsOf } from './region.ts'
import type { Runtime } from './runtime.ts'

export interface StaffWinner {
  id: string
  place: number
  rank: number | null
  score: number | null
  tier: LocalText | null
  prize: LocalText | null
  /** 张**, or the group's name in full; '' for whoever gave none. */
  name: string
  phone: string
  region: LocalText | null
  state: WinnerState
  claimUntil: number | null
  eraseAt: number | null
  handedOver: { by: string; at: number } | null
}

export interface StaffList {
  id: string
  kind: ListKind
  draw: string | null
  /** Of a draw that papers make as they are handed in, its name. */
  instant: LocalText | null
  settledAt: number
  settledBy: string
  publishedAt: number | null
  publishedBy: string
  publishedWith: string
  noticeUntil: number | null
  winners: StaffWinner[]
}

export interface DrawChoice {
  rule: string
  name: LocalText
  kind: DrawKind
  /** Parts of the contest it may be made of: stages or days with the instant at which they end. */
  scopes: { scope: string; name: LocalText | null; closesAt: number }[]
}

export interface SettlementView {
  slug: string
  title: LocalText
  closesAt: number
  /** When this was read. */
  now: number
  /** Closed, and all papers are in. */
  isFinal: boolean
  /** Of the terms, as published; null for a contest of before they were noted. */
  terms: { hash: string; fixedAt: number; hold: boolean } | null
  awards: { name: LocalText; prize: LocalText; count: number }[]
  groupAwards: { name: LocalText; prize: LocalText; count: number }[]
  draws: DrawView[]
  choices: DrawChoice[]
  lists: StaffList[]
  waiting: ApprovalLine[]
}

/** @returns refusals: not-found (a draft too) */
export async function settlementFor(
  rt: Runtime,
  allowed: Allowed<'contests.write'>,
  slug: string,
): Promise<Outcome<SettlementView>> {
  const read = rt.storage.read
  const contest = await contestBySlug(read, slug)
  if (!contest || contest.publishedAt === null) return no('not-found')
  const now = rt.clock.now()
  const fixed = await fixedTerms(read, contest.id)
  const whole = { closesAt: contest.closesAt, holds: () => true }
  const lists = await staffLists(rt, contest)
  const draws = (await drawViews(rt, slug)) ?? []
  const { awards, groupAwards } = contest.rules
  return yes({
    ...{ slug, title: contest.title, closesAt: contest.closesAt, now },
    isFinal: await isSettled(read, contest, whole, now),
    terms: fixed && { hash: fixed.hash, fixedAt: fixed.fixedAt, hold: await termsHold(read, contest) },
    awards: awards.tiers.map(({ name, prize, count }) => ({ name, prize, count })),
    groupAwards: groupAwards.map(({ name, prize, count }) => ({ name, prize, count })),
    ...{ draws, choices: choicesOf(contest), lists },
    waiting: await waitingFor(rt, allowed, slug, draws, lists),
  })
}

function choicesOf({ rules, opensAt, closesAt }: ContestRow): DrawChoice[] {
  return rules.draws.flatMap(rule => {
    const kind = kindOf(rule)
    if (!kind) return []
    const scopes = {
      final: () => [{ scope: '', name: null, closesAt }],
      stage: () => rules.calendar.stages.map(({ id, name, closesAt }) => ({ scope: id, name, closesAt })),
      day: () =>
        daysOf(rules, { opensAt, closesAt }).map(({ day, closesAt }) => ({ scope: day, name: null, closesAt })),
    }[kind]()
    return [{ rule: rule.id, name: rule.name, kind, scopes }]
  })
}

async function staffLists(rt: Runtime, contest: ContestRow): Promise<StaffList[]> {
  const read = rt.storage.read
  const lists = await listsOf(read, contest.id)
  const rows = await winnersOf(
    read,
    lists.map(({ id }) => id),
  )
  const names = await staffNames(read)
  const nameOf = (id: number | null) => names.get(id ?? 0) ?? ''
  const regions = new Map(
    (await unitsOf(rt, contest.edition)).map(unit => [unit.slug, { zh: unit.nameZh, en: unit.nameEn }]),
  )
  const draws = new Map((await drawsOf(read, contest.id)).map(draw => [draw.id, draw.publicId]))
  const shown = (listed: ListedWinner): StaffWinner => staffWinner(rt, listed, regions, nameOf)
  return lists.map(list => ({
    ...{ id: list.publicId, kind: list.kind, draw: draws.get(list.drawId ?? 0) ?? null },
    instant: list.drawId === null ? (contest.rules.draws.find(({ id }) => id === list.rule)?.name ?? null) : null,
    ...{ settledAt: list.settledAt, settledBy: nameOf(list.settledBy) },
    ...{ publishedAt: list.publishedAt, publishedBy: nameOf(list.publishedBy) },
    ...{ publishedWith: nameOf(list.publishedWith), noticeUntil: list.noticeUntil },
    winners: rows.filter(({ winner }) => winner.listId === list.id).map(shown),
  }))
}

function staffWinner(
  rt: Runtime,
  { winner, hasClaim, name, phoneCipher, organisation }: ListedWinner,
  regions: ReadonlyMap<string, LocalText>,
  nameOf: (id: number | null) => string,
): StaffWinner {
  const isPerson = winner.accountId !== null
  const { place, rank, score, tierName: tier, prize, claimUntil, eraseAt, handedOverAt, handedOverBy } = winner
  return {
    ...{ id: winner.publicId, place, rank, score, tier, prize, claimUntil, eraseAt },
    name: isPerson ? (name ? winnerName(name) : '') : (organisation ?? ''),
    phone: phoneCipher === null ? '' : maskedPhone(rt.secrets.decrypt(phoneCipher)),
    region: regions.get(winner.region ?? '') ?? null,
    state: winnerState(winner, hasClaim, rt.clock.now()),
    handedOver: handedOverAt === null ? null : { by: nameOf(handedOverBy), at: handedOverAt },
  }
}

/** What was proposed about this contest's prizes. */
async function waitingFor(
  rt: Runtime,
  allowed: Allowed<'contests.write'>,
  slug: string,
  draws: readonly { id: string }[],
  lists: readonly { id: string }[],
): Promise<ApprovalLine[]> {
  const subjects = new Set([...draws.map(({ id }) => `draw:${id}`), ...lists.map(({ id }) => `winners:${id}`)])
  const lines = await approvalLines(rt, allowed, true)
  return lines.filter(
    ({ state, kind, subject }) =>
      state === 'waiting' && (subjects.has(subject) || (kind === 'draw-freeze' && subject === `contest:${slug}`)),
  )
}
