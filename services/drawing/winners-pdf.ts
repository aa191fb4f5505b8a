/** The published list of winners on paper: A4 on its side, one line each, its head on every page. */
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import type { Cell } from '../export/rows.ts'
import { withFittingQuotes } from './quotes.ts'

export interface WinnersSheet {
  lang: 'zh' | 'en'
  title: string
  note: string
  book: { headings: string[]; about: { lines: [string, string][] } }
  rows: Cell[][]
}

/** Points. */
const [margin, line, size] = [36, 18, 9]
const fonts = join(import.meta.dirname, '../booklet/fonts')
type Pdf = InstanceType<typeof PDFDocument>

/** @returns the bytes of a PDF */
export async function winnersPdf({ lang, title, note, book, rows }: WinnersSheet): Promise<Buffer> {
  const pdf = withFittingQuotes(
    new PDFDocument({
      ...{ size: 'A4', layout: 'landscape', margin, displayTitle: true, info: { Title: title } },
      lang: lang === 'zh' ? 'zh-CN' : 'en',
    }),
  )
  pdf.registerFont('text', join(fonts, 'NotoSansSC-Regular.otf'))
  pdf.registerFont('head', join(fonts, 'NotoSerifSC-Bold.otf'))
  const chunks: Buffer[] = []
  pdf.on('data', chunk => chunks.push(chunk))
  const done = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  pdf.font('head').fontSize(16).text(title)
  pdf.font('text').fontSize(size).moveDown(0.4).text(note)
  for (const [name, value] of book.about.lines) pdf.text(`${name}: ${value}`)
  pdf.moveDown(0.8)
  head(pdf, book.headings)
  for (const row of rows) {
    if (pdf.y + line > pdf.page.height - margin) {
      pdf.addPage()
      head(pdf, book.headings)
    }
    cells(pdf, row, 'text')
  }
  pdf.end()
  await done
  return Buffer.concat(chunks)
}

function head(pdf: Pdf, headings: readonly string[]): void {
  cells(pdf, headings, 'head')
  pdf
    .moveTo(margin, pdf.y - 3)
    .lineTo(pdf.page.width - margin, pdf.y - 3)
    .stroke()
}

function cells(pdf: Pdf, row: readonly Cell[], font: 'text' | 'head'): void {
  const width = (pdf.page.width - 2 * margin) / row.length
  const y = pdf.y
  pdf.font(font).fontSize(size)
  row.forEach((cell, i) => {
    pdf.text(String(cell ?? ''), margin + i * width, y, {
      ...{ width: width - 6, height: line - 4, ellipsis: true, lineBreak: true },
    })
  })
  pdf.x = margin
  pdf.y = y + line
}
