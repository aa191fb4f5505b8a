/** The booklet's contents: chapters and entries, with dots and the numbers of their pages. */
import { said } from '#core/locale'
import { type BookletParts, colours, type Pdf, sheet, textWidth, type Words } from './sheet.ts'

/** One line of the contents. */
interface Line {
  level: 1 | 2
  number: string
  text: string
  page: number
}

export function contentsOf({ chapters, locale }: BookletParts, words: Words): Line[] {
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
export function contents(pdf: Pdf, lines: Line[], words: Words, onto: { from: number; pages: number } | null): number {
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
