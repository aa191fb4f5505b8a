/** Whether counts are as they should be: Pearson's test. */

/**
 * @param counts how often each thing happened @param weights how often it should, relative to the others; equal without
 * @returns the statistic, and the probability of one as large by chance alone
 */
export function chiSquare(
  counts: readonly number[],
  weights: readonly number[] = counts.map(() => 1),
): { statistic: number; p: number } {
  const [total, whole] = [counts, weights].map(values => values.reduce((sum, value) => sum + value, 0)) as [
    number,
    number,
  ]
  const statistic = counts.reduce((sum, count, i) => {
    const expected = (total * (weights[i] as number)) / whole
    return sum + (count - expected) ** 2 / expected
  }, 0)
  return { statistic, p: 1 - lowerGamma((counts.length - 1) / 2, statistic / 2) }
}

/** The regularised lower incomplete gamma function, by its series; exact enough for p down to 1e-10. */
function lowerGamma(a: number, x: number): number {
  if (x === 0) return 0
  let term = 1 / a
  let sum = term
  for (let n = 1; n < 10_000 && term > sum * 1e-15; n++) {
    term *= x / (a + n)
    sum += term
  }
  return Math.min(1, sum * Math.exp(a * Math.log(x) - x - logGamma(a)))
}

/** Stirling's series, after moving up to where it is exact to twelve digits. */
function logGamma(z: number): number {
  let shift = 0
  let y = z
  while (y < 10) shift -= Math.log(y++)
  return shift + (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * y) - 1 / (360 * y ** 3)
}
