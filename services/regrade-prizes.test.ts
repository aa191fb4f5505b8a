/** What a preview says of draws, groups and the final is what comes of it, counted as draws and lists count. */
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Allowed } from '#core/account/roles'
import { draw, groupAward, text } from '#core/contest/real/real'
import { drawSpan, kindOf } from '#core/prize/qualify'
import { goesOn } from '#core/standing/final'
import type { WireEffect } from '#core/wire-regrade'
import { organisationNamed } from '#db/account'
import { organisationNames } from '#db/board-sums'
import { type ContestRow, contestBySlug } from '#db/contest'
import { drawsOf, insertDraw, putDrawn } from '#db/draw'
import { excludedFrom } from '#db/excluded'
import { finishedAttempts } from '#db/finished'
import { revisionNames } from '#db/regrade'
import { insertList, putList } from '#db/winner'
import { attempts } from '../db/schema/attempt.ts'
import { recount } from './counting.ts'
import { collectiveWinners } from './prize-groups.ts'
import { chancesIn, ranking } from './prize-people.ts'
import { unitsOf } from './region.ts'
import { decideRegrade, previewRegrade } from './regrade.ts'
import { settleRegrades } from './regrade-settle.ts'
import { publicId } from './secrets.ts'
import { contestTaken } from './taken.fixture.ts'
import { noon, openTestSite, type TestSite } from './testing.ts'
import { staffWith } from './testing-staff.ts'

let site: TestSite
let organizer: Allowed<'contests.write'>
let contestId: number
const draws = [
  draw({ id: 'able', name: text('达标奖'), qualify: { by: 'points', points: 20 }, chances: { by: 'points', each: 5 } }),
  draw({ id: 'daily', name: text('每日奖'), when: 'daily', qualify: { by: 'points', points: 25 } }),
  draw({ id: 'perfect', name: text('满分奖'), chances: { by: 'perfect-paper' } }),
]
const groupAwards = [
  groupAward('regions', 'regions', { by: 'mean' }, 1),
  groupAward('units', 'organisations', { by: 'total' }, 3),
]

beforeEach(async () => {
  site = await openTestSite()
  organizer = (await staffWith(site.rt, ['organizer'])).may('contests.write')
  const final = { first: 7, to: { kind: 'live' as const } }
  const taken = await contestTaken(site, 60, {
    rules: { draws, groupAwards, final, paper: { total: 8, passMark: 20 } },
  })
  contestId = taken.contestId
  await spread()
})
afterEach(() => site.close())

/** People of three districts and six organisations, in a way that leaves them close to each other. */
async function spread(): Promise<void> {
  await site.rt.storage.atomically(async tx => {
    const houses: number[] = []
    for (const name of ['一中', '二中', '三中', '四中', '五中', '六中']) {
      const id = await organisationNamed(tx, { publicId: publicId(), name, normalName: name, createdAt: noon })
      houses.push(id as number)
    }
    const regions = ['yuzhong', 'nanan', 'jiangbei']
    for (const { accountId } of await papers())
      await tx
        .update(attempts)
        .set({ region: regions[accountId % 3] as string, organisationId: houses[accountId % 6] as number })
        .where(eq(attempts.accountId, accountId))
    const contest = await contestBySlug(tx, 'test')
    if (contest) await recount(site.rt, tx, contest)
  })
}

const contestRow = async () => (await contestBySlug(site.rt.storage.read, 'test')) as ContestRow

async function papers() {
  const all = []
  for await (const page of finishedAttempts(site.rt.storage.read, contestId)) all.push(...page)
  return all
}

/** Chances by person on each list, who goes on, who is awarded: as the services that do it would say now. */
async function asItStands() {
  const { read } = site.rt.storage
  const contest = await contestRow()
  const excluded = await excludedFrom(read, contestId)
  const lists = []
  for (const rule of contest.rules.draws) {
    const span = drawSpan(contest.rules, contest, kindOf(rule) ?? 'final', scopeOf(rule))
    const found = span ? await chancesIn(read, contest, rule, span.holds, excluded) : []
    const on = found.filter(({ qualified }) => qualified)
    lists.push(new Map(on.map(({ accountId, chances }) => [accountId, chances])))
  }
  const going = (await ranking(read, contest, 60, null)).filter(({ rank }) => goesOn(contest.rules, rank))
  const units = await unitsOf(site.rt, contest.edition)
  const winners = await site.rt.storage.atomically(tx => collectiveWinners(tx, contest, units))
  const names = await organisationNames(
    read,
    winners.flatMap(winner => ('organisationId' in winner ? (winner.organisationId ?? []) : [])),
  )
  const awarded = winners.map(winner => {
    const name = 'region' in winner ? winner.region : names.get(winner.organisationId ?? 0)?.name
    return `${winner.tier}: ${name}`
  })
  return { lists, going: new Set(going.map(({ id }) => id)), awarded: new Set(awarded) }
}

const scopeOf = ({ when }: (typeof draws)[number]): string => (when === 'daily' ? day : '')
const day = '2026-11-22'

/** The question that moves most prizes when its points are given to all. */
async function questionThatMoves() {
  const ids = [...new Set((await papers()).flatMap(attempt => attempt.paper.map(slot => slot.revision)))]
  const names = await revisionNames(site.rt.storage.read, ids)
  const seen: { wish: Wish; effect: WireEffect }[] = []
  for (const id of ids) {
    const { question = '', revision = 1 } = names.get(id) ?? {}
    const wish: Wish = { question, revision, decision: { kind: 'give-all' } }
    const preview = await previewRegrade(site.rt, organizer, 'test', wish)
    if (!preview.ok) throw new Error(preview.refusal)
    seen.push({ wish, effect: preview.value })
  }
  const weight = ({ effect: { groups, finals, draws } }: { effect: WireEffect }) =>
    Number(groups.length > 0) + Number((finals?.changes ?? 0) > 0) + draws.length / 10
  return seen.sort((a, b) => weight(b) - weight(a))[0] as (typeof seen)[number]
}
type Wish = Parameters<typeof previewRegrade>[3]

const size = (list: ReadonlyMap<number, number>) => {
  return { people: list.size, chances: [...list.values()].reduce((sum, n) => sum + n, 0) }
}
const without = <T>(some: Iterable<T>, others: { has(one: T): boolean }) => [...some].filter(one => !others.has(one))

describe('A preview', () => {
  it('says of draws, of the final and of groups what then comes of it', async () => {
    const { wish, effect } = await questionThatMoves()
    const before = await asItStands()
    const words = { reason: '专家组复核', erratum: { zh: '更正一道题', en: '' } }
    expect(await decideRegrade(site.rt, organizer, 'test', { ...wish, ...words })).toMatchObject({ ok: true })
    await settleRegrades(site.rt)
    const after = await asItStands()

    const expected = draws.flatMap((rule, i) => {
      const [was, is] = [before.lists[i] ?? new Map<number, number>(), after.lists[i] ?? new Map<number, number>()]
      const [on, off] = [without(is.keys(), was).length, without(was.keys(), is).length]
      const sizes = { before: size(was), after: size(is), on, off }
      const isSame = on + off === 0 && sizes.before.chances === sizes.after.chances
      const [state, stage] = ['open' as const, null]
      return isSame ? [] : [{ name: rule.name, stage, day: rule.when === 'daily' ? day : null, state, ...sizes }]
    })
    expect(effect.draws).toEqual(expected)
    expect(expected.length).toBeGreaterThan(1)

    const moved = [...without(before.going, after.going), ...without(after.going, before.going)]
    expect(effect.finals?.changes).toBe(moved.length)
    expect(moved.length).toBeGreaterThan(0)

    const predicted = new Set(before.awarded)
    for (const [i, { changes }] of effect.groups.entries()) {
      const id = effect.groups[i]?.regions ? 'regions' : 'units'
      for (const { name, before: was, after: is } of changes) {
        if (was?.awarded) predicted.delete(`${id}: ${name}`)
        if (is?.awarded) predicted.add(`${id}: ${name}`)
      }
    }
    expect(predicted).toEqual(after.awarded)
    expect(effect.groups.length).toBeGreaterThan(0)
    expect(effect.lists).toEqual({ awards: 'none', collective: 'none' })
  }, 60_000)

  it('says what stays as it is: a published list, a draw that was made, lists of winners that are out', async () => {
    const { wish } = await questionThatMoves()
    const made = {
      contestId,
      scope: '',
      run: 1,
      kind: 'final' as const,
      commitment: 'x',
      numberAt: noon,
      secretCipher: 'x',
    }
    const kept = { repeats: null, frozen: '{}', frozenAt: noon, frozenBy: 1, frozenWith: 2 }
    const list = { contestId, drawId: null, settledAt: noon, settledBy: 1 }
    await site.rt.storage.atomically(async tx => {
      await insertDraw(tx, { publicId: publicId(), rule: 'able', ...made, ...kept }, [])
      await insertList(tx, { publicId: publicId(), kind: 'awards', ...list })
      const id = await insertList(tx, { publicId: publicId(), kind: 'collective', ...list })
      await putList(tx, id, { publishedAt: noon })
    })
    const effect = async () => {
      const preview = await previewRegrade(site.rt, organizer, 'test', wish)
      if (!preview.ok) throw new Error(preview.refusal)
      return preview.value
    }
    const stateOf = async () => (await effect()).draws.find(({ name }) => name.zh === '达标奖')?.state
    expect((await effect()).lists).toEqual({ awards: 'settled', collective: 'published' })
    expect(await stateOf()).toBe('frozen')
    const [frozen] = await drawsOf(site.rt.storage.read, contestId)
    const drawn = { drawn: '{}', drawnAt: noon, drawnBy: 1, drawnWith: 2 }
    await site.rt.storage.atomically(tx => putDrawn(tx, frozen?.id ?? 0, drawn))
    expect(await stateOf()).toBe('drawn')
  }, 60_000)
})
