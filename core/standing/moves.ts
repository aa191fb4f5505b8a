/** What happens to everybody when results change: who moves, and who gains or loses an award. */
import type { ContestRules } from '../contest/rules.ts'
import { awardTiers } from '../prize/award.ts'
import { compareResults, type Result, ranked } from './rank.ts'

export interface Before {
  accountId: number
  /** Null: nothing counts. */
  before: Result | null
  after: Result | null
}

export interface Place {
  score: number
  rank: number
  /** Id of the award's tier. */
  tier: string | null
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
  /** Those whose rank changes most. */
  movers: Move[]
}

type Rules = Pick<ContestRules, 'ties' | 'awards'>

/** @param most how many movers are named */
export function movesBetween(rules: Rules, people: readonly Before[], most: number): Moves {
  const [before, after] = [placesOf(rules, people, 'before'), placesOf(rules, people, 'after')]
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
    movers: moved.sort((a, b) => Math.abs(steps(b)) - Math.abs(steps(a)) || byNewRank(a, b)).slice(0, most),
  }
}

const byNewRank = (a: Move, b: Move): number => (a.after?.rank ?? Infinity) - (b.after?.rank ?? Infinity)

function placesOf(rules: Rules, people: readonly Before[], when: 'before' | 'after'): Map<number, Place> {
  const results = people.flatMap(person => {
    const result = person[when]
    return result ? [{ ...result, id: person.accountId }] : []
  })
  const order = ranked(
    results.sort((a, b) => compareResults(a, b, rules.ties) || a.lot - b.lot || a.id - b.id),
    rules.ties,
  )
  const tiers = new Map(awardTiers(rules.awards, order, new Set()).awarded.map(({ id, tier }) => [id, tier.id]))
  return new Map(order.map(({ id, score, rank }) => [id, { score, rank, tier: tiers.get(id) ?? null }]))
}
