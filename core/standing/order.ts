/** The order of a board spelled out in bytes, so that a database finds a place in it without knowing the rules. */
import type { Result, Tie } from './rank.ts'

interface Piece {
  width: number
  of(result: Result): number
}

/** What stands higher has the smaller number; widths in bytes hold the largest value of their kind. */
const mostScore = 2 ** 32 - 1
const score: Piece = { width: 4, of: result => mostScore - result.score }
const pieces: Record<Exclude<Tie, 'shared'>, Piece> = {
  'more-correct': { width: 4, of: result => mostScore - result.correct },
  'less-time': { width: 6, of: result => result.durationMs },
  'earlier-finish': { width: 6, of: result => result.finishedAt },
  'fewer-attempts': { width: 3, of: result => result.attempts },
  lot: { width: 6, of: result => result.lot },
}

/** Where nothing decides any more, lists still need an order: less time, then earlier, then the older account. */
const listed = ['less-time', 'earlier-finish'] as const

/** The ties that decide: those before 'shared'. */
function deciding(ties: readonly Tie[]): Exclude<Tie, 'shared'>[] {
  const until = ties.indexOf('shared')
  return (until < 0 ? ties : ties.slice(0, until)).flatMap(tie => (tie === 'shared' ? [] : [tie]))
}

/** @returns bytes that compare as the results stand; no two people of a contest have the same */
export function orderKey(result: Result, ties: readonly Tie[], accountId: number): Buffer {
  const decided = deciding(ties)
  const rest = listed.filter(tie => !decided.includes(tie))
  const account: Piece = { width: 4, of: () => accountId }
  return spelled([score, ...[...decided, ...rest].map(tie => pieces[tie]), account], result)
}

/** The part of a key that ranks: people with the same one share a rank, and all keys before it stand higher. */
export const rankPart = (key: Buffer, ties: readonly Tie[]): Buffer => key.subarray(0, rankWidth(ties))

/** How many bytes of a key rank. */
export const rankWidth = (ties: readonly Tie[]): number =>
  deciding(ties).reduce((sum, tie) => sum + pieces[tie].width, score.width)

function spelled(parts: Piece[], result: Result): Buffer {
  const bytes = Buffer.alloc(parts.reduce((sum, part) => sum + part.width, 0))
  let at = 0
  for (const part of parts) at = bytes.writeUIntBE(part.of(result), at, part.width)
  return bytes
}
