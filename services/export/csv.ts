/**
 * A list as CSV: UTF-8 with byte order mark, CRLF. What the list is (contest, filter, time, who) stands in lines of two
 * cells behind the rows and an empty line, so that the first line is the header that programs look for.
 */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { isNumberLike } from '#core/bank/csv-cell'
import { safeCell } from '#core/prize/cell'
import type { Cell } from './rows.ts'
import type { Book } from './xlsx.ts'

export async function writeCsv(out: Writable, book: Book, pages: AsyncIterable<Cell[][]>): Promise<void> {
  const write = async (rows: Cell[][]): Promise<void> => {
    const text = stringify(
      rows.map(row => row.map(cell => (typeof cell === 'string' ? asText(cell) : cell))),
      { record_delimiter: 'windows' },
    )
    if (!out.write(text)) await once(out, 'drain')
  }
  out.write('\ufeff')
  await write([book.headings])
  for await (const rows of pages) if (rows.length > 0) await write(rows)
  await write([[], [book.about.sheet], ...book.about.lines])
}

/** What `stamp` writes is a time to every program. */
const aTime = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/

/** Phones, ID numbers and names like 007 or 3-4 would become numbers and dates: a tab before them keeps them text. */
function asText(cell: string): string {
  const safe = safeCell(cell)
  return safe === cell && isNumberLike(cell) && !aTime.test(cell) ? `\t${cell}` : safe
}
