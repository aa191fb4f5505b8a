/** Pearson's correlation of two rows of equal length; 0 when one of them does not vary. */
export function correlation(xs: readonly number[], ys: readonly number[]): number {
  const [meanX, meanY] = [meanOf(xs), meanOf(ys)]
  let [both, ownX, ownY] = [0, 0, 0]
  for (const [i, x] of xs.entries()) {
    const y = ys[i] as number
    both += (x - meanX) * (y - meanY)
    ownX += (x - meanX) ** 2
    ownY += (y - meanY) ** 2
  }
  return ownX === 0 || ownY === 0 ? 0 : both / Math.sqrt(ownX * ownY)
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
