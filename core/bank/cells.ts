/** One row with its columns: cells by what they hold, problems with their place. */
import type { LocalText } from '../locale.ts'
import { letterAt, truthOf, withLetters, withoutLetters } from './answer.ts'
import type { Columns, Field } from './columns.ts'
import { withoutAnswer } from './inline-answer.ts'
import { optionsOfCell, ownOptionsIn } from './own-options.ts'
import { type Problem, type ProblemCode, type ProblemData, severityOf } from './problem.ts'
import { address, daysTo1904, type Row, type Sheet } from './sheet.ts'
import { normalText, plain } from './value.ts'

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
  /** Brackets in the question that look like an answer and will be read; '' without such. */
  shown(): string
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

/** @param section the kind that a heading above says, for rows that say none */
export function readerOf(sheet: Sheet, columns: Columns, row: Row, section = ''): RowReader {
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
    said: field => cell(columns.fields.get(field)) || (field === 'kind' ? section : ''),
    text: field => ({ zh: cell(columns.fields.get(field)), en: cell(columns.english.get(field)) }),
    stem: () => asked().stem,
    options: () => asked().options,
    answer: () => answerSaid(asked(), columns.byNumber === true),
    shown: () => asked().shown,
    complain(code, where, data = {}) {
      problems.push(problemAt(sheet, columnOf(where), row.number, code, data))
    },
  }
}

/** ② is B where the question itself does not count with such signs; so is 2 where the headings of the options are numbers. */
function answerSaid({ stem, options, answer }: Asked, byNumber: boolean): string {
  const isText = options.some(({ zh }) => truthOf(zh) !== null || normalText(zh) === normalText(answer))
  if (byNumber && options.length > 0 && !isText && /^[1-9](?:[\s,，、;；]*[1-9])*$/.test(answer))
    return answer.replace(/[1-9]/g, digit => letterAt(Number(digit) - 1))
  return /[①-⑳]/.test(stem.zh) ? answer : withLetters(answer)
}

interface Asked {
  stem: LocalText
  options: LocalText[]
  answer: string
  shown: string
}

/** Options stand in columns of their own, all in one, or below the question; only the first of these counts. */
function askedIn(sheet: Sheet, columns: Columns, cell: (column: number | undefined) => string): Asked {
  const { fields, english } = columns
  const [zh, en, said] = [cell(fields.get('stem')), cell(english.get('stem')), cell(fields.get('answer'))]
  const given = optionsGiven(sheet, columns, cell)
  if (sheet.whole) return { stem: { zh, en }, options: given, answer: said, shown: '' }
  const { stem, answer, shown } = withoutAnswer(zh, said)
  const asked = { stem: { zh: stem, en: stem === zh ? en : withoutAnswer(en, answer).stem }, answer, shown }
  if (given.length > 0) return { ...asked, options: given }
  const inCell = optionsOfCell(cell(fields.get('options')))
  if (inCell.length > 0) return { ...asked, options: together(inCell, optionsOfCell(cell(english.get('options')))) }
  const own = ownOptionsIn(stem)
  // 下列说法①……②……是否正确？对: these are no options.
  if (!own || (truthOf(answer) !== null && !own.options.every(option => truthOf(option) !== null)))
    return { ...asked, options: [] }
  const ownEn = ownOptionsIn(asked.stem.en)
  return {
    ...asked,
    stem: { zh: own.before, en: ownEn?.before ?? asked.stem.en },
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
