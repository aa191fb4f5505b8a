/**
 * Questions that ask nearly the same as one that is there already. Comparing each with each is too slow for 10,000
 * against 10,000; only those are compared that share a rare pair of letters (prefix filter: Bayardo, Ma, Srikant,
 * "Scaling up all pairs similarity search", 2007).
 */
import { letterPairs, similarity } from './similar.ts'

/** Dice's coefficient from which a second question is likely superfluous, as in the checks of the bank. */
const tooAlike = 0.8
/** Comparisons in all: about two seconds of a small machine, whatever the file does. */
const patience = 3_000_000

interface Known<T> {
  pairs: Set<string>
  what: T
}

export interface TwinFinder<T> {
  /** The most alike of those that are known, or null; undefined once patience has run out. */
  nearest(text: string): { what: T; alike: number } | null | undefined
}

export function twinFinder<T>(known: readonly { text: string; what: T }[]): TwinFinder<T> {
  const all: Known<T>[] = known.map(({ text, what }) => ({ pairs: letterPairs(text), what }))
  const frequency = new Map<string, number>()
  for (const { pairs } of all) for (const pair of pairs) frequency.set(pair, (frequency.get(pair) ?? 0) + 1)
  const byPair = new Map<string, number[]>()
  for (const [at, { pairs }] of all.entries())
    for (const pair of rarest(pairs, frequency)) {
      const holders = byPair.get(pair)
      if (holders) holders.push(at)
      else byPair.set(pair, [at])
    }
  let left = patience
  return {
    nearest(text) {
      const pairs = letterPairs(text)
      const seen = new Set<number>()
      let best: { what: T; alike: number } | null = null
      for (const pair of rarest(pairs, frequency))
        for (const at of byPair.get(pair) ?? []) {
          if (seen.has(at)) continue
          if (left-- <= 0) return undefined
          seen.add(at)
          const one = all[at] as Known<T>
          const alike = similarity(pairs, one.pairs)
          if (alike >= tooAlike && alike > (best?.alike ?? 0)) best = { what: one.what, alike }
          if (best?.alike === 1) return best
        }
      return best
    },
  }
}

/** Two texts that are alike enough share at least one of these: all pairs but as many as they must share, less one. */
function rarest(pairs: ReadonlySet<string>, frequency: ReadonlyMap<string, number>): string[] {
  const shared = Math.ceil((tooAlike / (2 - tooAlike)) * pairs.size)
  const often = (pair: string) => frequency.get(pair) ?? 0
  // Ties in one fixed order, or two texts would take different ones of equally rare pairs.
  return [...pairs].sort((a, b) => often(a) - often(b) || (a < b ? -1 : 1)).slice(0, pairs.size - shared + 1)
}
