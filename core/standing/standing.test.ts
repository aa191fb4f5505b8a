import { describe, expect, it } from 'vitest'
import { meanOf, rankedBy, rateOf } from './group.ts'
import { compareResults, ranked, replaces } from './rank.ts'

const result = (score: number, durationMs = 1, finishedAt = 1) => ({ score, durationMs, finishedAt })

describe('people', () => {
  it('stand by score, then as the ties say, and share what is left', () => {
    expect(compareResults(result(90), result(80), ['shared'])).toBeLessThan(0)
    expect(compareResults(result(90, 5), result(90, 6), ['less-time', 'shared'])).toBeLessThan(0)
    expect(compareResults(result(90, 5), result(90, 6), ['shared', 'less-time'])).toBe(0)
    expect(compareResults(result(90, 5, 2), result(90, 9, 1), ['earlier-finish'])).toBeGreaterThan(0)
  })
  it('share the better rank, and the next one is skipped, over pages too', () => {
    const rows = [result(9), result(8), result(8), result(7)]
    expect(ranked(rows, ['shared']).map(row => row.rank)).toEqual([1, 2, 2, 4])
    const [first, second] = [rows.slice(0, 2), rows.slice(2)]
    const last = { ...result(8), rank: 2 }
    expect(ranked(first, ['shared']).map(row => row.rank)).toEqual([1, 2])
    expect(ranked(second, ['shared'], 2, last).map(row => row.rank)).toEqual([2, 4])
  })
  it('have the attempt counted that the rules name', () => {
    const [better, worse] = [result(9), result(8)]
    expect([
      replaces({ by: 'best' }, better, worse, ['shared']),
      replaces({ by: 'best' }, worse, better, ['shared']),
    ]).toEqual([true, false])
    expect([
      replaces({ by: 'first' }, better, worse, ['shared']),
      replaces({ by: 'last' }, worse, better, ['shared']),
    ]).toEqual([false, true])
    expect(replaces({ by: 'first' }, worse, null, ['shared'])).toBe(true)
  })
})

describe('districts and counties', () => {
  it('have a mean from five people on, and a rate where residents are known', () => {
    expect(meanOf({ participants: 4, score: 400, population: 1 })).toBeNull()
    expect(meanOf({ participants: 6, score: 400, population: 1 })).toBe(66.7)
    expect(rateOf({ participants: 5, score: 0, population: 200_000 })).toBe(0.25)
    expect(rateOf({ participants: 5, score: 0, population: null })).toBeNull()
  })
  it('share ranks', () => {
    expect(rankedBy([{ n: 1 }, { n: 3 }, { n: 3 }], group => group.n).map(group => group.rank)).toEqual([1, 1, 3])
  })
})
