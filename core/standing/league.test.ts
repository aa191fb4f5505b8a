import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frozenSince } from './freeze.ts'
import { type Entrants, league } from './league.ts'
import { normalBelow, widestByChance } from './range.ts'
import { shrunk } from './shrink.ts'

const place = (slug: string, people: number, population: number | null, mean = 80, spread = 10): Entrants => ({
  slug,
  population,
  people,
  score: people * mean,
  squares: people * (mean * mean + spread * spread),
  came: Math.floor(people / 2),
})

describe('the league', () => {
  it('ranks a difference that is no chance, and shares the rank where chance explains it', () => {
    const rows = league(
      [place('a', 9000, 1_000_000), place('b', 9010, 1_000_000), place('c', 2000, 1_000_000)],
      'participation',
    )
    expect(rows.map(row => [row.slug, row.rank])).toEqual([
      ['b', 1],
      ['a', 1],
      ['c', 3],
    ])
  })
  it('does not let a county of 200 lead by luck, though its bare value is the highest', () => {
    const large = Array.from({ length: 36 }, (_, i) => place(`p${i}`, 1000 + i, 1_000_000, 80))
    const rows = league([place('tiny', 215, 200_000, 82), ...large], 'mean')
    expect(rows.every(row => row.rank === 1)).toBe(true)
  })
  it('ranks a large place that is truly better alone', () => {
    const others = Array.from({ length: 36 }, (_, i) => place(`p${i}`, 3000 + i, 1_000_000, 80))
    expect(league([...others, place('best', 3000, 1_000_000, 90)], 'mean')[0]).toMatchObject({ slug: 'best', rank: 1 })
    expect(league([...others, place('best', 3000, 1_000_000, 90)], 'mean')[1]?.rank).toBe(2)
  })
  it('tells nothing that could be a person, and ranks no mean of few', () => {
    const [four, five, none, thirty] = [
      place('four', 4, 1e6),
      place('five', 5, 1e6),
      place('none', 0, 1e6),
      place('thirty', 30, null),
    ]
    const rows = new Map(league([four, five, none, thirty], 'mean').map(row => [row.slug, row]))
    expect(rows.get('four')).toMatchObject({ people: null, rate: null, mean: null, rank: null, low: null })
    expect(rows.get('five')).toMatchObject({ people: 5, mean: 80, rank: null })
    expect(rows.get('none')).toMatchObject({ people: 0, rate: 0, mean: null, rank: null })
    expect(rows.get('thirty')).toMatchObject({ people: 30, rate: null, mean: 80, rank: null })
  })
  it('lists every place once, whatever the numbers, and equal ones share a rank', () => {
    const some = fc.record({
      people: fc.integer({ min: 0, max: 2000 }),
      population: fc.option(fc.integer({ min: 1, max: 4_000_000 })),
      mean: fc.integer({ min: 0, max: 100 }),
      spread: fc.integer({ min: 0, max: 30 }),
    })
    fc.assert(
      fc.property(
        fc.array(some, { maxLength: 40 }),
        fc.constantFrom('participation', 'mean', 'growth'),
        (given, view) => {
          const places = given.map(({ people, population, mean, spread }, i) =>
            place(`p${i}`, people, population, mean, spread),
          )
          const rows = league(places, view)
          expect(new Set(rows.map(row => row.slug)).size).toBe(places.length)
          const ranks = rows.flatMap(row => (row.rank === null ? [] : [row.rank]))
          expect(
            ranks.every(
              (rank, i) =>
                rank === 1 + ranks.filter(other => other < rank).length && (i === 0 || rank >= (ranks[i - 1] ?? 0)),
            ),
          ).toBe(true)
        },
      ),
    )
  })
  it('ranks all alike when all have the same score, and nobody when there is but one', () => {
    expect(league([place('a', 50, 1e6, 100, 0), place('b', 90, 1e6, 100, 0)], 'mean').map(row => row.rank)).toEqual([
      1, 1,
    ])
    expect(league([place('a', 50, 1e6)], 'participation')[0]).toMatchObject({ rank: null, rate: 0.5 })
    expect(league([], 'participation')).toEqual([])
  })
})

describe('what chance does', () => {
  it('agrees with the tables of the studentised range at 95 %', () => {
    // q(0.05; k, ∞) for k = 2, 3, 10, 40, divided by the root of two.
    for (const [k, q] of [
      [2, 2.772],
      [3, 3.314],
      [10, 4.474],
      [20, 5.012],
    ] as const)
      expect(widestByChance(k)).toBeCloseTo(q / Math.SQRT2, 2)
    expect(normalBelow(1.959964)).toBeCloseTo(0.975, 6)
    expect(normalBelow(-1.959964)).toBeCloseTo(0.025, 6)
  })
  it('moves uncertain values more towards the middle than certain ones', () => {
    const values = shrunk([
      { value: 10, variance: 100 },
      { value: 10, variance: 1 },
      { value: 0, variance: 1 },
      { value: -10, variance: 1 },
    ])
    expect(values[0]?.value).toBeLessThan(values[1]?.value ?? 0)
    expect(values[1]?.value).toBeGreaterThan(8)
  })
})

describe('frozen boards', () => {
  const contest = (freezeSeconds: number | null) => ({ closesAt: 100_000, rules: { feedback: { freezeSeconds } } })
  it('stand still by the rules, so many seconds before the close, and after it', () => {
    expect([69_999, 70_000, 500_000].map(now => frozenSince(contest(30), [], now))).toEqual([null, 70_000, 70_000])
    expect(frozenSince(contest(null), [], 99_999)).toBeNull()
  })
  it('stand still by an act until the reveal, and again by the rules after one that came too early for them', () => {
    const acts = [
      { act: 'freeze' as const, at: 10_000 },
      { act: 'reveal' as const, at: 20_000 },
    ]
    expect(frozenSince(contest(30), acts.slice(0, 1), 15_000)).toBe(10_000)
    expect(frozenSince(contest(30), acts, 25_000)).toBeNull()
    expect(frozenSince(contest(30), acts, 80_000)).toBe(70_000)
    expect(frozenSince(contest(30), [...acts, { act: 'reveal', at: 90_000 }], 95_000)).toBeNull()
  })
})
