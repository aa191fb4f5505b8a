/** Moments as organizers write them: the clock on the wall in Shanghai, to the minute ('2027-04-20T09:00'). */
const offset = 8 * 3_600_000

/** @returns epoch milliseconds, or null when it is no moment */
export function momentFrom(written: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(written)) return null
  const instant = Date.parse(`${written.slice(0, 16)}:00+08:00`)
  return Number.isNaN(instant) ? null : instant
}

/** @param instant epoch milliseconds */
export const momentOf = (instant: number): string => new Date(instant + offset).toISOString().slice(0, 16)
