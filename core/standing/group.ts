/** Districts, counties and organisations among each other. */

/** Below this, a mean says more about single people than about a place. */
export const fewestForMean = 5

export interface Group {
  participants: number
  score: number
  population: number | null
}

/** Mean score to one decimal, or null for fewer than five people. */
export const meanOf = (group: Group): number | null =>
  group.participants < fewestForMean ? null : Math.round((group.score / group.participants) * 10) / 10

/** Participants per 10,000 residents to two decimals; null without a population. */
export const rateOf = (group: Group): number | null =>
  group.population === null ? null : Math.round((group.participants / group.population) * 1_000_000) / 100

/**
 * Ranks by `measure`, larger first; equals share a rank.
 * @returns the groups in order, with ranks
 */
export function rankedBy<G>(groups: readonly G[], measure: (group: G) => number): (G & { rank: number })[] {
  const ordered = [...groups].sort((a, b) => measure(b) - measure(a))
  let rank = 0
  return ordered.map((group, i) => {
    const above = ordered[i - 1]
    if (above === undefined || measure(above) !== measure(group)) rank = i + 1
    return { ...group, rank }
  })
}
