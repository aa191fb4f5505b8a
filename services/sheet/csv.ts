/** CSV as spreadsheet programs save it: with comma, semicolon or tab. */
import { CsvError, parse } from 'csv-parse/sync'
import { fromCsvCell } from '#core/bank/csv-cell'
import { address, type Row, type Sheet, sheetLimits } from '#core/bank/sheet'
import { refuse } from './refused.ts'

const delimiters = [',', ';', '\t']

/** @param name shown as the sheet's name in places ('题库.csv!D17') @returns one sheet; throws Refused */
export function readCsv(written: string, name: string): Sheet {
  const { text, delimiter } = withDelimiter(written)
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
  if (long >= 0) refuse('file-too-complex', { sheet, cell: address(long, row.number) })
}
