/**
 * How far apart the best and the worst of equals may lie by chance: Tukey's studentised range with known variances.
 * (J. W. Tukey, The problem of multiple comparisons, 1953.)
 */

/** Density of the standard normal distribution. */
const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/** Its distribution function. (Abramowitz & Stegun 26.2.17: error below 7.5e-8.) */
export function normalBelow(z: number): number {
  if (z < 0) return 1 - normalBelow(-z)
  const t = 1 / (1 + 0.2316419 * z)
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - density(z) * series
}

/** The chance that `groups` standard normal values all lie within `range` of each other. */
function rangeWithin(range: number, groups: number): number {
  const step = 0.02
  let sum = 0
  for (let z = -8; z <= 8 + range; z += step)
    sum += density(z) * (normalBelow(z) - normalBelow(z - range)) ** (groups - 1)
  return groups * sum * step
}

const known = new Map<number, number>()

/**
 * In 95 of 100 cases no two of so many equal groups differ by more than this many standard deviations of their
 * difference.
 */
export function widestByChance(groups: number): number {
  const found = known.get(groups)
  if (found !== undefined) return found
  let [low, high] = [0, 12]
  while (high - low > 1e-4) {
    const middle = (low + high) / 2
    if (rangeWithin(middle, groups) < 0.95) low = middle
    else high = middle
  }
  // The table is of single deviations; a difference of two deviates by the root of two as much.
  const widest = groups < 2 ? 0 : high / Math.SQRT2
  known.set(groups, widest)
  return widest
}
