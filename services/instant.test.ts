import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Allowed } from '#core/account/roles'
import type { RulesChange } from '#core/contest/testing'
import { dayMs } from '#core/day'
import type { DrawRule } from '#core/prize/qualify'
import { auditRows } from '#db/audit'
import { insertStrike, markStruckOut } from '#db/strike'
import { listsOf, winnersOf } from '#db/winner'
import { finishAttempt, finishOverdue, startAttempt } from './attempt.ts'
import { myPrizes } from './claim.ts'
import { nameInsider } from './claim-desk.ts'
import { approved, staffMember } from './prize-testing.ts'
import { resultOf } from './result.ts'
import type { SignedIn } from './session.ts'
import { settlementFor } from './settlement-view.ts'
import { citizen, contestWith, noon, openTestSite, type TestSite } from './testing.ts'
import { proposePublication } from './winner-list.ts'
import { publishedWinners } from './winners-public.ts'

let site: TestSite
let contestId: number
let zhao: Allowed<'contests.write'>
let qian: Allowed<'contests.approve'>

const name = (zh: string) => ({ zh, en: zh })
const tier = (id: string, count: number, value: number) => ({ id, name: name(id), count, prize: name('书包'), value })
const now: DrawRule = {
  ...{ id: 'now', name: name('交卷即抽'), when: 'instant', oneIn: 1, qualify: { by: 'finished' } },
  ...{ chances: { by: 'person' }, tiers: [tier('small', 2, 20)], fallBackTo: null, excludeEarlier: false },
  ...{ alternates: 0, witnesses: [] },
}
const phone = (i: number): string => `1370013${String(8000 + i)}`

beforeEach(async () => {
  known.clear()
  site = await openTestSite()
  zhao = await staffMember(site.rt, 'zhao', ['organizer'], 'contests.write')
  qian = await staffMember(site.rt, 'qian', ['organizer'], 'contests.approve')
})
afterEach(() => site.close())

const contest = async (draw: Partial<DrawRule> = {}, rules: RulesChange = {}): Promise<void> => {
  contestId = await contestWith(site.rt, { rules: { awards: { tiers: [] }, draws: [{ ...now, ...draw }], ...rules } })
}
const known = new Map<number, SignedIn>()
/** Signs in once: a second code within a minute is not sent. */
async function person(i: number): Promise<SignedIn> {
  const who = known.get(i) ?? (await citizen(site.rt, phone(i))).who
  known.set(i, who)
  return who
}
/** Takes a paper and hands it in. @returns what the result page says was won */
async function hasWon(i: number): Promise<string[]> {
  const who = await person(i)
  const started = await startAttempt(site.rt, who, 'test', 'zh')
  if (!started.ok) throw new Error(started.refusal)
  const id = started.value.attempt.id
  await finishAttempt(site.rt, who, id)
  // Handing in again draws no second time.
  await finishAttempt(site.rt, who, id)
  const result = await resultOf(site.rt, who, id, 'zh')
  if (!result.ok) throw new Error(result.refusal)
  return result.value.won.map(({ tier }) => tier)
}
const rows = async () => {
  const lists = await listsOf(site.rt.storage.read, contestId)
  return winnersOf(
    site.rt.storage.read,
    lists.map(({ id }) => id),
  )
}
const list = async () => (await listsOf(site.rt.storage.read, contestId))[0]?.publicId ?? ''

describe('An instant draw', () => {
  it('is decided as the paper is handed in, shown with the result, as long as there are prizes', async () => {
    await contest()
    expect([await hasWon(1), await hasWon(2), await hasWon(3)]).toEqual([['small'], ['small'], []])
    expect((await rows()).map(({ winner }) => winner.place)).toEqual([1, 2])
    const log = await auditRows(site.rt.storage.read, 0, 100)
    expect(log.filter(({ action }) => action === 'draw.instant')).toHaveLength(2)
  })

  it('gives the last prize to one of those who hand in at the same moment', async () => {
    await contest({ tiers: [tier('small', 1, 20)] })
    const won = await Promise.all([1, 2, 3, 4, 5, 6].map(hasWon))
    expect(won.flat()).toEqual(['small'])
  })

  it('is made for papers that the server ended', async () => {
    await contest()
    const who = await person(1)
    await startAttempt(site.rt, who, 'test', 'zh')
    site.at(3_600_000)
    await finishOverdue(site.rt)
    expect(await rows()).toHaveLength(1)
  })

  it('wins nothing where chance or the paper say no', async () => {
    await contest({ oneIn: 1_000_000 })
    expect(await hasWon(1)).toEqual([])
    expect(await rows()).toEqual([])
  })

  it('asks for a paper that qualifies', async () => {
    await contest({ qualify: { by: 'perfect' } })
    expect(await hasWon(1)).toEqual([])
  })

  it('leaves each person one prize, however many papers they hand in', async () => {
    const chances = { by: 'points', each: 1 } as const
    await contest({ chances }, { attempts: { total: 3 }, awards: { tiers: [], onePrizeEach: false } })
    expect([await hasWon(1), await hasWon(1)]).toEqual([['small'], []])
  })

  it('leaves out insiders and whoever was struck out', async () => {
    await contest({ chances: { by: 'points', each: 1 } }, { attempts: { total: 3 } })
    await nameInsider(site.rt, zhao, { phone: phone(1), note: '出题人' })
    expect(await hasWon(1)).toEqual([])
    const who = await person(2)
    const struck = { publicId: 's1', contestId, accountId: who.account.id, reason: '代答', struckBy: zhao.id }
    await site.rt.storage.atomically(async tx => {
      await insertStrike(tx, { ...struck, struckAt: noon, appealUntil: null })
      await markStruckOut(tx, contestId, who.account.id, noon)
    })
    expect(await hasWon(2)).toEqual([])
  })

  it('makes a prize above 500 yuan public at once, masked, and takes it off when the winner may win nothing', async () => {
    await contest({ tiers: [tier('great', 1, 501), tier('small', 1, 500)] })
    await hasWon(1)
    await hasWon(2)
    const [shown] = (await publishedWinners(site.rt, 'test')) ?? []
    expect(shown).toMatchObject({ early: true, draw: { id: null, rule: 'now' }, noticeUntil: 0 })
    expect(shown?.tiers.map(({ id }) => id)).toEqual(['great'])
    expect(shown?.tiers[0]?.winners[0]?.phone).toMatch(/^137\*{4}800\d$/)
    await nameInsider(site.rt, zhao, { phone: phone(1), note: '出题人' })
    await nameInsider(site.rt, zhao, { phone: phone(2), note: '出题人' })
    expect(await publishedWinners(site.rt, 'test')).toEqual([])
  })

  it('is published by two people after the last paper; then winners claim', async () => {
    await contest()
    await hasWon(1)
    const who = await person(1)
    expect(await proposePublication(site.rt, zhao, 'test', await list())).toMatchObject({ refusal: 'not-final-yet' })
    expect(await publishedWinners(site.rt, 'test')).toEqual([])
    expect(await myPrizes(site.rt, who)).toEqual([])
    site.at(8 * dayMs)
    expect(await settlementFor(site.rt, zhao, 'test')).toMatchObject({
      value: { lists: [{ instant: { zh: '交卷即抽' }, winners: [{ state: 'settled' }] }] },
    })
    expect(await approved(site.rt, qian, await proposePublication(site.rt, zhao, 'test', await list()))).toMatchObject({
      ok: true,
    })
    expect(await myPrizes(site.rt, who)).toMatchObject([{ state: 'called', tier: { zh: 'small' } }])
    expect(await publishedWinners(site.rt, 'test')).toMatchObject([{ early: false, draw: { rule: 'now', id: null } }])
  })
})
