/** The rows that were not stored, as the sheet they came in: what is wrong is marked in the cells and said at the end. */
import type { Problem } from '#core/bank/problem'
import type { Messages } from '#messages/zh'
import type { Rest } from './reading.ts'
import { type OutgoingFile, types, workbookBytes } from './spreadsheet.ts'

/** @param words for what is wrong, in the reader's language */
export async function restFile(
  rest: readonly Rest[],
  fileName: string,
  words: Pick<Messages['bank'], 'problems'>,
  heading: string,
): Promise<OutgoingFile> {
  const bytes = await workbookBytes(
    rest.map(({ name, headings, rows }) => {
      const width = Math.max(headings.length, ...rows.map(row => row.cells.length))
      const padded = (cells: readonly string[], last: string) => [
        ...Array.from({ length: width }, (_, column) => cells[column] ?? ''),
        last,
      ]
      return {
        name: sheetName(name),
        rows: [padded(headings, heading), ...rows.map(({ cells, problems }) => padded(cells, said(problems, words)))],
        widths: [...Array.from({ length: width }, () => 18), 60],
        marked: new Set(rows.flatMap(({ problems }, at) => problems.map(({ column }) => `${at + 1} ${column}`))),
      }
    }),
  )
  return { name: `${fileName.replace(/\.[a-z.]+$/i, '')}-rest.xlsx`, type: types.xlsx, bytes }
}

const said = (problems: readonly Problem[], words: Pick<Messages['bank'], 'problems'>): string =>
  problems.map(({ code, data }) => words.problems[code](data)).join('\n')

/** Signs that a sheet's name must not have. */
const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim() || '题库'
