/** Who gets a ranked award. */
import type { ContestRules } from '../contest/rules.ts'
import type { LocalText } from '../locale.ts'

export type Tier = ContestRules['awards']['tiers'][number]
type AwardRules = Pick<ContestRules['awards'], 'tiers' | 'cut' | 'rollDown'>

/** People who are ranked and awarded together. */
export interface Round {
  /** Null: everybody. */
  track: string | null
  tiers: Tier[]
}

/** Everybody together; or, where each track has its own awards, track after track, its name before the award's. */
export function awardRounds({ awards, who }: Pick<ContestRules, 'awards' | 'who'>): Round[] {
  if (!awards.perTrack || who.tracks.length === 0) return [{ track: null, tiers: awards.tiers }]
  return who.tracks.map(track => ({
    track: track.id,
    tiers: awards.tiers.map(tier => ({ ...tier, name: within(track.name, tier.name) })),
  }))
}

const within = (track: LocalText, tier: LocalText): LocalText => ({
  zh: `${track.zh} · ${tier.zh}`,
  en: `${track.en || track.zh} · ${tier.en || tier.zh}`,
})

export interface Candidate {
  id: number
  /** Equals share one. */
  rank: number
  /** Decides among equals where the rules say so; the smaller goes first. */
  lot: number
}

export type Awarded<C> = C & { tier: Tier }

/**
 * Gives the tiers to people in the order of their ranks.
 * @param standing in ranking order @param excluded ids of those who may win nothing
 * @returns the awarded, and who would be next, in order
 */
export function awardTiers<C extends Candidate>(
  rules: AwardRules,
  standing: readonly C[],
  excluded: ReadonlySet<number>,
): { awarded: Awarded<C>[]; next: C[] } {
  const awarded: Awarded<C>[] = []
  // Without moving up, whoever is excluded still takes up the place.
  let waiting = rules.rollDown ? standing.filter(({ id }) => !excluded.has(id)) : [...standing]
  for (const tier of rules.tiers) {
    const taken = inTier(waiting, tier.count, rules.cut)
    awarded.push(...taken.map(candidate => ({ ...candidate, tier })))
    const gone = new Set(taken.map(({ id }) => id))
    waiting = waiting.filter(({ id }) => !gone.has(id))
  }
  const mayWin = ({ id }: C) => !excluded.has(id)
  return { awarded: awarded.filter(mayWin), next: waiting.filter(mayWin) }
}

/** The first `count`; what happens to equals at the cut is the rules' to say. */
function inTier<C extends Candidate>(waiting: readonly C[], count: number, cut: AwardRules['cut']): C[] {
  const last = waiting[count - 1]
  if (count === 0 || waiting.length <= count || !last || waiting[count]?.rank !== last.rank)
    return waiting.slice(0, count)
  const before = waiting.filter(({ rank }) => rank < last.rank)
  const equals = waiting.filter(({ rank }) => rank === last.rank)
  switch (cut) {
    case 'all':
      return [...before, ...equals]
    case 'none':
      return before
    case 'lot':
      return [...before, ...[...equals].sort((a, b) => a.lot - b.lot).slice(0, count - before.length)]
    default:
      return cut satisfies never
  }
}
