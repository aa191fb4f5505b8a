/**
 * Wilson's interval for a share: honest with few cases, and never below nothing or above all.
 * (E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927.)
 */
const z = 1.96

/** @returns between what the true share lies in 95 of 100 cases, from 0 to 1 */
export function interval(hits: number, cases: number): { low: number; high: number } {
  if (cases === 0) return { low: 0, high: 1 }
  const share = hits / cases
  const scale = 1 + z ** 2 / cases
  const middle = share + z ** 2 / (2 * cases)
  const reach = z * Math.sqrt((share * (1 - share)) / cases + z ** 2 / (4 * cases ** 2))
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) }
}
