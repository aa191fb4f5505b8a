/** Text in a table that a spreadsheet program will open. */

/** What makes a program take text for a formula: its signs, their full-width forms, and what it skips before them. */
const formulaStart = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/

/** Puts an apostrophe before text that a spreadsheet program would run; a phone number stays as it is. */
export const safeCell = (text: string): string => (formulaStart.test(text) ? `'${text}` : text)
