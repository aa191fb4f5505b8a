/** CSV as spreadsheet programs save it: with comma, semicolon or tab. */
import { CsvError, parse } from 'csv-parse/sync'
import { fromCsvCell } from '#core/bank/csv-cell'
import { address, type Row, type Sheet, sheetLimits } from '#core/bank/sheet'
import { refuse } from './refused.ts'

const delimiters = [',', ';', '\t']

/** @param name shown as the sheet's name in places ('题库.csv!D17') @returns one sheet; throws Refused */
export function readCsv(written: string, name: string): Sheet {
  const { text, delimiter } = withDelimiter(written)
  count(text, delimiter)
  const records = parseRecords(text, delimiter)
  if (records.length > sheetLimits.rows + 10) refuse('file-too-complex', { rows: records.length })
  const rows = records.map((cells, at): Row => ({ number: at + 1, cells: cells.map(fromCsvCell) }))
  for (const row of rows) checkRow(row, name)
  return { name, rows, formulas: [] }
}

/** The one that splits the first lines most; a first line 'sep=;' says it itself. */
function withDelimiter(text: string): { text: string; delimiter: string } {
  const [declared, said] = /^sep=([,;\t])\n/i.exec(text) ?? []
  if (declared && said) return { text: `\n${text.slice(declared.length)}`, delimiter: said }
  const start = text.slice(0, 4000).replace(/"[^"]*"/g, '')
  const counts = delimiters.map(delimiter => start.split(delimiter).length)
  return { text, delimiter: delimiters[counts.indexOf(Math.max(...counts))] ?? ',' }
}

/** Spreadsheet programs may write hundreds of empty columns, and export 37 of them for 20,000 questions. */
const mostSeparators = { record: 1024, all: 1_500_000 }

/** Looked at before it is taken apart: lists of millions of empty cells are memory first, and refused only then. */
function count(text: string, delimiter: string): void {
  const seen = { records: 1, here: 0, all: 0 }
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') quoted = !quoted
    else if (quoted) continue
    else if (sign === '\n') {
      seen.here = 0
      if (++seen.records > sheetLimits.rows + 11) refuse('file-too-complex', { rows: seen.records })
    } else if (sign === delimiter && (++seen.here > mostSeparators.record || ++seen.all > mostSeparators.all))
      refuse('file-too-complex', { row: seen.records })
  }
}

function parseRecords(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: '\n',
      max_record_size: sheetLimits.columns * sheetLimits.characters,
      to: sheetLimits.rows + 11,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines } = error
    return refuse(error.code === 'CSV_MAX_RECORD_SIZE' ? 'file-too-complex' : 'file-broken', { row: Number(lines) })
  }
}

function checkRow(row: Row, sheet: string): void {
  const last = row.cells.findLastIndex(cell => cell !== '')
  if (last >= sheetLimits.columns) refuse('file-too-complex', { sheet, cell: address(last, row.number) })
  const long = row.cells.findIndex(cell => cell.length > sheetLimits.characters)
  if (long >= 0) refuse('file-text-long', { sheet, cell: address(long, row.number) })
}
