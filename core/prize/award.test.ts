import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { awardTiers, type Candidate, type Tier } from './award.ts'

const tier = (id: string, count: number): Tier => {
  const name = { zh: id, en: id }
  return { id, name, count, prize: name, value: 0 }
}
const rules = { tiers: [tier('first', 1), tier('second', 2)], cut: 'all' as const, rollDown: true }
/** Ids 1, 2, 3 …; the lot runs against the order. */
const standing = (...ranks: number[]): Candidate[] => ranks.map((rank, i) => ({ id: i + 1, rank, lot: 100 - i }))
const given = (
  change: Partial<Parameters<typeof awardTiers>[0]>,
  people: Candidate[],
  excluded: number[] = [],
): string => {
  const { awarded, next } = awardTiers({ ...rules, ...change }, people, new Set(excluded))
  return `${awarded.map(({ id, tier }) => `${id}:${tier.id}`).join(' ')} | ${next.map(({ id }) => id).join(' ')}`
}

describe('Ranked awards', () => {
  it('go by rank, tier after tier', () => expect(given({}, standing(1, 2, 3, 4))).toBe('1:first 2:second 3:second | 4'))

  it('stay with whoever there is', () => expect(given({}, standing(1))).toBe('1:first | '))

  it('move up when somebody is struck out', () =>
    expect(given({}, standing(1, 2, 3, 4), [1])).toBe('2:first 3:second 4:second | '))

  it('do not move up where the rules say so', () =>
    expect(given({ rollDown: false }, standing(1, 2, 3, 4), [1])).toBe('2:second 3:second | 4'))

  it('stay ungiven in a tier without prizes', () =>
    expect(given({ tiers: [tier('none', 0), tier('first', 1)] }, standing(1, 2))).toBe('1:first | 2'))
})

describe('Equals at the cut', () => {
  const tied = standing(1, 1, 3, 3, 3, 6)
  it('all get the higher prize', () => expect(given({}, tied)).toBe('1:first 2:first 3:second 4:second 5:second | 6'))
  it('none get it, and are first for the next', () =>
    expect(given({ cut: 'none' }, tied)).toBe('1:second 2:second | 3 4 5 6'))
  it('are decided by lot, whoever loses being first for the next', () =>
    expect(given({ cut: 'lot' }, tied)).toBe('2:first 1:second 5:second | 3 4 6'))
  it('are no equals when the cut falls between them and others', () =>
    expect(given({ cut: 'lot' }, standing(1, 2, 2, 4))).toBe('1:first 2:second 3:second | 4'))
})

it('Nobody has two prizes, and nobody who is excluded has one', () =>
  fc.assert(
    fc.property(
      fc.array(fc.nat(5), { maxLength: 30 }),
      fc.array(fc.nat(30)),
      fc.constantFrom('all', 'lot', 'none'),
      fc.boolean(),
      (steps, out, cut, rollDown) => {
        const rankAt = (i: number) => 1 + steps.slice(0, i).reduce((sum, step) => sum + step, 0)
        const people = steps.map((_, i) => ({ id: i, rank: rankAt(i), lot: i * 7919 }))
        const { awarded, next } = awardTiers(
          { tiers: [tier('a', 2), tier('b', 3), tier('c', 5)], cut: cut as 'all', rollDown },
          people,
          new Set(out),
        )
        const ids = [...awarded, ...next].map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.some(id => out.includes(id))).toBe(false)
        if (cut === 'lot' && rollDown) expect(awarded).toHaveLength(Math.min(10, ids.length))
      },
    ),
  ))
