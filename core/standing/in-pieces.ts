/** Sorting many things while others wait for their turn. */

/** Sorted in one go: a few milliseconds. */
const atOnce = 4000

/**
 * The order that `sort` gives, equals in the order in which they came.
 * @param pause awaited between pieces of some milliseconds
 */
export async function sortedInPieces<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  pause: () => Promise<void>,
): Promise<T[]> {
  let runs: T[][] = []
  for (let from = 0; from < items.length; from += atOnce) {
    runs.push(items.slice(from, from + atOnce).sort(compare))
    await pause()
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let i = 0; i < runs.length; i += 2) {
      merged.push(await mergedInPieces(runs[i] as T[], runs[i + 1] ?? [], compare, pause))
    }
    runs = merged
  }
  return runs[0] ?? []
}

async function mergedInPieces<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
  pause: () => Promise<void>,
): Promise<T[]> {
  const all: T[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    all.push(compare(a[i] as T, b[j] as T) <= 0 ? (a[i++] as T) : (b[j++] as T))
    if (all.length % (4 * atOnce) === 0) await pause()
  }
  for (const rest of [a.slice(i), b.slice(j)]) for (const one of rest) all.push(one)
  return all
}
