/** What happens to everybody when results change: who moves, and who gains or loses an award or a place in the final. */
import type { ContestRules } from '../contest/rules.ts'
import { awardRounds, awardTiers } from '../prize/award.ts'
import { goesOn } from './final.ts'
import { sortedInPieces } from './in-pieces.ts'
import { compareResults, type Result, ranked } from './rank.ts'

export interface Before {
  accountId: number
  /** Null: none chosen. */
  track: string | null
  /** Null: nothing counts. */
  before: Result | null
  after: Result | null
}

export interface Place {
  score: number
  rank: number
  /** Id of the award's tier. */
  tier: string | null
  /** Among those who go on to the final. */
  goesOn: boolean
}

export interface Move {
  accountId: number
  before: Place | null
  after: Place | null
}

export interface Moves {
  people: number
  /** People whose score went up, or down. */
  gained: number
  lost: number
  /** Largest changes of a score. */
  mostGained: number
  mostLost: number
  /** People whose rank got better, or worse. */
  up: number
  down: number
  /** Those whose award changes, in the new order. */
  awards: Move[]
  /** Those who come among, or drop out of, those who go on to the final. */
  finals: Move[]
  /** Those whose rank changes most. */
  movers: Move[]
}

type Rules = Pick<ContestRules, 'ties' | 'awards' | 'who' | 'final'>

/**
 * @param excluded ids of those who may win nothing @param most how many movers are named
 * @param pause awaited between pieces of the work: a hundred thousand people take a good part of a second
 */
export async function movesBetween(
  rules: Rules,
  people: readonly Before[],
  excluded: ReadonlySet<number>,
  most: number,
  pause: () => Promise<void>,
): Promise<Moves> {
  const before = await placesOf(rules, people, excluded, 'before', pause)
  const after = await placesOf(rules, people, excluded, 'after', pause)
  const moves = people.map(({ accountId }): Move => {
    return { accountId, before: before.get(accountId) ?? null, after: after.get(accountId) ?? null }
  })
  const scores = moves.map(move => (move.after?.score ?? 0) - (move.before?.score ?? 0))
  const steps = (move: Move) => (move.before && move.after ? move.before.rank - move.after.rank : 0)
  const moved = moves.filter(move => steps(move) !== 0)
  return {
    people: people.length,
    gained: scores.filter(change => change > 0).length,
    lost: scores.filter(change => change < 0).length,
    mostGained: scores.reduce((max, change) => Math.max(max, change), 0),
    mostLost: scores.reduce((max, change) => Math.max(max, -change), 0),
    up: moved.filter(move => steps(move) > 0).length,
    down: moved.filter(move => steps(move) < 0).length,
    awards: moves.filter(move => (move.before?.tier ?? null) !== (move.after?.tier ?? null)).sort(byNewRank),
    finals: moves.filter(move => (move.before?.goesOn ?? false) !== (move.after?.goesOn ?? false)).sort(byNewRank),
    movers: moved.sort((a, b) => Math.abs(steps(b)) - Math.abs(steps(a)) || byNewRank(a, b)).slice(0, most),
  }
}

const byNewRank = (a: Move, b: Move): number => (a.after?.rank ?? Infinity) - (b.after?.rank ?? Infinity)

async function placesOf(
  rules: Rules,
  people: readonly Before[],
  excluded: ReadonlySet<number>,
  when: 'before' | 'after',
  pause: () => Promise<void>,
): Promise<Map<number, Place>> {
  const order = await inOrder(rules, people, when, pause)
  const tiers = new Map<number, string>()
  for (const { track, tiers: given } of awardRounds(rules)) {
    // Ranks within a track are its own.
    const standing =
      track === null
        ? order
        : ranked(
            order.filter(one => one.track === track),
            rules.ties,
          )
    for (const { id, tier } of awardTiers({ ...rules.awards, tiers: given }, standing, excluded).awarded)
      tiers.set(id, tier.id)
    await pause()
  }
  const places = new Map<number, Place>()
  for (const [i, { id, score, rank }] of order.entries()) {
    places.set(id, { score, rank, tier: tiers.get(id) ?? null, goesOn: goesOn(rules, rank) })
    if (i % peopleAtOnce === 0) await pause()
  }
  return places
}
/** Some milliseconds of work. */
const peopleAtOnce = 10_000

async function inOrder(rules: Rules, people: readonly Before[], when: 'before' | 'after', pause: () => Promise<void>) {
  const results = people.flatMap(person => {
    const result = person[when]
    return result ? [{ ...result, id: person.accountId, track: person.track }] : []
  })
  await pause()
  const order = await sortedInPieces(
    results,
    (a, b) => compareResults(a, b, rules.ties) || a.lot - b.lot || a.id - b.id,
    pause,
  )
  return ranked(order, rules.ties)
}
