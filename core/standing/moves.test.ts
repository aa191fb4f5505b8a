import { describe, expect, it } from 'vitest'
import { usualRules } from '../contest/rules.ts'
import { movesBetween } from './moves.ts'

const tier = (id: string, count: number) => ({
  ...(usualRules.awards.tiers[0] as (typeof usualRules.awards.tiers)[number]),
  id,
  count,
})
const rules = {
  ties: ['less-time' as const, 'shared' as const],
  awards: { ...usualRules.awards, tiers: [tier('first', 1), tier('second', 1)], cut: 'all' as const },
}
const result = (score: number, durationMs = 1000) => ({
  score,
  durationMs,
  correct: score / 5,
  finishedAt: 0,
  attempts: 1,
  lot: durationMs,
})
const person = (accountId: number, before: number, after: number) => ({
  accountId,
  before: result(before, accountId),
  after: result(after, accountId),
})

describe('what a regrade does to the ranking', () => {
  it('says who moves and who gains or loses an award', () => {
    const moves = movesBetween(rules, [person(1, 90, 90), person(2, 80, 80), person(3, 75, 85), person(4, 10, 10)], 10)
    expect(moves).toMatchObject({ people: 4, gained: 1, lost: 0, mostGained: 10, mostLost: 0, up: 1, down: 1 })
    expect(moves.awards).toEqual([
      { accountId: 3, before: { score: 75, rank: 3, tier: null }, after: { score: 85, rank: 2, tier: 'second' } },
      { accountId: 2, before: { score: 80, rank: 2, tier: 'second' }, after: { score: 80, rank: 3, tier: null } },
    ])
    expect(moves.movers.map(move => move.accountId)).toEqual([3, 2])
  })

  it('names no more movers than asked for, the largest steps first', () => {
    const people = Array.from({ length: 20 }, (_, i) => person(i + 1, 100 - i, i === 19 ? 200 : 100 - i))
    const moves = movesBetween(rules, people, 1)
    expect(moves.movers).toEqual([expect.objectContaining({ accountId: 20 })])
    expect(moves).toMatchObject({ up: 1, down: 19 })
  })

  it('says nothing of ranks for those who were on no board before', () => {
    const moves = movesBetween(rules, [{ accountId: 1, before: null, after: result(5) }], 10)
    expect(moves).toMatchObject({ gained: 1, up: 0, movers: [] })
    expect(moves.awards).toEqual([{ accountId: 1, before: null, after: { score: 5, rank: 1, tier: 'first' } }])
  })
})
