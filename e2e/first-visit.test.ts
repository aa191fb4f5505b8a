/** What the first page of a citizen weighs on the way to a phone. Bounds as in docs/bench.md. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { firstVisit } from '../bench/first-visit.ts'
import { type RunningSite, startSite } from './site.ts'

let site: RunningSite

beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => site?.stop())

it('stays below 150 KB of scripts and 175 KB in all, in both languages', async () => {
  for (const locale of ['zh', 'en']) {
    const visit = await firstVisit(`${site.url}/${locale}/contests/chongqing-2026`)
    expect(visit).not.toBeNull()
    expect(visit?.jsKB).toBeGreaterThan(50)
    expect(visit?.jsKB).toBeLessThanOrEqual(150)
    expect(visit?.totalKB).toBeLessThanOrEqual(175)
  }
})
