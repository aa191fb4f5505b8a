/** A workbook written row by row: typed cells with inline strings, so that text is never a number and never a formula. */
import type { Writable } from 'node:stream'
import type { Cell } from './rows.ts'
import { zipTo } from './zip.ts'

export interface Book {
  /** Name of the sheet and its header row. */
  sheet: string
  headings: string[]
  /** Label and value of each line of the sheet that says what this is. */
  about: { sheet: string; lines: [string, string][] }
}

export async function writeXlsx(out: Writable, book: Book, pages: AsyncIterable<Cell[][]>): Promise<void> {
  const zip = zipTo(out)
  await zip.part('[Content_Types].xml', [contentTypes])
  await zip.part('_rels/.rels', [rootRels])
  await zip.part('xl/workbook.xml', [workbook(book.sheet, book.about.sheet)])
  await zip.part('xl/_rels/workbook.xml.rels', [bookRels])
  await zip.part('xl/styles.xml', [styles])
  await zip.part('xl/worksheets/sheet1.xml', listXml(book, pages))
  await zip.part('xl/worksheets/sheet2.xml', [aboutXml(book)])
  await zip.end()
}

async function* listXml({ headings }: Book, pages: AsyncIterable<Cell[][]>): AsyncGenerator<string> {
  const columns = headings.map((_, at) => `<col min="${at + 1}" max="${at + 1}" width="18" customWidth="1"/>`).join('')
  yield `${sheetStart}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${rowXml(headings, 1, 1)}`
  let at = 2
  for await (const rows of pages) {
    if (rows.length > 0) yield rows.map(row => rowXml(row, at++)).join('')
  }
  yield sheetEnd
}

const aboutXml = ({ about }: Book): string => {
  const rows = about.lines.map((line, at) => rowXml(line, at + 1)).join('')
  return `${sheetStart}<cols><col min="1" max="1" width="20" customWidth="1"/><col min="2" max="2" width="70" customWidth="1"/></cols><sheetData>${rows}${sheetEnd}`
}

const rowXml = (cells: readonly Cell[], at: number, style = 0): string =>
  `<row r="${at}">${cells.map(cell => cellXml(cell, style)).join('')}</row>`

/** Style 2 is the format "text": edited in Excel, a phone number stays what it is. */
function cellXml(cell: Cell, style: number): string {
  if (cell === null) return '<c/>'
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  return `<c s="${style || 2}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

/** What XML 1.0 cannot hold at all is left out. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const rels = 'http://schemas.openxmlformats.org/package/2006/relationships'
const sheetStart = `${xml}<worksheet xmlns="${main}">`
const sheetEnd = '</sheetData></worksheet>'

const part = (name: string, type: string): string =>
  `<Override PartName="/xl/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`
const contentTypes = `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${part('worksheets/sheet1.xml', 'worksheet')}${part('worksheets/sheet2.xml', 'worksheet')}${part('styles.xml', 'styles')}</Types>`
const rootRels = `${xml}<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
const bookRels = `${xml}<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`
const workbook = (list: string, about: string): string =>
  `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(list)}" sheetId="1" r:id="rId1"/><sheet name="${escaped(about)}" sheetId="2" r:id="rId2"/></sheets></workbook>`
/** Plain, bold (headings), text. */
const styles = `${xml}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`
