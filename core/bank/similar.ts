/** How alike two Chinese texts are: by the pairs of neighbouring letters they share. */

/** Letters and digits only, each pair counted once. */
export function letterPairs(text: string): Set<string> {
  const plain = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < plain.length; i++) pairs.add(plain.slice(i, i + 2))
  return pairs
}

/** Dice's coefficient: 0 nothing in common, 1 the same pairs. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  // Even if all of the few were shared: the usual case, told without counting.
  if ((2 * few.size) / (a.size + b.size) < 0.5) return 0
  let shared = 0
  for (const pair of few) if (many.has(pair)) shared++
  return (2 * shared) / (a.size + b.size)
}
