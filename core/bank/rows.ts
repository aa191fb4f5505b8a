/** Rows of an uploaded sheet → question drafts and problems. What is stored is exactly what has no error. */
import type { LocalText } from '../locale.ts'
import type { QuestionDraft } from '../question/question.ts'
import { problemAt, type RowReader, readerOf } from './cells.ts'
import { type Columns, type Field, findHeader, type Header } from './columns.ts'
import { draftFrom } from './draft.ts'
import type { SaidColumns } from './mapping.ts'
import { type Problem, type ProblemCode, severityOf } from './problem.ts'
import { placeOf, type Row, type Sheet } from './sheet.ts'
import { normalText } from './value.ts'

/** What the installation knows, for columns that refer to it. */
export interface Known {
  chapters: readonly { number: number; name: LocalText }[]
  entries: ReadonlyMap<string, { chapter: number }>
  /** What the id of a row without one begins with; '#' when nothing is said. */
  rowPrefix?: string
  /** Columns as somebody said them once for these headings. */
  mappingOf?: (headings: string) => SaidColumns | undefined
}

export interface PlacedDraft {
  sheet: string
  row: number
  draft: QuestionDraft
}

export interface Reading {
  /** Rows below the headings that are not empty; without headings, all of them. */
  rowsIn: number
  drafts: PlacedDraft[]
  problems: Problem[]
  /** The sheets that were read, with their headings. */
  tables: { sheet: Sheet; header: Header & { mapped: boolean } }[]
}

/** @returns null when no sheet has headings for question and answer; sheets without headings are left out */
export function readSheets(sheets: readonly Sheet[], known: Known): Reading | null {
  const found = sheets.flatMap(sheet => {
    const header = findHeader(sheet, known.mappingOf)
    return header ? [{ sheet, header }] : []
  })
  const headed = found.filter(({ sheet }) => !sheet.hidden)
  if (headed.length === 0) return null
  const hidden = found.filter(({ sheet }) => sheet.hidden).map(hiddenProblem)
  const reading: Reading = { rowsIn: 0, drafts: [], problems: hidden, tables: headed }
  const seen: Seen = { questions: new Map(), ids: new Map() }
  for (const { sheet, header } of headed) {
    reading.problems.push(...repeatedHeadings(sheet, header))
    const faults = Map.groupBy(sheet.faults ?? [], fault => fault.row)
    const formulas = byRow(sheet.formulas)
    const days = byRow(sheet.days ?? [])
    for (const row of dataRows(sheet, header, formulas)) {
      reading.rowsIn++
      const cells = readerOf(sheet, header.columns, row)
      const draft = draftFrom(cells, known)
      if (draft) noteTwins(cells, draft, seen, headed.length > 1, known.rowPrefix ?? '#')
      const found = faults.get(row.number) ?? []
      if (found.some(fault => unreadable.has(fault.code))) cells.problems.length = 0
      for (const { code, field, data } of found) cells.complain(code, field, data)
      complainOfFormulas(cells, formulas)
      for (const column of daysIn(header.columns, days.get(row.number) ?? []))
        cells.problems.push(problemAt(sheet, column, row.number, 'cell-day', { day: row.cells[column] ?? '' }))
      reading.problems.push(...cells.problems)
      const good = cells.problems.every(problem => problem.severity === 'warning')
      if (draft && good) reading.drafts.push({ sheet: sheet.name, row: row.number, draft })
    }
  }
  return reading
}

/** Who hears that an essay cannot be asked need not hear that it has no options. */
const unreadable = new Set<ProblemCode>(['kind-foreign', 'question-broken'])

const byRow = (places: readonly string[]): Map<number, string[]> =>
  Map.groupBy(places, place => Number(place.replace(/^[A-Z]+/, '')))

function hiddenProblem({ sheet, header }: Reading['tables'][number]): Problem {
  const rows = dataRows(sheet, header, byRow(sheet.formulas)).length
  return problemAt(sheet, 0, sheet.rows[header.at]?.number ?? 1, 'sheet-hidden', { rows })
}

const dataRows = (sheet: Sheet, header: Header, formulas: Map<number, string[]>): Row[] =>
  sheet.rows.slice(header.at + 1).filter(row => row.cells.some(cell => cell.trim() !== '') || formulas.has(row.number))

const repeatedHeadings = (sheet: Sheet, { at, repeated }: Header): Problem[] =>
  repeated.map(({ column, heading }) =>
    problemAt(sheet, column, sheet.rows[at]?.number ?? 1, 'column-twice', { heading }),
  )

/** A formula may show one thing here and another there: its value is not taken. */
function complainOfFormulas(cells: RowReader, formulas: Map<number, string[]>): void {
  const code = 'formula'
  for (const cell of formulas.get(cells.row) ?? []) {
    const column = placeOf(cell)?.column ?? 0
    const place = { sheet: cells.sheet, cell, row: cells.row, column }
    cells.problems.unshift({ severity: severityOf(code), ...place, code, data: {} })
  }
}

const dayColumns = new Set<Field>(['validFrom', 'validTo', 'validity'])

/** What was typed as 3-4 is a day to the program, and nobody knows what it was before. @returns columns of texts that are days */
function daysIn({ fields, options, english, englishOptions }: Columns, places: string[]): number[] {
  if (places.length === 0) return []
  const texts = [...fields].filter(([field]) => !dayColumns.has(field))
  const taken = new Set([...texts, ...options, ...english, ...englishOptions].map(([, column]) => column))
  return places.map(place => placeOf(place)?.column ?? 0).filter(column => taken.has(column))
}

interface Seen {
  questions: Map<string, string>
  ids: Map<string, string>
}

/** The same question twice, or the same id twice: the first row counts. */
function noteTwins(
  cells: RowReader,
  draft: QuestionDraft,
  seen: Seen,
  severalSheets: boolean,
  rowPrefix: string,
): void {
  const here = severalSheets ? `${cells.sheet}!${cells.row}` : `${cells.row}`
  const { scenario, stem, options } = draft.face
  const text = [scenario?.zh ?? '', stem.zh, ...options.map(option => normalText(option.zh)).sort()]
    .map(normalText)
    .join('|')
  const twin = seen.questions.get(text)
  if (twin) cells.complain('duplicate', 'stem', { row: twin })
  else seen.questions.set(text, here)
  const given = cells.said('id')
  // A row without an id of its own is named by its place.
  draft.externalId = given || `${rowPrefix}${here}`
  const holder = seen.ids.get(draft.externalId)
  if (holder) cells.complain('id-twice', 'id', { id: draft.externalId, row: holder })
  else seen.ids.set(draft.externalId, here)
}
