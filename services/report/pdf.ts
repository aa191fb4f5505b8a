/** The report on A4: heading, one table a figure with its query under it, pictures, page numbers. */
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import type { ReportSection } from '#core/report/report'
import { messagesIn } from '#messages/messages'
import { withFittingQuotes } from '../drawing/quotes.ts'
import type { ReportParts } from './file.ts'

type Pdf = InstanceType<typeof PDFDocument>
type Words = ReturnType<typeof messagesIn>['report']

/** Points. */
const page = { side: 56, top: 64, bottom: 64, width: 595.28, height: 841.89 }
const width = page.width - 2 * page.side
const colours = { ink: '#1c2733', quiet: '#55606e', line: '#d9d2c3', river: '#0b5f66', seal: '#a8231c' }
const fonts = join(import.meta.dirname, '../booklet/fonts')

/** @returns the bytes of a PDF; the same report gives the same pages */
export async function reportPdf({ report, locale, pictures }: ReportParts): Promise<Buffer> {
  const words = messagesIn(locale).report
  const pdf = withFittingQuotes(
    new PDFDocument({
      size: 'A4',
      margins: { top: page.top, bottom: page.bottom, left: page.side, right: page.side },
      bufferPages: true,
      lang: locale === 'zh' ? 'zh-CN' : 'en',
      displayTitle: true,
      info: { Title: words.heading(report.title), CreationDate: new Date(report.asOf) },
    }),
  )
  pdf.registerFont('text', join(fonts, 'NotoSansSC-Regular.otf'))
  pdf.registerFont('head', join(fonts, 'NotoSerifSC-Bold.otf'))
  const chunks: Buffer[] = []
  pdf.on('data', chunk => chunks.push(chunk))
  const done = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  pdf.font('head').fontSize(22).fillColor(colours.ink).text(words.heading(report.title), { width })
  pdf.font('text').fontSize(9.5).fillColor(colours.quiet)
  pdf.text(words.asOf(clockOf(report.asOf)), { width })
  if (report.sample) pdf.fillColor(colours.seal).text(words.sample, { width })
  for (const [i, section] of report.sections.entries()) drawSection(pdf, section, i + 1, words)
  drawPictures(pdf, report.sections.length + 1, report.pictures, pictures, words)
  numberPages(pdf, report.title)
  pdf.end()
  await done
  return Buffer.concat(chunks)
}

function drawSection(pdf: Pdf, section: ReportSection, number: number, words: Words): void {
  heading(pdf, `${number}  ${section.title}`, 110)
  if (section.rows.length === 0) pdf.font('text').fontSize(9).text(section.empty, page.side, pdf.y, { width })
  else table(pdf, section)
  const { counted, table: from, filter } = section.query
  room(pdf, 30)
  // A new page begins in black.
  pdf.font('text').fontSize(7.5).fillColor(colours.quiet)
  pdf.text(words.queryLine(counted, from, filter), page.side, pdf.y + 4, { width, lineGap: 1.5 })
  pdf.fontSize(6.5)
  for (const statement of section.statements) pdf.text(statement, page.side, pdf.y + 2, { width, lineGap: 1 })
}

/** @param needed points that must be left on the page, or a new one begins */
function heading(pdf: Pdf, words: string, needed: number): void {
  room(pdf, needed)
  pdf.y += 18
  pdf.font('head').fontSize(13).fillColor(colours.ink).text(words, page.side, pdf.y, { width })
  pdf.y += 4
}

function table(pdf: Pdf, section: ReportSection): void {
  const lengths = columnWidths(section)
  const head = () =>
    row(
      pdf,
      section.columns.map(column => column.name),
      section,
      lengths,
      true,
    )
  head()
  section.rows.forEach((cells, i) => {
    if (pdf.y + heightOf(pdf, cells, lengths) > page.height - page.bottom) {
      pdf.addPage()
      head()
    }
    row(pdf, cells, section, lengths, false, section.bars[i])
  })
}

/** Bars stand to the right of the last column. */
const barWidth = 110

function columnWidths({ columns, rows, bars }: ReportSection): number[] {
  const left = width - (bars.length > 0 ? barWidth + 12 : 0)
  const share = columns.map(({ name, number }, i) => {
    const longest = Math.max(...[name, ...rows.map(row => row[i] ?? '')].map(lengthOf))
    return number ? 1 : Math.min(3.4, Math.max(1.2, longest / 6))
  })
  const sum = share.reduce((a, b) => a + b, 0)
  return share.map(part => (left * part) / sum)
}

/** In hanzi: letters and figures are half as wide. */
const lengthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one < '\u2e80' ? 0.5 : 1), 0)

function heightOf(pdf: Pdf, cells: string[], lengths: number[]): number {
  pdf.font('text').fontSize(8.6)
  return Math.max(...cells.map((cell, i) => pdf.heightOfString(cell || ' ', { width: (lengths[i] ?? 0) - 8 }))) + 5
}

function row(
  pdf: Pdf,
  cells: string[],
  section: ReportSection,
  lengths: number[],
  isHead: boolean,
  bar?: number,
): void {
  const height = heightOf(pdf, cells, lengths)
  const top = pdf.y
  let x = page.side
  pdf.fillColor(isHead ? colours.quiet : colours.ink)
  cells.forEach((cell, i) => {
    const align = section.columns[i]?.number ? 'right' : 'left'
    pdf.text(cell || ' ', x, top + 2, { width: (lengths[i] ?? 0) - 8, align })
    x += lengths[i] ?? 0
  })
  if (bar !== undefined && bar > 0) pdf.rect(x + 12, top + 5, Math.max(1, barWidth * bar), 6).fill(colours.river)
  pdf.y = top + height
  pdf.moveTo(page.side, pdf.y).lineTo(page.side + width, pdf.y)
  pdf
    .lineWidth(isHead ? 0.8 : 0.4)
    .strokeColor(isHead ? colours.ink : colours.line)
    .stroke()
}

/** Two beside each other. */
function drawPictures(
  pdf: Pdf,
  number: number,
  shown: ReportParts['report']['pictures'],
  files: ReportParts['pictures'],
  words: Words,
): void {
  const side = (width - 16) / 2
  const tall = side * 0.625
  if (shown.some(({ id }) => files.has(id))) heading(pdf, `${number}  ${words.pictures}`, tall + 70)
  shown.forEach(({ id, title, illustration }, i) => {
    const bytes = files.get(id)
    if (!bytes) return
    if (i % 2 === 0) {
      room(pdf, tall + 44)
      pdf.y += 16
    }
    const [x, y] = [page.side + (i % 2) * (side + 16), pdf.y]
    pdf.image(Buffer.from(bytes), x, y, { fit: [side, tall], align: 'center' })
    const caption = illustration ? words.illustration(title) : title
    pdf
      .font('text')
      .fontSize(8)
      .fillColor(colours.quiet)
      .text(caption, x, y + tall + 3, { width: side })
    pdf.y = i % 2 === 1 || i === shown.length - 1 ? y + tall + 18 : y
  })
}

/** Begins a page where less than this is left. */
function room(pdf: Pdf, needed: number): void {
  if (pdf.y + needed > page.height - page.bottom) pdf.addPage()
}

function numberPages(pdf: Pdf, title: string): void {
  const { count } = pdf.bufferedPageRange()
  for (let i = 0; i < count; i++) {
    pdf.switchToPage(i)
    // Below the margin, where text would otherwise begin a page of its own.
    pdf.page.margins.bottom = 0
    pdf.font('text').fontSize(8).fillColor(colours.quiet)
    pdf.text(title, page.side, page.height - 40, { width: width - 60, lineBreak: false, ellipsis: true })
    pdf.text(`${i + 1} / ${count}`, page.side + width - 60, page.height - 40, {
      width: 60,
      align: 'right',
      lineBreak: false,
    })
  }
}

/** 2021-04-27 09:05 in Shanghai. */
const clockOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
