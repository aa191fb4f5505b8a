/** The printed handbook: A5, contents, running heads, page numbers, a multiple of four pages. */
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { citation, citedLaws, lawDay } from '#core/bank/cite'
import type { Entry, EntryVersion } from '#core/bank/entry'
import { type Locale, said } from '#core/locale'
import { messagesIn } from '#messages/messages'
import { withFittingQuotes } from '../drawing/quotes.ts'
import { contents, contentsOf } from './contents.ts'
import { cover, imprint } from './cover.ts'
import {
  type BookletParts,
  body,
  colours,
  type Pdf,
  pageNumber,
  roomLeft,
  rule,
  sheet,
  textWidth,
  type Words,
} from './sheet.ts'

/** Whatever begins with less room than this begins on the next page. */
const atLeast = 96
const fonts = join(import.meta.dirname, 'fonts')

/** Lays the book out. @returns the bytes of a PDF; the same parts give the same pages */
export async function bookletOf(parts: BookletParts): Promise<Buffer> {
  const words = messagesIn(parts.locale).booklet
  const pdf = withFittingQuotes(
    new PDFDocument({
      size: [sheet.width, sheet.height],
      margins: { top: sheet.top, bottom: sheet.bottom, left: sheet.side, right: sheet.side },
      bufferPages: true,
      autoFirstPage: false,
      pdfVersion: '1.7',
      lang: parts.locale === 'zh' ? 'zh-CN' : 'en',
      displayTitle: true,
      info: {
        Title: words.title,
        Subject: words.subtitle,
        Author: words.author,
        Keywords: 'CC BY 4.0',
        CreationDate: new Date(`${parts.day}T00:00:00Z`),
      },
    }),
  )
  pdf.registerFont('text', join(fonts, 'NotoSansSC-Regular.otf'))
  pdf.registerFont('head', join(fonts, 'NotoSerifSC-Bold.otf'))
  const chunks: Buffer[] = []
  pdf.on('data', chunk => chunks.push(chunk))
  const done = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  layOut(pdf, parts, words)
  pdf.end()
  await done
  return Buffer.concat(chunks)
}

function layOut(pdf: Pdf, parts: BookletParts, words: Words): void {
  cover(pdf, words, parts)
  imprint(pdf, words, parts)
  const lines = contentsOf(parts, words)
  const contentsFrom = pageNumber(pdf) + 1
  const contentsPages = contents(pdf, lines, words, null)
  const heads = new Map<number, string>()
  const starts: number[] = []
  for (const chapter of parts.chapters) {
    pdf.addPage()
    const name = words.chapter(chapter.number, said(chapter.name, parts.locale))
    const from = pageNumber(pdf)
    starts.push(from)
    pdf.outline.addItem(name)
    chapterHead(pdf, words, chapter, parts.locale)
    for (const item of chapter.entries) {
      if (roomLeft(pdf) < atLeast) pdf.addPage()
      starts.push(pageNumber(pdf))
      entry(pdf, item, parts, words)
    }
    for (let page = from; page <= pageNumber(pdf); page++) heads.set(page, name)
  }
  pdf.addPage()
  starts.push(pageNumber(pdf))
  const glossaryFrom = pageNumber(pdf)
  glossary(pdf, parts, words)
  for (let page = glossaryFrom; page <= pageNumber(pdf); page++) heads.set(page, words.glossary)
  while (pageNumber(pdf) % 4 !== 0) pdf.addPage()
  lines.forEach((line, i) => {
    line.page = starts[i] ?? 0
  })
  contents(pdf, lines, words, { from: contentsFrom, pages: contentsPages })
  runningHeads(pdf, heads)
}

function chapterHead(pdf: Pdf, words: Words, chapter: BookletParts['chapters'][number], locale: Locale): void {
  named(pdf)
  pdf.font('text').fontSize(10).fillColor(colours.quiet).text(words.chapterNumber(chapter.number), { width: textWidth })
  pdf.font('head').fontSize(20).fillColor(colours.ink).text(said(chapter.name, locale), { width: textWidth })
  pdf.y += 8
  rule(pdf, colours.ink)
  pdf.y += 14
}

function entry(pdf: Pdf, item: Entry, parts: BookletParts, words: Words): void {
  const { locale } = parts
  const width = textWidth
  named(pdf)
  pdf.font('text').fontSize(8.6).fillColor(colours.quiet).text(item.id, sheet.side, pdf.y, { width })
  pdf.font('head').fontSize(12.5).fillColor(colours.ink).text(said(item.title, locale), { width, lineGap: 2 })
  pdf.y += 4
  if (item.status === 'verify') note(pdf, words.unverified, colours.quiet)
  for (const version of item.versions) {
    if (item.versions.length > 1) note(pdf, spanOf(version, locale, words), colours.seal)
    paragraphs(pdf, said(version.text, locale), locale, 0)
    note(pdf, words.example, colours.river)
    paragraphs(pdf, said(version.example, locale), locale, 10)
    const cited = citedLaws(version.sources).map(({ code, articles }) =>
      citation(parts.laws[code]?.[locale] ?? code, articles, locale),
    )
    note(pdf, `${words.law}${cited.join(locale === 'zh' ? '；' : '; ')}`, colours.quiet)
  }
  pdf.y += 6
  rule(pdf, colours.line)
  pdf.y += 12
}

function spanOf({ validFrom, validTo }: EntryVersion, locale: Locale, words: Words): string {
  return validTo === null ? words.from(lawDay(validFrom, locale)) : words.until(lawDay(validTo, locale))
}

function paragraphs(pdf: Pdf, text: string, locale: Locale, indent: number): void {
  for (const paragraph of text.trim().split(/\n\s*\n/)) {
    pdf.font('text').fontSize(body[locale]).fillColor(colours.ink)
    pdf.text(paragraph.replaceAll(/\s*\n\s*/g, locale === 'zh' ? '' : ' '), sheet.side + indent, pdf.y, {
      width: textWidth - indent,
      lineGap: 4.2,
    })
    pdf.y += 3
  }
}

function note(pdf: Pdf, text: string, colour: string): void {
  pdf.font('text').fontSize(8).fillColor(colour)
  if (roomLeft(pdf) < 30) pdf.addPage()
  pdf.text(text, sheet.side, pdf.y + 1, { width: textWidth, lineGap: 2.5 })
  pdf.y += 2
}

function glossary(pdf: Pdf, { terms, locale }: BookletParts, words: Words): void {
  pdf.outline.addItem(words.glossary)
  named(pdf)
  pdf.font('head').fontSize(20).fillColor(colours.ink).text(words.glossary, { width: textWidth })
  pdf.y += 10
  const other = locale === 'zh' ? 'en' : 'zh'
  for (const { name, meaning } of terms) {
    if (roomLeft(pdf) < 40) pdf.addPage()
    pdf.font('head').fontSize(9.6).fillColor(colours.ink)
    pdf.text(said(name, locale), sheet.side, pdf.y, { width: textWidth, continued: true })
    pdf
      .font('text')
      .fontSize(8)
      .fillColor(colours.quiet)
      .text(`  ${said(name, other)}`)
    pdf.font('text').fontSize(8.8).fillColor(colours.ink)
    pdf.text(said(meaning, locale), sheet.side, pdf.y, { width: textWidth, lineGap: 3 })
    pdf.y += 6
  }
}

/** Chapter above, page number below, both outside; front matter and empty pages have none. */
function runningHeads(pdf: Pdf, heads: Map<number, string>): void {
  for (const [page, head] of heads) {
    pdf.switchToPage(page - 1)
    // Text below the margin would otherwise begin a new page.
    pdf.page.margins.bottom = 0
    const align = page % 2 === 1 ? 'right' : 'left'
    pdf.font('text').fontSize(7.6).fillColor(colours.quiet)
    pdf.text(head, sheet.side, 34, { width: textWidth, align, lineBreak: false })
    pdf.fontSize(8.6).text(String(page), sheet.side, sheet.height - 40, { width: textWidth, align, lineBreak: false })
    pdf.page.margins.bottom = sheet.bottom
  }
}

/** Lets the contents lead here. */
const named = (pdf: Pdf): void => void pdf.addNamedDestination(String(pageNumber(pdf)), 'XYZ', 0, sheet.height, null)
