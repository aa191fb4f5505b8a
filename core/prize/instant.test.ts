import { expect, it } from 'vitest'
import { usualRules } from '../contest/rules.ts'
import type { Counting } from '../standing/counted.ts'
import { chancesGained, hits, prizeLeft } from './instant.ts'
import type { DrawRule } from './qualify.ts'

const name = (zh: string) => ({ zh, en: '' })
const tier = (id: string, count: number) => ({ id, name: name(id), count, prize: name('书'), value: 0 })
const draw: DrawRule = {
  ...{
    id: 'now',
    name: name('即抽'),
    when: 'instant',
    oneIn: 10,
    qualify: { by: 'perfect' },
    chances: { by: 'person' },
  },
  ...{
    tiers: [tier('first', 1), tier('second', 2)],
    fallBackTo: 0,
    excludeEarlier: false,
    alternates: 0,
    witnesses: [],
  },
}
const paper = (score: number, at = 0): Counting => ({
  ...{ startedAt: at, finishedAt: at + 60_000, score, maximum: 100, correct: score / 5, durationMs: 60_000 },
})
const gained = (rule: Partial<DrawRule>, ...scores: number[]) => {
  const all = scores.map((score, i) => paper(score, i * 100_000))
  return chancesGained(usualRules, { ...draw, ...rule }, all.slice(0, -1), all)
}

it('gives a chance for the paper that first qualifies, and no second one for the same person', () => {
  expect(gained({}, 95)).toBe(0)
  expect(gained({}, 95, 100)).toBe(1)
  expect(gained({}, 100, 100)).toBe(0)
})

it('gives one for each perfect paper, or for so many points, where the rules say so', () => {
  expect(gained({ chances: { by: 'perfect-paper' } }, 100, 100)).toBe(1)
  expect(gained({ chances: { by: 'perfect-paper' } }, 100, 95)).toBe(0)
  expect(gained({ qualify: { by: 'finished' }, chances: { by: 'points', each: 20 } }, 40, 95)).toBe(2)
})

it('wins with one of the chances, by the dice alone', () => {
  const dice =
    (...rolls: number[]) =>
    () =>
      rolls.shift() ?? 9
  expect(hits(2, 10, dice(3, 0))).toBe(true)
  expect(hits(2, 10, dice(3, 4, 0))).toBe(false)
  expect(hits(0, 10, dice(0))).toBe(false)
  expect(hits(5, null, dice(0))).toBe(false)
})

it('gives one of the prizes that are left, each as likely, and none when they are gone', () => {
  const left = (given: string[], place: number) => prizeLeft(draw.tiers, given, n => Math.min(place, n - 1))?.id
  expect([0, 1, 2].map(place => left([], place))).toEqual(['first', 'second', 'second'])
  expect(left(['first'], 0)).toBe('second')
  expect(left(['first', 'second', 'second'], 0)).toBeUndefined()
})
