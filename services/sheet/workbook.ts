/** XLSX parts → sheets. Text only; DOCTYPE and formulas are not taken; limits stop reading, not only storing. */
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { address, daysTo1904, placeOf, type Row, type Sheet, sheetLimits } from '#core/bank/sheet'
import { withMerged } from './merged.ts'
import { refuse } from './refused.ts'
import { numberSaid, type Shown, shownBy } from './styles.ts'
import type { Chunks } from './zip.ts'

/** Name without a prefix: some programs write <x:row>. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1)
const attribute = (tag: SaxesTagPlain, name: string): string | undefined =>
  Object.hasOwn(tag.attributes, name) ? tag.attributes[name] : undefined

interface Handlers {
  open(name: string, tag: SaxesTagPlain): void
  text(text: string): void
  close(name: string): void
}

/**
 * What a workbook of 20,000 questions with 25 filled columns needs, three elements a cell; more costs time before it is
 * of any use. No program writes a text of more than 32,767 letters into a cell.
 */
const limits = { elements: 1_600_000, cells: 500_000, strings: 500_000, letters: 20_000_000, text: 32_767 }

async function parse(part: string, chunks: Chunks, handlers: Handlers): Promise<void> {
  const parser = new SaxesParser()
  let elements = 0
  parser.on('doctype', () => refuse('file-too-complex', { part }))
  parser.on('error', () => refuse('file-broken', { part }))
  parser.on('opentag', tag => {
    if (++elements > limits.elements) refuse('file-too-complex', { part })
    handlers.open(local(tag.name), tag)
  })
  parser.on('text', text => handlers.text(text))
  parser.on('cdata', text => handlers.text(text))
  parser.on('closetag', tag => handlers.close(local(tag.name)))
  for await (const chunk of chunks) parser.write(chunk)
  parser.close()
}

export interface Workbook {
  /** All of them, with the id of their part's relationship. */
  sheets: { name: string; relation: string; hidden: boolean }[]
  /** Its days are counted from 1904: workbooks that began on a Mac. */
  since1904: boolean
}

export async function readWorkbook(chunks: Chunks): Promise<Workbook> {
  const found: Workbook = { sheets: [], since1904: false }
  await parse('xl/workbook.xml', chunks, {
    open(name, tag) {
      if (name === 'workbookPr') found.since1904 = /^(?:1|true|on)$/.test(attribute(tag, 'date1904') ?? '')
      if (name !== 'sheet') return
      const hidden = (attribute(tag, 'state') ?? 'visible') !== 'visible'
      const relation = Object.entries(tag.attributes).find(([key]) => local(key) === 'id' && key.includes(':'))?.[1]
      if (relation) found.sheets.push({ name: attribute(tag, 'name') ?? '', relation, hidden })
    },
    text() {},
    close() {},
  })
  return found
}

/** @returns part names by relationship id */
export async function readRelations(chunks: Chunks): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  await parse('xl/_rels/workbook.xml.rels', chunks, {
    open(name, tag) {
      const id = attribute(tag, 'Id')
      const target = attribute(tag, 'Target')
      if (name === 'Relationship' && id && target)
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
    text() {},
    close() {},
  })
  return targets
}

/** @returns by a cell's style, how its numbers are shown */
export async function readStyles(chunks: Chunks): Promise<Shown[]> {
  const codes = new Map<number, string>()
  const shown: Shown[] = []
  let inCells = false
  await parse('xl/styles.xml', chunks, {
    open(name, tag) {
      if (name === 'numFmt') codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '')
      if (name === 'cellXfs') inCells = true
      const format = Number(attribute(tag, 'numFmtId') ?? 0)
      if (name === 'xf' && inCells) shown.push(shownBy(format, codes.get(format)))
    },
    text() {},
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return shown
}

/** Strings that cells refer to; furigana and the like (rPh) is no part of the text. */
export async function readStrings(chunks: Chunks): Promise<string[]> {
  const strings: string[] = []
  let current = ''
  let inText = false
  let aside = 0
  await parse('xl/sharedStrings.xml', chunks, {
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') aside++
      inText = name === 't' && aside === 0
    },
    text(text) {
      if (inText) current += text
      if (current.length > limits.text || strings.length > limits.strings)
        refuse('file-too-complex', { part: 'xl/sharedStrings.xml' })
    },
    close(name) {
      inText = false
      if (name === 'rPh') aside--
      if (name === 'si') strings.push(unescaped(current))
    },
  })
  return strings
}

/** Empty but formatted rows cost time only; a whole sheet of a million is no table of questions. */
const formattedRows = 100_000

/** Rows with text only: formatted empty rows and cells do not count. */
export async function readSheet(
  part: string,
  name: string,
  chunks: Chunks,
  { strings, styles, since1904 }: { strings: string[]; styles: Shown[]; since1904: boolean },
): Promise<Sheet> {
  const days: string[] = []
  const merged: string[] = []
  const hiddenRows: number[] = []
  const sheet: Sheet = { name, rows: [], formulas: [], days, hiddenRows, ...(since1904 && { since1904 }) }
  let row: Row = { number: 0, cells: [] }
  let cell: Cell = { column: -1, type: 'n', shown: undefined, text: '', formula: false }
  let isHidden = false
  let taking = false
  let aside = 0
  let rowsSeen = 0
  let cells = 0
  let letters = 0

  const place = () => ({ sheet: name, cell: address(Math.max(0, cell.column), row.number) })
  const startRow = (tag: SaxesTagPlain) => {
    const number = Number(attribute(tag, 'r') ?? row.number + 1)
    if (++rowsSeen > formattedRows) refuse('file-too-complex', { rows: rowsSeen })
    if (!Number.isInteger(number) || number <= row.number) refuse('file-broken', { part })
    row = { number, cells: [] }
    isHidden = /^(?:1|true|on)$/.test(attribute(tag, 'hidden') ?? '')
    cell.column = -1
  }
  const startCell = (tag: SaxesTagPlain) => {
    const written = attribute(tag, 'r')
    const at = written === undefined ? { column: cell.column + 1, row: row.number } : placeOf(written)
    if (!at || at.row !== row.number || at.column <= cell.column) refuse('file-broken', { part })
    const shown = styles[Number(attribute(tag, 's') ?? 0)]
    const type = attribute(tag, 't') ?? 'n'
    cell = { column: at.column, type, shown, text: '', formula: type === 'e' }
    if (++cells > limits.cells) refuse('file-too-complex', place())
  }
  const endCell = () => {
    const text = cellText(cell, { strings, since1904 })
    if (text === '' && !cell.formula) return
    if (cell.column >= sheetLimits.columns || row.number > sheetLimits.rows + 10) refuse('file-too-complex', place())
    letters += text.length
    if (letters > limits.letters) refuse('file-too-complex', place())
    if (text.length > sheetLimits.characters) refuse('file-text-long', place())
    if (isDay(cell)) days.push(address(cell.column, row.number))
    if (cell.formula) sheet.formulas.push(address(cell.column, row.number))
    while (row.cells.length < cell.column) row.cells.push('')
    row.cells.push(cell.formula ? '' : text)
  }

  await parse(part, chunks, {
    open(tagName, tag) {
      if (tagName === 'row') startRow(tag)
      if (tagName === 'c') startCell(tag)
      if (tagName === 'f') cell.formula = true
      if (tagName === 'mergeCell') merged.push(attribute(tag, 'ref') ?? '')
      if (tagName === 'rPh') aside++
      taking = aside === 0 && (tagName === 'v' || tagName === 't')
    },
    text(text) {
      if (taking) cell.text += text
      if (cell.text.length > limits.text) refuse('file-too-complex', place())
    },
    close(tagName) {
      taking = false
      if (tagName === 'rPh') aside--
      if (tagName === 'c') endCell()
      if (tagName !== 'row' || row.cells.length === 0) return
      sheet.rows.push(row)
      if (isHidden) hiddenRows.push(row.number)
    },
  })
  return withMerged(sheet, merged)
}

interface Cell {
  column: number
  type: string
  shown: Shown | undefined
  text: string
  /** Or an error, as pictures in cells are written too: nothing that is a text. */
  formula: boolean
}

const isDay = ({ type, shown, formula }: Cell): boolean =>
  !formula && (type === 'd' || (type === 'n' && shown?.as === 'day'))

function cellText(cell: Cell, { strings, since1904 }: { strings: string[]; since1904: boolean }): string {
  if (cell.type === 's') return strings[Number(cell.text)] ?? ''
  if (cell.type === 'b') return cell.text === '1' ? 'TRUE' : cell.text === '0' ? 'FALSE' : ''
  if (cell.type !== 'n') return unescaped(cell.text)
  const number = Number(cell.text)
  if (cell.text === '' || !Number.isFinite(number)) return cell.text
  const isSince1904 = since1904 && cell.shown?.as === 'day' && number >= 1
  return numberSaid(isSince1904 ? number + daysTo1904 : number, cell.shown ?? { as: 'number' })
}

/** Programs write control characters as _x000D_. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
