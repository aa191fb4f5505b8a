import { afterEach, beforeEach, expect, it } from 'vitest'
import type { RulesChange } from '#core/contest/testing'
import { dayMs } from '#core/day'
import { answerKey } from './answer-key.ts'
import { contestWith, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const keyOf = async (publicity: RulesChange['publicity'], at: number, page = 1) => {
  await contestWith(site.rt, { rules: { publicity } })
  site.at(at)
  return answerKey(site.rt, 'test', page, 'zh')
}

it('publishes what is right and why once the contest is over', async () => {
  const key = await keyOf({ answerKey: true }, 8 * dayMs)
  expect(key?.questions.length).toBeGreaterThan(0)
  expect(key?.questions.every(({ options }) => options.some(({ right }) => right))).toBe(true)
})

it('publishes nothing before the close, where the rules promise none, or past the last page', async () => {
  expect(await keyOf({ answerKey: true }, 0)).toBeNull()
  site.at(8 * dayMs)
  expect(await answerKey(site.rt, 'test', 999, 'zh')).toBeNull()
  expect(await answerKey(site.rt, 'nowhere', 1, 'zh')).toBeNull()
})

it('publishes nothing where the rules promise no key', async () => {
  expect(await keyOf({ answerKey: false }, 8 * dayMs)).toBeNull()
})
