/** Tables as files that spreadsheet programs open: workbooks with drop-downs and marked cells, and CSV. */
import { stringify } from 'csv-stringify/sync'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { csvCell } from '#core/bank/csv-cell'
import { escapeXml } from '#core/bank/markup'
import { letters, sheetLimits } from '#core/bank/sheet'

export interface OutgoingFile {
  name: string
  type: string
  bytes: Buffer
}

export const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  text: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  zip: 'application/zip',
} as const

/** What a column may hold: a short list, or the cells of another sheet below its heading. */
type Choice = { column: number } & (
  | { values: readonly string[] }
  | { from: { sheet: string; column: number; rows: number } }
)

export interface OutgoingSheet {
  name: string
  /** The first row is the heading. */
  rows: readonly (readonly string[])[]
  widths: readonly number[]
  choices?: readonly Choice[]
  /** Cells to be seen: 'row column' from 0, the heading being row 0. */
  marked?: ReadonlySet<string>
}

const markColour = '#FFE3DC'

export async function workbookBytes(sheets: readonly OutgoingSheet[]): Promise<Buffer> {
  const written = await writeExcelFile(
    sheets.map(sheet => ({
      data: dataOf(sheet),
      sheet: sheet.name.slice(0, 31),
      columns: sheet.widths.map(width => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBuffer()
  return sheets.some(sheet => sheet.choices) ? withChoices(written, sheets) : written
}

/** Typed as text, all of it: 5.10 stays 5.10, and no cell is a formula. */
const dataOf = ({ rows, marked }: OutgoingSheet): SheetData =>
  rows.map((cells, row) =>
    cells.map((value, column) => {
      if (value === '' && !marked?.has(`${row} ${column}`)) return null
      return {
        type: String,
        value: writable(value),
        wrap: true,
        ...(row === 0 && { fontWeight: 'bold' as const }),
        ...(marked?.has(`${row} ${column}`) && { backgroundColor: markColour }),
      }
    }),
  )

/** What spells _x000D_ would be read as a control character: its own underline is spelt out. */
const writable = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

/** The library writes no drop-downs: they stand right after a sheet's data. */
function withChoices(bytes: Buffer, sheets: readonly OutgoingSheet[]): Buffer {
  const parts = unzipSync(bytes)
  for (const [at, { choices }] of sheets.entries()) {
    const name = `xl/worksheets/sheet${at + 1}.xml`
    const part = parts[name]
    if (!choices || !part) continue
    const rules = choices.map(ruleOf).join('')
    const written = `</sheetData><dataValidations count="${choices.length}">${rules}</dataValidations>`
    parts[name] = strToU8(strFromU8(part).replace('</sheetData>', written))
  }
  return Buffer.from(zipSync(parts))
}

function ruleOf(choice: Choice): string {
  const column = letters(choice.column)
  const formula = 'values' in choice ? `"${choice.values.join(',')}"` : rangeOf(choice.from)
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${column}2:${column}${sheetLimits.rows}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`
}

const rangeOf = ({ sheet, column, rows }: { sheet: string; column: number; rows: number }): string =>
  `'${sheet}'!$${letters(column)}$2:$${letters(column)}$${rows + 1}`

export const csvBytes = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(
    stringify(
      rows.map(cells => cells.map(csvCell)),
      { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
    ),
  )
