/** One uploaded file read whole: drafts, problems, near twins, and what goes back to be mended. Runs within a worker. */
import { createHash } from 'node:crypto'
import type { SetHead } from '#core/bank/json'
import type { SaidColumns } from '#core/bank/mapping'
import type { Problem } from '#core/bank/problem'
import { type Known, type PlacedDraft, type Reading, readSheets } from '#core/bank/rows'
import { type Row, type Sheet, sheetLimits } from '#core/bank/sheet'
import { headingsOf } from '#core/bank/table'
import { wholeProblems } from '#core/bank/whole'
import { openFile } from './formats.ts'
import { type ForeignHeadings, foreignHeadings, headingsHash, headingsIn } from './headings.ts'
import type { Format } from './opened.ts'
import { refuse } from './refused.ts'
import { type Asked, type Twin, twinsOf } from './twins.ts'

export interface Job {
  bytes: Uint8Array<ArrayBuffer>
  fileName: string
  chapters: Known['chapters']
  entries: [string, { chapter: number }][]
  /** Columns by the hash of their headings, as this account said them before. */
  mappings: [string, SaidColumns][]
  /** External id → hash of the revision in use, when a set is to be updated; else null. */
  target: [string, string][] | null
  /** What the bank asks already. */
  bank: Asked[]
}

/** Rows that are not stored, as they were, below their headings. */
export interface Rest {
  name: string
  headings: string[]
  rows: { cells: string[]; problems: Problem[] }[]
}

export interface Read {
  format: Format
  set: SetHead | null
  rowsIn: number
  problems: Problem[]
  drafts: PlacedDraft[]
  twins: Twin[]
  rest: Rest[]
  /** Headings as they were taken, to be changed; of the first sheet. */
  headings: ForeignHeadings | null
  /** Whether columns were taken as somebody said them before. */
  mapped: boolean
}

export type Progress = (stage: 'reading' | 'checking' | 'comparing', done: number, total: number) => void

/** @returns foreign headings when no column is known as question and answer; throws Refused */
export async function readUpload(
  job: Job,
  progress: Progress = () => {},
): Promise<{ read: Read } | { foreign: ForeignHeadings }> {
  progress('reading', 0, 1)
  const opened = await openFile(Buffer.from(job.bytes), job.fileName)
  progress('checking', 0, 1)
  const reading = readSheets(opened.sheets, knownFrom(job))
  if (!reading)
    return { foreign: foreignHeadings(opened.sheets.filter(({ hidden }) => !hidden)) ?? refuse('file-columns') }
  if (reading.rowsIn === 0) refuse('file-empty')
  if (reading.rowsIn > sheetLimits.rows) refuse('file-too-complex', { rows: reading.rowsIn })
  const { twins, problems } = twinsOf(reading, job, (done, total) => progress('comparing', done, total))
  const all = [...reading.problems, ...wholeProblems(reading), ...problems]
  const isTable = opened.format === 'xlsx' || opened.format === 'csv'
  const [first] = reading.tables
  return {
    read: {
      format: opened.format,
      set: opened.set,
      rowsIn: reading.rowsIn,
      problems: all.toSorted((a, b) => a.severity.localeCompare(b.severity)),
      drafts: reading.drafts,
      twins,
      rest: restOf(reading),
      headings: isTable && first ? headingsTaken(first) : null,
      mapped: reading.tables.some(({ header }) => header.mapped),
    },
  }
}

/** Columns as they were taken, so that they can be changed. */
function headingsTaken({ sheet, header }: Reading['tables'][number]): ForeignHeadings {
  const row = sheet.rows[header.headless ? header.at + 1 : header.at] as Row
  return headingsIn(sheet, row, header.headless)
}

function knownFrom(job: Job): Known {
  const mappings = new Map(job.mappings)
  const hash = createHash('sha256').update(job.bytes).digest('hex')
  return {
    chapters: job.chapters,
    entries: new Map(job.entries),
    mappingOf: headings => mappings.get(headingsHash(headings)),
    // In a set that is there already, row 12 of another file must not be taken for question #12.
    ...(job.target && { rowPrefix: `#${hash.slice(0, 8)}-` }),
  }
}

/** Rows with an error, with all their problems. */
function restOf({ tables, problems }: Reading): Rest[] {
  const bySheet = Map.groupBy(problems, problem => problem.sheet)
  return tables.flatMap(({ sheet, header }) => {
    const byRow = Map.groupBy(bySheet.get(sheet.name) ?? [], problem => problem.row)
    const rows = sheet.rows.slice(header.at + 1).flatMap(row => {
      const found = byRow.get(row.number) ?? []
      return found.some(problem => problem.severity === 'error') ? [{ cells: row.cells, problems: found }] : []
    })
    return rows.length === 0 ? [] : [{ name: sheet.name, headings: headingsAbove(sheet, header), rows }]
  })
}

/** A sheet without headings gets some, so that it needs no explaining the next time. */
const headingsAbove = (sheet: Sheet, { at, columns, headless }: Reading['tables'][number]['header']): string[] =>
  headless ? headingsOf(columns) : (sheet.rows[at]?.cells ?? [])
