import { expect, it } from 'vitest'
import type { ContestRules } from '../contest/rules.ts'
import { goesOn } from './final.ts'
import { type Competing, groupPlaces } from './group-award.ts'

type Award = ContestRules['groupAwards'][number]
const award = (by: Award['by'], change: Partial<Award> = {}): Award => ({
  id: 'units',
  name: { zh: '组织奖', en: '' },
  of: 'organisations',
  by,
  minimumSize: 1,
  count: 1,
  prize: { zh: '牌匾', en: '' },
  ...change,
})
const groups: Competing[] = [
  { id: 'bank', entrants: 40, total: 3200, people: 50 },
  { id: 'school', entrants: 100, total: 7000, people: 1000 },
  { id: 'clinic', entrants: 10, total: 900, people: null },
]
const order = (given: Award) => groupPlaces(given, groups).map(place => [place.id, place.value / 10_000])

it('Groups are ranked by entrants, by mean, by total, or by rate where it is known', () => {
  expect(order(award({ by: 'entrants' }))).toEqual([
    ['school', 100],
    ['bank', 40],
    ['clinic', 10],
  ])
  expect(order(award({ by: 'mean' }))).toEqual([
    ['clinic', 90],
    ['bank', 80],
    ['school', 70],
  ])
  expect(order(award({ by: 'total' }))).toEqual([
    ['school', 7000],
    ['bank', 3200],
    ['clinic', 900],
  ])
  expect(order(award({ by: 'rate' }))).toEqual([
    ['bank', 8000],
    ['school', 1000],
  ])
})

it('A mix takes each measure relative to the best group', () => {
  // school: 50 × 100/100 + 50 × 70/90 = 88.8889; bank: 50 × 40/100 + 50 × 80/90 = 64.4444; clinic: 5 + 50 = 55.
  expect(order(award({ by: 'mix', entrants: 50, rate: 0, mean: 50, total: 0 }))).toEqual([
    ['school', 88.8889],
    ['bank', 64.4444],
    ['clinic', 55],
  ])
})

it('Small groups are not ranked, and whoever shares the last awarded rank is awarded', () => {
  expect(order(award({ by: 'mean' }, { minimumSize: 20 }))).toEqual([
    ['bank', 80],
    ['school', 70],
  ])
  const equal = [...groups, { id: 'office', entrants: 100, total: 1, people: 1 }]
  const places = groupPlaces(award({ by: 'entrants' }), equal)
  expect(places.map(({ id, rank, awarded }) => [id, rank, awarded])).toEqual([
    ['office', 1, true],
    ['school', 1, true],
    ['bank', 3, false],
    ['clinic', 4, false],
  ])
})

it('The first n go on to the final, and whoever shares the last rank', () => {
  const final = { final: { first: 2, to: { kind: 'live' as const } } }
  expect([1, 2, 2, 4, null].map(rank => goesOn(final, rank))).toEqual([true, true, true, false, false])
  expect(goesOn({ final: null }, 1)).toBe(false)
})
