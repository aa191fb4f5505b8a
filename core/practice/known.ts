/** What is known of one question and one person, as far as both the server and the browser ask it: plain, without zod. */
import { dayMs, dayOf, startOfDay } from '../day.ts'

/** Part of a card (schedule.ts). `due` is epoch milliseconds. */
export interface Known {
  due: number
  /** Whether it was ever answered wrongly. */
  wasWrong: boolean
  rightInARow: number
}

/** So often right in a row, and a question leaves the wrong-answer book. */
const enough = 2

/** Whether it stands in the wrong-answer book: once wrong, and not yet right often enough since. */
export const isMistake = (known: Known): boolean => known.wasWrong && known.rightInARow < enough

/** Whether it is due on the day (in Shanghai) of `now`, or was before. */
export const isDue = (known: Known, now: number): boolean => known.due < startOfDay(dayOf(now)) + dayMs

/** In how many days (in Shanghai) it is due; 0 when it is. */
export const daysUntil = (known: Known, now: number): number =>
  Math.max(0, Math.round((startOfDay(dayOf(known.due)) - startOfDay(dayOf(now))) / dayMs))
