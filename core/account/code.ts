/** Limits of sign-in by phone code. */

/** Six digits, five minutes, five tries, used once. */
export const codeLife = 5 * 60_000
export const codeTries = 5

/** Codes sent to one number at most: one a minute, five an hour, ten a day. */
export const codeLimits: readonly { within: number; most: number }[] = [
  { within: 60_000, most: 1 },
  { within: 3_600_000, most: 5 },
  { within: 86_400_000, most: 10 },
]

/** @param sent when codes went to the number before @returns whether another may go now */
export const maySend = (sent: readonly number[], now: number): boolean =>
  codeLimits.every(limit => sent.filter(at => now - at < limit.within).length < limit.most)
