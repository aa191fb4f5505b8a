/** A countdown that follows the server: the page's wall clock is never asked. All times in ms. */

/**
 * Bounds of (server clock − page's monotonic clock). The server wrote its `serverNow` somewhere between the
 * request's leaving and the answer's coming, which bounds the difference; every answer narrows it.
 */
export interface Sync {
  low: number
  high: number
}

export const syncFrom = (serverNow: number, sentAt: number, receivedAt: number): Sync => ({
  low: serverNow - receivedAt,
  high: serverNow - sentAt,
})

/** Bounds that contradict each other mean the monotonic clock stood still (a sleeping phone): the newer ones hold. */
export function narrowed(known: Sync, fresh: Sync): Sync {
  const low = Math.max(known.low, fresh.low)
  const high = Math.min(known.high, fresh.high)
  return low <= high ? { low, high } : fresh
}

/** Time left, never negative. The middle of the bounds is the best guess. */
export const remaining = (deadlineAt: number, sync: Sync, monotonicNow: number): number =>
  Math.max(0, deadlineAt - monotonicNow - (sync.low + sync.high) / 2)

/** '9:05', '1:00:00'. A begun second counts as a whole one, so 0:00 is shown when it is over and not before. */
export function figures(left: number): string {
  const { hours, minutes, seconds } = partsOf(left)
  const two = (n: number) => String(n).padStart(2, '0')
  return hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}

/** @param left ms @returns whole parts of the begun seconds */
export function partsOf(left: number): { hours: number; minutes: number; seconds: number } {
  const all = Math.ceil(left / 1000)
  return { hours: Math.floor(all / 3600), minutes: Math.floor((all % 3600) / 60), seconds: all % 60 }
}

/** Seconds left at which the countdown speaks: ten, five, one minute and thirty seconds. */
export const spokenSeconds = [600, 300, 60, 30] as const

/** @returns the spoken mark that was passed between two looks at the clock; the lowest, if a phone slept over several */
export function passed(before: number, now: number): number | null {
  const marks = spokenSeconds.filter(mark => before > mark * 1000 && now <= mark * 1000 && now > 0)
  return marks.at(-1) ?? null
}
