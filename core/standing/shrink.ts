/**
 * Values of places with few people move towards the mean of all, because much of what they show is chance: empirical
 * Bayes, with the spread between places by DerSimonian and Laird (1986). docs/decisions tells why.
 */
export interface Measured {
  value: number
  /** Of the value, if nothing but chance moved it. */
  variance: number
}

/** @returns for each value what it most likely stands for, and how uncertain that is */
export function shrunk(measured: readonly Measured[]): Measured[] {
  const between = spreadBetween(measured)
  const middle = weightedMean(measured, ({ variance }) => 1 / (variance + between || 1))
  return measured.map(({ value, variance }) => {
    const kept = between + variance === 0 ? 1 : between / (between + variance)
    return { value: middle + kept * (value - middle), variance: kept * variance }
  })
}

/** Variance of what the places truly are; 0 when chance explains all differences. */
function spreadBetween(measured: readonly Measured[]): number {
  if (measured.length < 2) return 0
  // A place without chance in it would outweigh all others: then values are what they are.
  if (measured.some(({ variance }) => variance === 0)) {
    const middle = weightedMean(measured, () => 1)
    return measured.reduce((sum, { value }) => sum + (value - middle) ** 2, 0) / (measured.length - 1)
  }
  const weight = ({ variance }: Measured) => 1 / variance
  const middle = weightedMean(measured, weight)
  const [weights, squares, distance] = measured.reduce(
    ([w, s, d], one) => [w + weight(one), s + weight(one) ** 2, d + weight(one) * (one.value - middle) ** 2],
    [0, 0, 0],
  ) as [number, number, number]
  return Math.max(0, (distance - (measured.length - 1)) / (weights - squares / weights))
}

function weightedMean(measured: readonly Measured[], weight: (one: Measured) => number): number {
  const all = measured.reduce((sum, one) => sum + weight(one), 0)
  return all === 0 ? 0 : measured.reduce((sum, one) => sum + weight(one) * one.value, 0) / all
}
