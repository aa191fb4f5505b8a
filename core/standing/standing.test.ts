import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanOf, rankedBy, rateOf } from './group.ts'
import { orderKey, rankPart } from './order.ts'
import { compareResults, ranked, type Tie } from './rank.ts'

const result = (score: number, durationMs = 1, finishedAt = 1) => ({
  score,
  durationMs,
  finishedAt,
  correct: 0,
  attempts: 1,
  lot: 0,
})

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
  it('have keys that compare as they stand, and share the ranking part exactly where they share a rank', () => {
    const some = fc.integer({ min: 0, max: 2 })
    const results = fc.record({
      score: some,
      correct: some,
      durationMs: some,
      finishedAt: some,
      attempts: some,
      lot: some,
    })
    const ties: Tie[] = ['more-correct', 'less-time', 'earlier-finish', 'fewer-attempts', 'lot', 'shared']
    fc.assert(
      fc.property(results, results, fc.shuffledSubarray(ties), (a, b, asked) => {
        const [left, right] = [orderKey(a, asked, 1), orderKey(b, asked, 2)]
        const naive = Math.sign(compareResults(a, b, asked))
        if (naive !== 0) expect(left.compare(right)).toBe(naive)
        expect(rankPart(left, asked).equals(rankPart(right, asked))).toBe(naive === 0)
        expect(left.equals(right)).toBe(false)
      }),
    )
  })
  it('have keys that hold the largest values', () => {
    const largest = {
      score: 2 ** 31 - 1,
      correct: 20_000,
      durationMs: 8.64e9,
      finishedAt: 8.64e13,
      attempts: 1000,
      lot: 2 ** 48 - 1,
    }
    const least = { ...largest, score: 0, correct: 0 }
    const ties: Tie[] = ['more-correct', 'less-time', 'earlier-finish', 'fewer-attempts', 'lot']
    expect(orderKey(largest, ties, 1).compare(orderKey(least, ties, 1))).toBe(-1)
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
