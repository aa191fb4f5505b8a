/**
 * `npm run bench:boards`: ranks, pages, districts and finishes on boards of 1,000 to 1,000,000 people, on both
 * databases, asked as the product asks them but past its one-second copies. The last line is JSON. Other sizes may be
 * given, and `--only=sqlite` or `--only=postgres`.
 */
import { givenNumbers, onBothDatabases } from './databases.ts'

interface Figures {
  median: number
  p99: number
}
interface Measured {
  size: number
  scores: 'spread' | 'equal'
  ownRankMs: Figures
  pageMs: Figures
  regionsMs: Figures
  finishMs: Figures
}

const given = givenNumbers.length > 0 ? givenNumbers : [1000, 100_000, 1_000_000]
await onBothDatabases({ script: 'board-child.ts', given }, bySize)

/** Figures by size; those of equal scores inside. */
function bySize(measured: readonly Measured[]): Record<string, Record<string, unknown>> {
  const sizes: Record<string, Record<string, unknown>> = {}
  for (const { size, scores, ...figures } of measured)
    sizes[size] = scores === 'spread' ? { ...sizes[size], ...figures } : { ...sizes[size], equalScores: figures }
  return sizes
}
