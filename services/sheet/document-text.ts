/** Paragraphs and tables of a document while they are read: lines as if they had been copied and pasted, and tables of questions. */
import { findHeader } from '#core/bank/columns'
import { address, type Row, type Sheet, sheetLimits } from '#core/bank/sheet'
import type { Numbered } from './numbering.ts'
import { refuse } from './refused.ts'

export interface DocumentText {
  text: string
  /** Tables with headings for question and answer; all others are lines. */
  tables: Sheet[]
}

export interface Paragraph extends Numbered {
  text: string
  /** What stands before it, where that is known as it begins. */
  number: string
  /** Its end is deleted: what follows belongs to it. */
  isJoined: boolean
  /** Lines of text boxes that hang on it. */
  lines: string[]
}
interface Cell {
  lines: string[]
  /** Columns it is wide. */
  span: number
  /** It goes on with the cell above. */
  isContinued: boolean
}
interface Table {
  rows: Cell[][]
}

/** A table a question, for all the questions that a file may have; tables and text boxes within each other a few times. */
const most = { tables: sheetLimits.rows, within: 60 }

/** @param said what is written before a paragraph of a list @param part named in refusals */
export function documentText(said: (paragraph: Numbered) => string, part: string) {
  const body: string[] = []
  const tables: Sheet[] = []
  const open: (Paragraph | Cell | Table)[] = []
  let joined = ''
  let seen = 0
  const lines = (): string[] => open.findLast(one => 'lines' in one)?.lines ?? body
  const begin = (one: Paragraph | Cell | Table) => {
    if (open.push(one) > most.within) refuse('file-too-complex', { part })
  }
  const last = <K extends string>(key: K) => open.findLast(one => key in one)
  return {
    paragraph: () => last('text') as Paragraph | undefined,
    cell: () => last('span') as Cell | undefined,
    openParagraph(number: string) {
      begin({ text: joined, number, isJoined: false, lines: [], list: null, level: null, style: '' })
      joined = ''
    },
    closeParagraph() {
      const paragraph = open.pop() as Paragraph
      if (paragraph.isJoined) joined = paragraph.text
      else {
        // Word numbers an empty paragraph too.
        const number = paragraph.number || said(paragraph)
        lines().push(number !== '' && paragraph.text.trim() !== '' ? `${number} ${paragraph.text}` : paragraph.text)
      }
      lines().push(...paragraph.lines)
    },
    openTable() {
      if (++seen > most.tables) refuse('file-too-complex', { part })
      begin({ rows: [] })
    },
    openRow: () => (last('rows') as Table | undefined)?.rows.push([]),
    openCell() {
      const cell: Cell = { lines: [], span: 1, isContinued: false }
      const table = last('rows') as Table | undefined
      table?.rows.at(-1)?.push(cell)
      begin(cell)
    },
    closeCell: () => void open.pop(),
    closeTable() {
      const table = open.pop() as Table
      const sheet = sheetOf(table, tables.length + 1)
      if (sheet) tables.push(sheet)
      else for (const row of table.rows) lines().push(...linesOf(row))
    },
    done: (): DocumentText => ({ text: body.join('\n'), tables }),
  }
}

const written = (cell: Cell): string[] => cell.lines.filter(line => line.trim() !== '')

/** A row of short cells is one line, as a program copies it; cells with paragraphs stand one below the other. */
const linesOf = (row: readonly Cell[]): string[] =>
  row.every(cell => written(cell).length < 2)
    ? [row.map(cell => written(cell)[0] ?? '').join('\t')]
    : row.flatMap(cell => cell.lines)

/** @returns null for a table that is laid out only, or of something else */
function sheetOf({ rows }: Table, count: number): Sheet | null {
  if (rows.length < 2 || !rows.some(row => row.length > 1)) return null
  const name = `表 ${count} (table ${count})`
  const filled: Row[] = []
  for (const [at, row] of rows.entries()) filled.push({ number: at + 1, cells: cellsOf(row, filled.at(-1)?.cells) })
  const sheet = { name, rows: filled, formulas: [] }
  if (!findHeader(sheet)) return null
  for (const { number, cells } of filled) {
    const long = cells.findIndex(cell => cell.length > sheetLimits.characters)
    if (long >= 0) refuse('file-text-long', { sheet: name, cell: address(long, number) })
    if (cells.length > sheetLimits.columns) refuse('file-too-complex', { sheet: name, cell: address(0, number) })
  }
  return sheet
}

const cellsOf = (row: readonly Cell[], above: readonly string[] = []): string[] => {
  const cells: string[] = []
  for (const cell of row) {
    cells.push(cell.isContinued ? (above[cells.length] ?? '') : written(cell).join('\n'))
    for (let wide = 1; wide < Math.min(cell.span, sheetLimits.columns); wide++) cells.push('')
  }
  return cells
}
