/** Days are calendar days in Asia/Shanghai, which has had no daylight saving time since 1991: UTC+8, always. */
const offset = 8 * 60 * 60 * 1000
export const dayMs = 24 * 60 * 60 * 1000

/** @param instant epoch milliseconds @returns 'YYYY-MM-DD' in Shanghai */
export const dayOf = (instant: number): string => new Date(instant + offset).toISOString().slice(0, 10)

/** @param day 'YYYY-MM-DD' @returns the instant at which it begins in Shanghai */
export const startOfDay = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)
