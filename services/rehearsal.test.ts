import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Allowed } from '#core/account/roles'
import { boardActs, boardStateFor } from './board-state.ts'
import { contestBySlug, listContests } from './contest.ts'
import { beginExport } from './export.ts'
import { exportOf } from './export-view.ts'
import { endRehearsal, rehearsalFor, rehearse } from './rehearsal.ts'
import { settlementFor } from './settlement-view.ts'
import { contestWith, inventedQuestion, openTestSite, type TestSite } from './testing.ts'
import { staffWith } from './testing-staff.ts'
import { publishedWinners } from './winners-public.ts'

let site: TestSite
let organizer: Allowed<'contests.write'>
let exporter: Allowed<'standings.export'>
beforeEach(async () => {
  site = await openTestSite()
  const staff = await staffWith(site.rt, ['organizer'])
  organizer = staff.may('contests.write')
  exporter = staff.may('standings.export')
})
afterEach(() => site.close())

it('runs a copy with invented people: closed, full, in no list, and off the site again', async () => {
  await contestWith(site.rt, { publishedAt: null })
  const done = await rehearse(site.rt, organizer, 'test')
  const slug = done.ok ? done.value.slug : ''
  expect(await rehearsalFor(site.rt, 'test')).toBe(slug)
  const copy = await contestBySlug(site.rt, slug)
  expect(copy).toMatchObject({ phase: 'closed', sample: true, participants: 300 })
  expect((await listContests(site.rt)).map(contest => contest.slug)).not.toContain(slug)
  expect(await contestBySlug(site.rt, 'test')).toBeNull()
  const again = await rehearse(site.rt, organizer, 'test')
  expect(again).toMatchObject({ ok: true })
  expect(await contestBySlug(site.rt, slug)).toBeNull()
  expect(await endRehearsal(site.rt, organizer, 'test')).toEqual({ ok: true, value: null })
  expect(await rehearsalFor(site.rt, 'test')).toBeNull()
  expect(await endRehearsal(site.rt, organizer, 'test')).toMatchObject({ refusal: 'not-found' })
})

it('goes through by itself where boards freeze before the close: revealed, settled, its lists public and exported', async () => {
  const award = { id: 'first', name: { zh: '一等奖', en: '' }, count: 3, prize: { zh: '书', en: '' }, value: 50 }
  await contestWith(site.rt, {
    publishedAt: null,
    rules: { feedback: { freezeSeconds: 3600 }, awards: { tiers: [award] } },
  })
  const done = await rehearse(site.rt, organizer, 'test')
  const slug = done.ok ? done.value.slug : ''
  expect(await boardStateFor(site.rt, organizer, slug)).toMatchObject({
    value: { frozenSince: null, revealing: false },
  })
  const [act] = await boardActs(site.rt, organizer, slug)
  expect(act).toMatchObject({ act: 'reveal', who: expect.any(String) })
  const lists = await publishedWinners(site.rt, slug)
  expect(lists?.map(({ kind, tiers }) => [kind, tiers[0]?.winners.length])).toEqual([['awards', 3]])
  const settlement = await settlementFor(site.rt, organizer, slug)
  expect(settlement).toMatchObject({ value: { isFinal: true, lists: [{ kind: 'awards' }] } })
  const wish = { kind: 'winners', format: 'csv', masked: true, columns: ['rank', 'name', 'award'] } as const
  const more = { filter: { region: null }, reason: '预演名单', locale: 'zh', origin: '' } as const
  const begun = await beginExport(site.rt, exporter, slug, { ...wish, ...more })
  if (!begun.ok || begun.value.export === null) throw new Error('The list was not begun')
  await begun.value.done
  expect(await exportOf(site.rt, exporter, begun.value.export)).toMatchObject({ value: { state: 'ready', rows: 3 } })
})

it('is refused without a contest, of a rehearsal, and with too few questions', async () => {
  await contestWith(site.rt, { slug: 'small', drafts: [inventedQuestion(1)] })
  await contestWith(site.rt, { slug: 'test' })
  expect(await rehearse(site.rt, organizer, 'other')).toMatchObject({ refusal: 'not-found' })
  expect(await rehearse(site.rt, organizer, 'small')).toMatchObject({
    refusal: 'pool-too-small',
    detail: { available: 1 },
  })
  const done = await rehearse(site.rt, organizer, 'test')
  expect(await rehearse(site.rt, organizer, done.ok ? done.value.slug : '')).toMatchObject({ refusal: 'not-found' })
})
