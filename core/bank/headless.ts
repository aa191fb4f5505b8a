/** Sheets without headings: what their columns hold, by what stands in them. */
import { lettersOf, truthOf } from './answer.ts'
import type { ColumnMapping } from './mapping.ts'
import type { Row } from './sheet.ts'
import { kindOf, levelOf, normalText } from './value.ts'

/** What fifty rows show, more would not show better. */
const looked = 50
/** Among ten rows one may be odd: it is a row to complain of, not another kind of table. */
const enough = 0.9
/** Rows that are right as they stand, when the first of them is: the others get their problems said. */
const half = 0.5
/** Four options, unless an answer names a later one: what follows them is the explanation. */
const usualOptions = 4

interface Guess {
  columns: ColumnMapping
  /** Whether the first of the rows is a question, and most of the others: then nobody needs to be asked. */
  sure: boolean
}

/** @param rows without headings @returns null when no column looks like answers beside one that looks like questions */
export function guessColumns(rows: readonly Row[]): Guess | null {
  const written = rows.filter(row => filled(row).length > 0).slice(0, looked)
  const sample = written.filter(row => filled(row).length > 1)
  const width = Math.max(0, ...sample.map(row => row.cells.length))
  const of = Array.from({ length: width }, (_, column) => sample.map(row => row.cells[column]?.trim() ?? ''))
  const answer = answerColumn(of)
  if (answer === null) return null
  const kind = of.findIndex((cells, column) => column !== answer && mostly(cells, cell => kindOf(cell) !== null))
  const level = of.findIndex(
    (cells, at) => at > 0 && at !== answer && at !== kind && mostly(cells, cell => levelOf(cell) !== null),
  )
  const texts = of.flatMap((cells, at) => ([answer, kind, level].includes(at) || isEmpty(cells) ? [] : [at]))
  const stem = texts.find(at => mostly(of[at] ?? [], cell => normalText(cell).length >= 4 && !isNumber(cell)))
  if (stem === undefined) return null
  const { options, explanation } = optionsAfter(stem, { answer, texts, most: furthest(of[answer] ?? []) })
  const id = stem > 0 && isIds(of[0] ?? []) && ![answer, kind, level].includes(0) ? 0 : -1
  const columns: ColumnMapping = Object.fromEntries([
    [stem, 'stem'],
    [answer, 'answer'],
    ...options.map((column, option) => [column, `option ${option}`] as const),
    ...(
      [
        ['explanation', explanation],
        ['kind', kind],
        ['level', level],
        ['id', id],
      ] as const
    )
      .filter(([, column]) => column >= 0)
      .map(([field, column]) => [column, field] as const),
  ])
  const isQuestion = (row: Row) => answers(row, { stem, answer, options })
  const first = sample[0]
  return { columns, sure: first !== undefined && isQuestion(first) && share(written, isQuestion) >= half }
}

const filled = (row: Row): string[] => row.cells.filter(cell => cell.trim() !== '')
const isEmpty = (cells: readonly string[]): boolean => cells.every(cell => cell === '')
const isNumber = (cell: string): boolean => /^[\d.]+$/.test(cell)
const share = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / Math.max(1, all.length)
const mostly = (cells: readonly string[], is: (cell: string) => boolean): boolean => share(cells, is) >= enough

/** A to H, several of them, or a word of truth that is no number: 1 may be anything. */
const isAnswer = (cell: string): boolean =>
  lettersSaid(cell) > 0 || (!isNumber(cell) && truthOf(cell) !== null && normalText(cell).length <= 5)
const lettersSaid = (cell: string): number => {
  const bits = cell.length <= 20 ? (lettersOf(cell) ?? 0) : 0
  return bits < 1 << 8 ? bits : 0
}

/** Letters come before words of truth, which options may hold too; of several such columns the last. */
function answerColumn(of: readonly string[][]): number | null {
  const all = of.flatMap((cells, column) => (mostly(cells, isAnswer) ? [column] : []))
  const lettered = all.filter(column => of[column]?.some(cell => lettersSaid(cell) > 0))
  return lettered.at(-1) ?? all.at(-1) ?? null
}

/** The last option that an answer names, counted from 1. */
const furthest = (answers: readonly string[]): number =>
  Math.max(usualOptions, ...answers.map(cell => 32 - Math.clz32(lettersSaid(cell))))

/** Options stand between question and answer, or after both; what is left of the texts then explains. */
function optionsAfter(
  stem: number,
  { answer, texts, most }: { answer: number; texts: readonly number[]; most: number },
): { options: number[]; explanation: number } {
  const after = texts.filter(column => column > stem)
  const between = after.filter(column => column < answer)
  const options = (between.length > 0 ? between : after).slice(0, most)
  const explanation = after.find(column => column > Math.max(answer, stem, ...options)) ?? -1
  return { options, explanation }
}

const isIds = (cells: readonly string[]): boolean =>
  cells.every(cell => /^[\w.-]{1,24}$/.test(cell)) && new Set(cells).size === cells.length

/** Whether the row's answer names options that it has, or is a word of truth. */
function answers(row: Row, at: { stem: number; answer: number; options: readonly number[] }): boolean {
  const said = row.cells[at.answer]?.trim() ?? ''
  if (!row.cells[at.stem]?.trim()) return false
  const bits = lettersSaid(said)
  const named = at.options.filter((_, option) => bits & (1 << option))
  const isThere = named.length > 0 && bits < 1 << at.options.length
  return bits > 0 && truthOf(said) === null
    ? isThere && named.every(column => row.cells[column]?.trim())
    : isAnswer(said)
}
