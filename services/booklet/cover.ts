/** The first two pages of the booklet: its cover, and who made it. */
import { lawDay } from '#core/bank/cite'
import { type BookletParts, colours, type Pdf, sheet, textWidth, type Words } from './sheet.ts'

export function cover(pdf: Pdf, words: Words, { locale, day, chapters }: BookletParts): void {
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

export function imprint(pdf: Pdf, words: Words, { locale, day }: BookletParts): void {
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
