/** Text in a CSV that a spreadsheet program opens, changes elsewhere, and saves again: an apostrophe keeps it text. */

/** Formulas in all their signs, and what looks like a number or a date but would come back as another text: 5.10, 007, 3-4, 1e5. */
const formula = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/
const alike = /^(?:[\d\s.,:/%¥$年月日eE+-]+|true|false)$/i
/** Comes back as it went out. */
const steady = /^(?:0|[1-9]\d{0,14})(?:\.\d{0,8}[1-9])?$/
/** January 2026 and 5 May are dates to a spreadsheet program. */
const monthNamed = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i
const isNamedDate = (text: string): boolean =>
  text.length <= 40 && /\d/.test(text) && monthNamed.test(text) && /^[a-z\d\s.,:/-]+$/i.test(text)

/** A day comes back as a day, in one form or another. */
const isoDay = /^\d{4}-\d{2}-\d{2}$/

/** What a spreadsheet program takes for a number, a date or a truth: 007, 3-4, 1e5, true. */
export const isNumberLike = (text: string): boolean => alike.test(text) && /\d|true|false/i.test(text)

function atRisk(text: string): boolean {
  if (text.startsWith("'")) return atRisk(text.slice(1))
  return formula.test(text) || isNamedDate(text) || (isNumberLike(text) && !steady.test(text) && !isoDay.test(text))
}

export const csvCell = (text: string): string => (atRisk(text) ? `'${text}` : text)

/** Takes the apostrophe off again; one that belongs to the text stays. */
export const fromCsvCell = (text: string): string =>
  text.startsWith("'") && atRisk(text.slice(1)) ? text.slice(1) : text
