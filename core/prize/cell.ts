/** Text in a table that a spreadsheet program will open. */

import { isNumberLike } from '../bank/csv-cell.ts'

/** What makes a program take text for a formula: its signs, their full-width forms, and what it skips before them. */
const formulaStart = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/

/** Puts an apostrophe before text that a spreadsheet program would run; a phone number stays as it is. */
export const safeCell = (text: string): string => (formulaStart.test(text) ? `'${text}` : text)

/** A time as lists say it, which is one to every program. */
const aTime = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/

/** Phones, ID numbers and names like 007 or 3-4 would become numbers and dates: a tab before them keeps them text. */
export function textCell(text: string): string {
  const safe = safeCell(text)
  return safe === text && isNumberLike(text) && !aTime.test(text) ? `\t${text}` : safe
}
