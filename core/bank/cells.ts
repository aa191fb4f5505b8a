/** One row with its columns: cells by what they hold, problems with their place. */
import type { LocalText } from '../locale.ts'
import { truthOf, withLetters, withoutLetters } from './answer.ts'
import type { Columns, Field } from './columns.ts'
import { optionsOfCell, ownOptionsIn } from './own-options.ts'
import { type Problem, type ProblemCode, type ProblemData, severityOf } from './problem.ts'
import { address, daysTo1904, type Row, type Sheet } from './sheet.ts'
import { plain } from './value.ts'

export interface RowReader {
  sheet: string
  row: number
  problems: Problem[]
  /** What the cell says, cleaned; '' when empty or without column. */
  said(field: Field): string
  text(field: Field): LocalText
  /** The question, without options that stand below it. */
  stem(): LocalText
  /** As given, gaps included, trailing empties left off. */
  options(): LocalText[]
  /** With letters for ①, unless the question itself counts with such signs. */
  answer(): string
  /** Notes a problem in a field's cell; without such a column, in the row's first cell. */
  complain(code: ProblemCode, where: Field | { option: number }, data?: ProblemData): void
  has(field: Field): boolean
  /** By how many days the numbers of days here are too small. */
  daysLater: number
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
  let known: Asked | undefined
  const asked = () => {
    known ??= askedIn(sheet, columns, cell)
    return known
  }
  const columnOf = (where: Field | { option: number }) =>
    (typeof where === 'string' ? columns.fields.get(where) : columns.options.get(where.option)) ?? 0
  return {
    sheet: sheet.name,
    row: row.number,
    problems,
    daysLater: sheet.since1904 ? daysTo1904 : 0,
    whole: sheet.whole === true,
    has: field => columns.fields.has(field),
    said: field => cell(columns.fields.get(field)),
    text: field => ({ zh: cell(columns.fields.get(field)), en: cell(columns.english.get(field)) }),
    stem: () => asked().stem,
    options: () => asked().options,
    answer() {
      const written = cell(columns.fields.get('answer'))
      return /[①-⑳]/.test(asked().stem.zh) ? written : withLetters(written)
    },
    complain(code, where, data = {}) {
      problems.push(problemAt(sheet, columnOf(where), row.number, code, data))
    },
  }
}

interface Asked {
  stem: LocalText
  options: LocalText[]
}

/** Options stand in columns of their own, all in one, or below the question; only the first of these counts. */
function askedIn(sheet: Sheet, columns: Columns, cell: (column: number | undefined) => string): Asked {
  const { fields, english } = columns
  const stem = { zh: cell(fields.get('stem')), en: cell(english.get('stem')) }
  const given = optionsGiven(sheet, columns, cell)
  if (given.length > 0 || sheet.whole) return { stem, options: given }
  const [zh, en] = [optionsOfCell(cell(fields.get('options'))), optionsOfCell(cell(english.get('options')))]
  if (zh.length > 0) return { stem, options: together(zh, en) }
  const own = ownOptionsIn(stem.zh)
  // 下列说法①……②……是否正确？对: these are no options.
  const answer = cell(fields.get('answer'))
  if (!own || (truthOf(answer) !== null && !own.options.every(option => truthOf(option) !== null)))
    return { stem, options: [] }
  const ownEn = ownOptionsIn(stem.en)
  return {
    stem: { zh: own.before, en: ownEn?.before ?? stem.en },
    options: together(own.options, ownEn?.options ?? []),
  }
}

const together = (zh: readonly string[], en: readonly string[]): LocalText[] =>
  zh.map((text, option) => ({ zh: text, en: en[option] ?? '' }))

function optionsGiven(sheet: Sheet, columns: Columns, cell: (column: number | undefined) => string): LocalText[] {
  const most = Math.max(-1, ...columns.options.keys()) + 1
  const given = (known: Map<number, number>) => {
    const texts = Array.from({ length: most }, (_, option) => cell(known.get(option)))
    return sheet.whole ? texts : withoutLetters(texts)
  }
  const all = together(given(columns.options), given(columns.englishOptions))
  return all.slice(0, all.findLastIndex(option => option.zh !== '') + 1)
}
