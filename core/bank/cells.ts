/** One row with its columns: cells by what they hold, problems with their place. */
import type { LocalText } from '../locale.ts'
import { withoutLetters } from './answer.ts'
import type { Columns, Field } from './columns.ts'
import { type Problem, type ProblemCode, type ProblemData, severityOf } from './problem.ts'
import { address, type Row, type Sheet } from './sheet.ts'
import { plain } from './value.ts'

export interface RowReader {
  sheet: string
  row: number
  problems: Problem[]
  /** What the cell says, cleaned; '' when empty or without column. */
  said(field: Field): string
  text(field: Field): LocalText
  /** Options A to H as given, gaps included, trailing empties left off. */
  options(): LocalText[]
  /** Notes a problem in a field's cell; without such a column, in the row's first cell. */
  complain(code: ProblemCode, where: Field | { option: number }, data?: ProblemData): void
  has(field: Field): boolean
  /** The set came whole: chapters and entries are kept as they are. */
  whole: boolean
}

/** A problem with its place. @param column from 0 */
export function problemAt(
  sheet: Sheet,
  column: number,
  row: number,
  code: ProblemCode,
  data: ProblemData = {},
): Problem {
  const cell = sheet.lines ? `${row}` : address(column, row)
  return { severity: severityOf(code), sheet: sheet.name, cell, row, column, code, data }
}

export function readerOf(sheet: Sheet, columns: Columns, row: Row): RowReader {
  const problems: Problem[] = []
  const cell = (column: number | undefined) => plain(column === undefined ? '' : (row.cells[column] ?? ''))
  const columnOf = (where: Field | { option: number }) =>
    (typeof where === 'string' ? columns.fields.get(where) : columns.options.get(where.option)) ?? 0
  return {
    sheet: sheet.name,
    row: row.number,
    problems,
    whole: sheet.whole === true,
    has: field => columns.fields.has(field),
    said: field => cell(columns.fields.get(field)),
    text: field => ({ zh: cell(columns.fields.get(field)), en: cell(columns.english.get(field)) }),
    options() {
      const most = Math.max(-1, ...columns.options.keys()) + 1
      const given = (known: Map<number, number>) => {
        const texts = Array.from({ length: most }, (_, option) => cell(known.get(option)))
        return sheet.whole ? texts : withoutLetters(texts)
      }
      const [zh, en] = [given(columns.options), given(columns.englishOptions)]
      const all = zh.map((text, option) => ({ zh: text, en: en[option] ?? '' }))
      return all.slice(0, all.findLastIndex(option => option.zh !== '') + 1)
    },
    complain(code, where, data = {}) {
      problems.push(problemAt(sheet, columnOf(where), row.number, code, data))
    },
  }
}
