/** Rows of an uploaded sheet → question drafts and problems. What is stored is exactly what has no error. */
import type { LocalText } from '../locale.ts'
import type { QuestionDraft } from '../question/question.ts'
import { type RowReader, readerOf } from './cells.ts'
import { findHeader, type Header } from './columns.ts'
import { draftFrom } from './draft.ts'
import { type Problem, severityOf } from './problem.ts'
import { address, type Row, type Sheet } from './sheet.ts'
import { normalText } from './value.ts'

/** What the installation knows, for columns that refer to it. */
export interface Known {
  chapters: readonly { number: number; name: LocalText }[]
  entries: ReadonlyMap<string, { chapter: number }>
}

export interface PlacedDraft {
  sheet: string
  row: number
  draft: QuestionDraft
}

export interface Reading {
  /** Rows below the headings that are not empty. */
  rowsIn: number
  drafts: PlacedDraft[]
  problems: Problem[]
}

/** @returns null when no sheet has headings for question and answer; sheets without headings are left out */
export function readSheets(sheets: readonly Sheet[], known: Known): Reading | null {
  const headed = sheets.flatMap(sheet => {
    const header = findHeader(sheet)
    return header ? [{ sheet, header }] : []
  })
  if (headed.length === 0) return null
  const reading: Reading = { rowsIn: 0, drafts: [], problems: [] }
  const seen: Seen = { questions: new Map(), ids: new Map() }
  for (const { sheet, header } of headed) {
    reading.problems.push(...repeatedHeadings(sheet, header))
    const formulas = formulasByRow(sheet)
    for (const row of dataRows(sheet, header, formulas)) {
      reading.rowsIn++
      const cells = readerOf(sheet, header.columns, row)
      const draft = draftFrom(cells, known)
      if (draft) noteTwins(cells, draft, seen, headed.length > 1)
      complainOfFormulas(cells, formulas)
      reading.problems.push(...cells.problems)
      const good = cells.problems.every(problem => problem.severity === 'warning')
      if (draft && good) reading.drafts.push({ sheet: sheet.name, row: row.number, draft })
    }
  }
  return reading
}

const formulasByRow = (sheet: Sheet): Map<number, string[]> =>
  Map.groupBy(sheet.formulas, place => Number(place.replace(/^[A-Z]+/, '')))

const dataRows = (sheet: Sheet, header: Header, formulas: Map<number, string[]>): Row[] =>
  sheet.rows.slice(header.at + 1).filter(row => row.cells.some(cell => cell.trim() !== '') || formulas.has(row.number))

const repeatedHeadings = (sheet: Sheet, header: Header): Problem[] =>
  header.repeated.map(({ column, heading }) => {
    const row = sheet.rows[header.at]?.number ?? 1
    const code = 'column-twice'
    return { severity: severityOf(code), sheet: sheet.name, cell: address(column, row), row, code, data: { heading } }
  })

/** A formula may show one thing here and another there: its value is not taken. */
function complainOfFormulas(cells: RowReader, formulas: Map<number, string[]>): void {
  const code = 'formula'
  for (const cell of formulas.get(cells.row) ?? [])
    cells.problems.unshift({ severity: severityOf(code), sheet: cells.sheet, cell, row: cells.row, code, data: {} })
}

interface Seen {
  questions: Map<string, string>
  ids: Map<string, string>
}

/** The same question twice, or the same id twice: the first row counts. */
function noteTwins(cells: RowReader, draft: QuestionDraft, seen: Seen, severalSheets: boolean): void {
  const here = severalSheets ? `${cells.sheet}!${cells.row}` : `${cells.row}`
  const { scenario, stem, options } = draft.face
  const text = [scenario?.zh ?? '', stem.zh, ...options.map(option => normalText(option.zh)).sort()]
    .map(normalText)
    .join('|')
  const twin = seen.questions.get(text)
  if (twin) cells.complain('duplicate', 'stem', { row: twin })
  else seen.questions.set(text, here)
  const given = cells.said('id')
  // A row without an id of its own is named by its place, which no written id can equal.
  draft.externalId = given || `#${here}`
  const holder = seen.ids.get(draft.externalId)
  if (holder) cells.complain('id-twice', 'id', { id: given, row: holder })
  else seen.ids.set(draft.externalId, here)
}
