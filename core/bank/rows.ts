/** Rows of an uploaded sheet → question drafts and problems. What is stored is exactly what has no error. */
import type { LocalText } from '../locale.ts'
import type { QuestionDraft } from '../question/question.ts'
import { problemAt, type RowReader, readerOf } from './cells.ts'
import { type Columns, type Field, findHeader, type Header, likelyHeadings } from './columns.ts'
import { draftFrom } from './draft.ts'
import { guessColumns } from './headless.ts'
import type { SaidColumns } from './mapping.ts'
import { sectionKind } from './pasted-line.ts'
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
  const read = new Set(found.map(({ sheet }) => sheet))
  const unread = sheets.filter(sheet => !sheet.hidden && !read.has(sheet)).flatMap(unreadProblem)
  const reading: Reading = { rowsIn: 0, drafts: [], problems: [...hidden, ...unread], tables: headed }
  const seen: Seen = { questions: new Map(), ids: new Map() }
  for (const { sheet, header } of headed) {
    reading.problems.push(...repeatedHeadings(sheet, header), ...hiddenRows(sheet, header))
    const faults = Map.groupBy(sheet.faults ?? [], fault => fault.row)
    const formulas = byRow(takenOf(header.columns, sheet.formulas))
    const days = byRow(sheet.days ?? [])
    let section = ''
    for (const row of dataRows(sheet, header, formulas)) {
      const kind = sectionIn(row)
      if (kind !== null) {
        section = kind
        continue
      }
      reading.rowsIn++
      const cells = readerOf(sheet, header.columns, row, section)
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
const unreadable = new Set<ProblemCode>(['kind-foreign', 'question-broken', 'question-twice'])

const byRow = (places: readonly string[]): Map<number, string[]> =>
  Map.groupBy(places, place => Number(place.replace(/^[A-Z]+/, '')))

function hiddenProblem({ sheet, header }: Reading['tables'][number]): Problem {
  const rows = dataRows(sheet, header, byRow(takenOf(header.columns, sheet.formulas))).length
  return problemAt(sheet, 0, sheet.rows[header.at]?.number ?? 1, 'sheet-hidden', { rows })
}

/** A sheet that is no table of questions says nothing; one that could be must not be left out in silence. */
function unreadProblem(sheet: Sheet): Problem[] {
  const first = likelyHeadings(sheet)
  const below = first ? sheet.rows.slice(sheet.rows.indexOf(first) + 1) : []
  const rows = guessColumns(below) ? below.length : first && guessColumns([first]) ? 1 : 0
  return first && rows > 0 ? [problemAt(sheet, 0, first.number, 'sheet-unread', { rows })] : []
}

function hiddenRows(sheet: Sheet, header: Header): Problem[] {
  const hidden = new Set(sheet.hiddenRows ?? [])
  const rows = hidden.size === 0 ? [] : dataRows(sheet, header, new Map()).filter(row => hidden.has(row.number))
  return rows[0] ? [problemAt(sheet, 0, rows[0].number, 'rows-hidden', { rows: rows.length })] : []
}

/**
 * A row is one when something stands in a column that is taken. Numbers that were filled in down to row 1000, notes beside the
 * table and headings that come again on each page are none.
 */
function dataRows(sheet: Sheet, header: Header, formulas: Map<number, string[]>): Row[] {
  const { fields, english, options, englishOptions } = header.columns
  const columns = [...fields, ...english].filter(([field]) => field !== 'id')
  const taken = [...columns, ...options, ...englishOptions].map(([, column]) => column)
  const headings = header.headless ? [] : taken.map(column => sheet.rows[header.at]?.cells[column])
  const isHeading = (row: Row) => headings.length > 0 && taken.every((at, one) => row.cells[at] === headings[one])
  return sheet.rows
    .slice(header.at + 1)
    .filter(row => taken.some(at => row.cells[at]?.trim()) || formulas.has(row.number))
    .filter(row => !isHeading(row))
}

/** 二、多选题 alone in its row: the kind of what follows, where no cell says it. @returns null for any other row */
function sectionIn(row: Row): string | null {
  const [only, more] = row.cells.filter(cell => cell.trim() !== '')
  return only !== undefined && more === undefined ? sectionKind(only.trim()) : null
}

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
function daysIn(columns: Columns, places: readonly string[]): number[] {
  const allowed = new Set([...columns.fields].filter(([field]) => dayColumns.has(field)).map(([, column]) => column))
  return takenOf(columns, places)
    .map(columnOf)
    .filter(column => !allowed.has(column))
}

const columnOf = (place: string): number => placeOf(place)?.column ?? 0

/** Of cells, those in columns that are taken: what is in others is nobody's concern. */
function takenOf({ fields, options, english, englishOptions }: Columns, places: readonly string[]): string[] {
  if (places.length === 0) return []
  const taken = new Set([...fields, ...options, ...english, ...englishOptions].map(([, column]) => column))
  return places.filter(place => taken.has(columnOf(place)))
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
