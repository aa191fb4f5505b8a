/** A finish is on every board it touches within a second, though boards are kept for all who ask in the meantime. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { usualRules } from '#core/contest/rules'
import { dayMs } from '#core/day'
import { chooseRegion } from './account.ts'
import { finishAttempt, startAttempt } from './attempt.ts'
import { foldBoards } from './counting.ts'
import { type StandingsQuery, standingsOf } from './standing.ts'
import { citizen, contestWith, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const scopes = ['whole', 'stage-only', 'day-2026-11-22']
const boards: Omit<StandingsQuery, 'slug' | 'limit' | 'after' | 'accountId' | 'locale'>[] = scopes.flatMap(scope => [
  { by: 'person' as const, region: null, scope },
  { by: 'person' as const, region: 'yuzhong', scope },
  { by: 'region' as const, region: null, scope },
  { by: 'region' as const, region: null, scope, view: 'growth' as const },
  { by: 'organisation' as const, region: null, scope },
])

/** How many people each board shows. */
const seen = (limit: number) =>
  Promise.all(
    boards.map(async board => {
      const query = { ...board, slug: 'test', limit, after: null, accountId: null, locale: 'zh' as const }
      const answer = await standingsOf(site.rt, query)
      if (!answer.ok) throw new Error(answer.refusal)
      return answer.value.participants
    }),
  )

it.each([
  ['just after a look at the boards', 0],
  ['long after it', 700],
])('asked for the first time %s', async (_, pause) => {
  const stages = [{ id: 'only', name: { zh: '初赛', en: 'First' }, opensAt: noon - 3_600_000, closesAt: noon + dayMs }]
  await contestWith(site.rt, { rules: { calendar: { ...usualRules.calendar, stages } } })
  const { who } = await citizen(site.rt, '13800138000')
  await chooseRegion(site.rt, who.account.id, { region: 'yuzhong', organisation: '示例大学' })
  const started = await startAttempt(site.rt, who, 'test', 'zh')
  if (!started.ok) throw new Error(started.refusal)
  expect(new Set(await seen(10))).toEqual(new Set([0]))
  await finishAttempt(site.rt, who, started.value.attempt.id)
  const finished = performance.now()
  await foldBoards(site.rt)
  await wait(pause)
  // Boards that nobody has asked for yet, made of what may be known from before.
  await seen(11)
  while (performance.now() - finished < 1000) await wait(50)
  for (const limit of [10, 11]) expect(new Set(await seen(limit))).toEqual(new Set([1]))
})
