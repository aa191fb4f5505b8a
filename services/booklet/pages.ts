/** The printed handbook: A5, contents, running heads, page numbers, a multiple of four pages. */
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { citation, citedLaws, lawDay } from '#core/bank/cite'
import type { Entry, EntryVersion } from '#core/bank/entry'
import { type Locale, type LocalText, said } from '#core/locale'
import { messagesIn } from '#messages/messages'

export interface BookletParts {
  locale: Locale
  /** 'YYYY-MM-DD' on which it was made. */
  day: string
  chapters: { number: number; name: LocalText; entries: Entry[] }[]
  laws: Record<string, LocalText>
  terms: { name: LocalText; meaning: LocalText }[]
}

/** Points. Both side margins are the same: text that runs over a page keeps its left edge. */
const sheet = { width: 419.53, height: 595.28, side: 50, top: 62, bottom: 62 }
const body = { zh: 9.6, en: 9.2 }
const colours = {
  ink: '#1c2733',
  quiet: '#55606e',
  line: '#d9d2c3',
  seal: '#a8231c',
  river: '#0b5f66',
  far: '#ece6d8',
  near: '#e0d8c6',
}
/** Whatever begins with less room than this begins on the next page. */
const atLeast = 96
const fonts = join(import.meta.dirname, 'fonts')

type Pdf = InstanceType<typeof PDFDocument>

/** Lays the book out. @returns the bytes of a PDF; the same parts give the same pages */
export async function bookletOf(parts: BookletParts): Promise<Buffer> {
  const words = messagesIn(parts.locale).booklet
  const pdf = new PDFDocument({
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
  })
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

type Words = ReturnType<typeof messagesIn>['booklet']
/** One line of the contents. */
interface Line {
  level: 1 | 2
  number: string
  text: string
  page: number
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

function cover(pdf: Pdf, words: Words, { locale, day, chapters }: BookletParts): void {
  pdf.addPage()
  const { width, height } = sheet
  pdf.rect(0, 0, width, height).fill('#fbf8f1')
  skyline(pdf)
  pdf
    .fillColor(colours.ink)
    .font('head')
    .fontSize(locale === 'zh' ? 38 : 30)
  pdf.text(words.title, 42, 128, { width: width - 84, lineGap: 4 })
  pdf.font('text').fontSize(12).fillColor(colours.quiet)
  pdf.text(words.subtitle, 42, pdf.y + 10, { width: width - 84, lineGap: 4 })
  const count = chapters.reduce((sum, chapter) => sum + chapter.entries.length, 0)
  pdf.fontSize(10).text(words.holds(chapters.length, count), 42, pdf.y + 22, { width: width - 84, lineGap: 4 })
  pdf.text(words.edition(lawDay(day, locale)), 42, pdf.y + 2, { width: width - 84 })
}

/** Ridges, a bridge and a cable car, in the lines of the home page. */
function skyline(pdf: Pdf): void {
  const scale = 0.52
  pdf
    .save()
    .translate(-150, sheet.height - 230 * scale - 40)
    .scale(scale)
  const ground = 'v200H0z'
  pdf
    .path(
      `M0 230V120l70-40 60 34 90-70 86 60 70-36 80 46 100-74 84 58 76-34 90 52 70-44 84 50 96-72 90 64 84-46 80 40 64-30 66 34v148${ground}`,
    )
    .fill(colours.far)
  pdf
    .path(
      `M0 230v-60l90-22 110 30 120-40 130 46 90-22 130 34 120-30 110 26 140-44 120 40 130-36 80 20 70-14v72${ground}`,
    )
    .fill(colours.near)
  pdf.lineWidth(1.6).strokeColor(colours.ink)
  pdf.path('M584 168H1176M584 175H1176M670 172Q880 4 1090 172M656 186Q880-10 1104 186M0 206H1440').stroke()
  const arch = (x: number) => 172 - 84 * (1 - ((x - 880) / 210) ** 2)
  for (let x = 720; x <= 1040; x += 32) pdf.moveTo(x, arch(x)).lineTo(x, 168)
  pdf.lineWidth(0.8).stroke()
  pdf.path('M0 30 1440 66M606 44.5h24M618 45v12').stroke()
  pdf
    .path('M596 57h44q7 0 7 7v18q0 8-8 8h-42q-8 0-8-8V64q0-7 7-7z')
    .lineWidth(1.6)
    .fillAndStroke('#ffffff', colours.ink)
  pdf.restore()
}

function imprint(pdf: Pdf, words: Words, { locale, day }: BookletParts): void {
  pdf.addPage()
  pdf.font('text').fontSize(8.6).fillColor(colours.ink)
  const lines = words.imprint(lawDay(day, locale))
  const height = lines.reduce((sum, line) => sum + pdf.heightOfString(line, { width: textWidth, lineGap: 4 }) + 8, 0)
  pdf.y = sheet.height - sheet.bottom - height
  for (const line of lines) {
    pdf.text(line, sheet.side, pdf.y, { width: textWidth, lineGap: 4 })
    pdf.y += 8
  }
}

function contentsOf({ chapters, locale }: BookletParts, words: Words): Line[] {
  return [
    ...chapters.flatMap(chapter => [
      { level: 1 as const, number: '', text: words.chapter(chapter.number, said(chapter.name, locale)), page: 0 },
      ...chapter.entries.map(({ id, title }) => ({
        level: 2 as const,
        number: id,
        text: said(title, locale),
        page: 0,
      })),
    ]),
    { level: 1 as const, number: '', text: words.glossary, page: 0 },
  ]
}

/**
 * The contents, twice: first to learn how many pages they take, then, once all page numbers are known, on those pages.
 * @param onto null makes new pages @returns how many pages
 */
function contents(pdf: Pdf, lines: Line[], words: Words, onto: { from: number; pages: number } | null): number {
  let pages = 0
  const turn = () => {
    pages++
    if (onto) pdf.switchToPage(onto.from - 1 + pages - 1)
    else pdf.addPage()
    pdf.x = sheet.side
    pdf.y = sheet.top
  }
  turn()
  pdf.font('head').fontSize(18).fillColor(colours.ink).text(words.contents, { width: textWidth })
  pdf.y += 8
  for (const line of lines) {
    const height = line.level === 1 ? 25 : 14.5
    // A chapter does not stand alone at the foot of a page.
    const needed = line.level === 1 ? height + 16 : height
    if (pdf.y + needed > sheet.height - sheet.bottom) turn()
    if (onto) contentsLine(pdf, line)
    pdf.y += height
  }
  return pages
}

function contentsLine(pdf: Pdf, { level, number, text, page }: Line): void {
  const left = sheet.side
  const at = pdf.y + (level === 1 ? 9 : 0)
  const right = left + textWidth
  pdf.font(level === 1 ? 'head' : 'text').fontSize(level === 1 ? 10.5 : 8.8)
  pdf.fillColor(colours.quiet).text(number, left, at, { lineBreak: false })
  const from = level === 1 ? left : left + 30
  pdf.fillColor(colours.ink)
  const shown = fitting(pdf, text, right - 30 - from)
  pdf.text(shown, from, at, { lineBreak: false })
  const label = String(page)
  const dotsFrom = from + pdf.widthOfString(shown) + 6
  pdf.text(label, right - pdf.widthOfString(label), at, { lineBreak: false })
  if (dotsFrom < right - 30)
    pdf
      .save()
      .lineWidth(0.5)
      .strokeColor(colours.line)
      .dash(1, { space: 3 })
      .moveTo(dotsFrom, at + 9)
      .lineTo(right - 26, at + 9)
      .stroke()
      .undash()
      .restore()
  pdf.goTo(left, at - 2, right - left, 14, String(page))
  pdf.y = at - (level === 1 ? 9 : 0)
}

function fitting(pdf: Pdf, text: string, width: number): string {
  if (pdf.widthOfString(text) <= width) return text
  let end = text.length
  while (end > 0 && pdf.widthOfString(`${text.slice(0, end)}…`) > width) end--
  return `${text.slice(0, end)}…`
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

function rule(pdf: Pdf, colour: string): void {
  pdf
    .lineWidth(0.6)
    .strokeColor(colour)
    .moveTo(sheet.side, pdf.y)
    .lineTo(sheet.side + textWidth, pdf.y)
    .stroke()
}

const textWidth = sheet.width - 2 * sheet.side
const roomLeft = (pdf: Pdf): number => sheet.height - sheet.bottom - pdf.y
/** Of the page last added, from 1. */
const pageNumber = (pdf: Pdf): number => pdf.bufferedPageRange().start + pdf.bufferedPageRange().count
