/** Cells that were joined: what stands in the first of a column's cells stands for all of them. */
import { placeOf, type Sheet } from '#core/bank/sheet'
import { refuse } from './refused.ts'

/** Rows that joined cells may reach over, all together: as many as a sheet has cells. */
const most = 500_000

/**
 * Fills the rows below, as a chapter or a case that is written once for several questions. Columns beside stay empty: a
 * title over all columns is no content of theirs.
 * @param ranges 'A2:A6' @returns the same sheet
 */
export function withMerged(sheet: Sheet, ranges: readonly string[]): Sheet {
  const rows = new Map(sheet.rows.map(row => [row.number, row]))
  const last = sheet.rows.at(-1)?.number ?? 0
  let seen = 0
  for (const range of ranges) {
    const [from, to] = range.split(':').map(placeOf)
    if (!from || !to) continue
    const text = rows.get(from.row)?.cells[from.column] ?? ''
    const end = Math.min(to.row, last)
    seen += 1 + Math.max(0, end - from.row)
    if (seen > most) refuse('file-too-complex', { sheet: sheet.name, cell: range })
    if (text === '') continue
    for (let number = from.row + 1; number <= end; number++) {
      const cells = rows.get(number)?.cells
      if (!cells) continue
      while (cells.length <= from.column) cells.push('')
      cells[from.column] ||= text
    }
  }
  return sheet
}
