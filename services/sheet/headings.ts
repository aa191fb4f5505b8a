/** Columns of a sheet, to be told what they hold. */
import { createHash } from 'node:crypto'
import { headingsSaid, likelyHeadings, targetOf } from '#core/bank/columns'
import { guessColumns } from '#core/bank/headless'
import type { ColumnMapping } from '#core/bank/mapping'
import { letters, type Row, type Sheet } from '#core/bank/sheet'

export interface ForeignHeadings {
  sheet: string
  /** Of the heading row; without one, of the first question. */
  hash: string
  /** The first row is taken for a question. */
  headless: boolean
  columns: {
    column: number
    letter: string
    /** What stands in the first row. */
    heading: string
    /** From the rows below it. */
    samples: string[]
    target: ColumnMapping[string] | null
  }[]
}

export const headingsHash = (headings: string): string => createHash('sha256').update(headings).digest('base64url')

/** Of the first sheet that could hold a table. */
export function foreignHeadings(sheets: readonly Sheet[]): ForeignHeadings | null {
  for (const sheet of sheets) {
    const row = likelyHeadings(sheet)
    if (row) return headingsIn(sheet, row, false)
  }
  return null
}

const shownSamples = 3

/** @param row the heading row, or the first question: of one that names nothing, the cells below may tell */
export function headingsIn(sheet: Sheet, row: Row, headless: boolean): ForeignHeadings {
  const at = sheet.rows.indexOf(row)
  const below = sheet.rows.slice(at + 1, at + 50)
  const named = headless ? new Map<number, ColumnMapping[string]>() : targetsIn(row)
  const targets = named.size > 0 ? named : guessed(headless ? [row, ...below] : below)
  return {
    sheet: sheet.name,
    hash: headingsHash(headingsSaid(row)),
    headless,
    columns: row.cells.map((heading, column) => {
      const samples = below.map(one => one.cells[column]?.trim().slice(0, 60) ?? '').filter(Boolean)
      return {
        column,
        letter: letters(column),
        heading: heading.trim().slice(0, 60),
        samples: samples.slice(0, shownSamples),
        target: targets.get(column) ?? null,
      }
    }),
  }
}

/** The first column of a name counts. */
function targetsIn(row: Row): Map<number, ColumnMapping[string]> {
  const byTarget = new Map<ColumnMapping[string], number>()
  for (const [column, heading] of row.cells.entries()) {
    const target = targetOf(heading)
    if (target && !byTarget.has(target)) byTarget.set(target, column)
  }
  return new Map([...byTarget].map(([target, column]) => [column, target]))
}

const guessed = (rows: readonly Row[]): Map<number, ColumnMapping[string]> =>
  new Map(Object.entries(guessColumns(rows)?.columns ?? {}).map(([column, target]) => [Number(column), target]))
