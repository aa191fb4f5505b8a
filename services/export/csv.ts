/**
 * A list as CSV: UTF-8 with byte order mark, CRLF. What the list is (contest, filter, time, who) stands in lines of two
 * cells behind the rows and an empty line, so that the first line is the header that programs look for.
 */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { textCell } from '#core/prize/cell'
import type { Cell } from './rows.ts'
import type { Book } from './xlsx.ts'

export async function writeCsv(out: Writable, book: Book, pages: AsyncIterable<Cell[][]>): Promise<void> {
  const write = async (rows: Cell[][]): Promise<void> => {
    const text = stringify(
      rows.map(row => row.map(cell => (typeof cell === 'string' ? textCell(cell) : cell))),
      { record_delimiter: 'windows' },
    )
    if (!out.write(text)) await once(out, 'drain')
  }
  out.write('\ufeff')
  await write([book.headings])
  for await (const rows of pages) if (rows.length > 0) await write(rows)
  await write([[], [book.about.sheet], ...book.about.lines])
}
