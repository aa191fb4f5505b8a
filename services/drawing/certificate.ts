/** The certificate: a sheet on its side, in the proportions of A4. */
import type { Locale } from '#core/locale'
import { messagesIn } from '#messages/messages'
import { letters, oneOrTwoLines, paragraph } from './letters.ts'
import { code, colours, seal, sheet, skyline } from './parts.ts'

export const sheetSize = { width: 1684, height: 1190 }

export interface CertificateWords {
  locale: Locale
  holder: string
  contest: string
  level: string
  score: number | null
  /** 'YYYY-MM-DD' */
  day: string
  /** XXXX-XXXX-XXXX */
  number: string
  /** What the code leads to. */
  href: string
}

export function certificateSheet({
  locale,
  holder,
  contest,
  level,
  score,
  day,
  number,
  href,
}: CertificateWords): string {
  const words = messagesIn(locale).certificate
  const { width, height } = sheetSize
  const middle = width / 2
  const line = { x: middle, anchor: 'middle' as const, most: width - 320 }
  const body = paragraph(score === null ? words.forContest(contest) : words.forScore(contest, score), {
    x: 240,
    y: 560,
    size: 42,
    most: width - 480,
    lead: 68,
  })
  return sheet(width, height, [
    skyline(width, height - 60),
    `<rect x="40" y="40" width="${width - 80}" height="${height - 80}" fill="none" stroke="${colours.ink}" stroke-width="3"/>`,
    `<rect x="54" y="54" width="${width - 108}" height="${height - 108}" fill="none" stroke="${colours.ink}" stroke-width="1"/>`,
    letters(words.title, { ...line, y: 230, size: 104, face: 'head' }),
    oneOrTwoLines(holder, { ...line, y: 430, size: 72, face: 'head', least: 52, lead: 70 }),
    `<path d="M${middle - 300} 462h600" stroke="${colours.line}" stroke-width="3"/>`,
    body.svg,
    letters(level, { ...line, y: body.y + 118, size: 66, face: 'head', fill: colours.seal, most: 800 }),
    letters(words.issued(day), { x: 240, y: 828, size: 32, fill: colours.quiet }),
    letters(words.number(number), { x: 240, y: 872, size: 32, fill: colours.quiet }),
    letters(words.check, { x: 240, y: 910, size: 26, fill: colours.quiet, most: 760 }),
    seal(words.seal, { x: 1050, y: 782, side: 190 }),
    code(href, { x: 1290, y: 772, side: 210 }),
  ])
}
