import { describe, expect, it } from 'vitest'
import { type ContestRules, usualRules } from '../contest/rules.ts'
import { type Before, movesBetween } from './moves.ts'

const tier = (id: string, count: number) => ({
  ...(usualRules.awards.tiers[0] as (typeof usualRules.awards.tiers)[number]),
  id,
  count,
})
const rules = {
  who: usualRules.who,
  final: null,
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
  track: null,
  before: result(before, accountId),
  after: result(after, accountId),
})

const pause = async () => {}
const moved = (people: Before[], most: number, other: Partial<ContestRules> = {}, excluded: number[] = []) =>
  movesBetween({ ...rules, ...other }, people, new Set(excluded), most, pause)

describe('what a regrade does to the ranking', () => {
  it('says who moves and who gains or loses an award', async () => {
    const moves = await moved([person(1, 90, 90), person(2, 80, 80), person(3, 75, 85), person(4, 10, 10)], 10)
    expect(moves).toMatchObject({ people: 4, gained: 1, lost: 0, mostGained: 10, mostLost: 0, up: 1, down: 1 })
    expect(moves.awards).toEqual([
      {
        accountId: 3,
        before: { score: 75, rank: 3, tier: null, goesOn: false },
        after: { score: 85, rank: 2, tier: 'second', goesOn: false },
      },
      {
        accountId: 2,
        before: { score: 80, rank: 2, tier: 'second', goesOn: false },
        after: { score: 80, rank: 3, tier: null, goesOn: false },
      },
    ])
    expect(moves.movers.map(move => move.accountId)).toEqual([3, 2])
  })

  it('names no more movers than asked for, the largest steps first', async () => {
    const people = Array.from({ length: 20 }, (_, i) => person(i + 1, 100 - i, i === 19 ? 200 : 100 - i))
    const moves = await moved(people, 1)
    expect(moves.movers).toEqual([expect.objectContaining({ accountId: 20 })])
    expect(moves).toMatchObject({ up: 1, down: 19 })
  })

  it('says nothing of ranks for those who were on no board before', async () => {
    const moves = await moved([{ accountId: 1, track: null, before: null, after: result(5) }], 10)
    expect(moves).toMatchObject({ gained: 1, up: 0, movers: [] })
    expect(moves.awards).toEqual([
      { accountId: 1, before: null, after: { score: 5, rank: 1, tier: 'first', goesOn: false } },
    ])
  })

  it('gives each track its own awards where the rules say so, and none to those who may win nothing', async () => {
    const track = (id: string) => ({ id, name: { zh: id, en: '' }, fromAge: null, toAge: null })
    const apart = {
      who: { ...rules.who, tracks: [track('a'), track('b')] },
      awards: { ...rules.awards, tiers: [tier('first', 1)], perTrack: true },
    }
    const people = [
      { ...person(1, 90, 90), track: 'a' },
      { ...person(2, 80, 95), track: 'a' },
      { ...person(3, 60, 60), track: 'b' },
      { ...person(4, 50, 70), track: 'b' },
    ]
    const changed = async (excluded: number[]) =>
      (await moved(people, 10, apart, excluded)).awards.map(move => [move.accountId, move.after?.tier ?? null])
    expect(await changed([])).toEqual([
      [2, 'first'],
      [1, null],
      [4, 'first'],
      [3, null],
    ])
    expect(await changed([4])).toEqual([
      [2, 'first'],
      [1, null],
    ])
  })

  it('says who comes among those who go on to the final, and who drops out', async () => {
    const people = [person(1, 90, 90), person(2, 80, 80), person(3, 70, 85)]
    const { finals } = await moved(people, 10, { final: { first: 2, to: { kind: 'live' } } })
    expect(finals.map(({ accountId, after }) => [accountId, after?.goesOn])).toEqual([
      [3, true],
      [2, false],
    ])
  })
})
