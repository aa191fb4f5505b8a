/** The poster of a contest: A4 upright, for a wall, a lift, a group chat. */
import type { Locale } from '#core/locale'
import { messagesIn } from '#messages/messages'
import { letters, paragraph } from './letters.ts'
import { code, colours, hotpot, seal, sheet, skyline } from './parts.ts'

export interface PosterParts {
  locale: Locale
  title: string
  summary: string
  /** 2027年4月20日 9:00 至 4月26日 18:00 */
  dates: string
  /** 20 题 · 10 分钟 */
  facts: string
  /** What the code leads to. */
  href: string
}

/** Units of the drawing: half a millimetre each, 210 × 297 mm. */
export const posterSize = { width: 840, height: 1188 }
const side = 70
const width = posterSize.width - 2 * side

export function posterSheet({ locale, title, summary, dates, facts, href }: PosterParts): string {
  const words = messagesIn(locale).poster
  const heading = paragraph(title, { x: side, y: 150, size: 60, face: 'head', most: width, lead: 80 })
  const lead = paragraph(summary, { x: side, y: heading.y + 80, size: 26, fill: colours.quiet, most: width, lead: 42 })
  const below = Math.max(lead.y + 60, 420)
  return sheet(posterSize.width, posterSize.height, [
    skyline(posterSize.width, posterSize.height - 40),
    heading.svg,
    ...lead.svg,
    hotpot({ x: side, y: below, scale: 1.5 }),
    seal(words.seal, { x: posterSize.width - side - 130, y: below + 20, side: 120 }),
    letters(dates, { x: side, y: below + 330, size: 30, face: 'head', most: 420 }),
    letters(facts, { x: side, y: below + 380, size: 28, fill: colours.quiet, most: 420 }),
    ...paragraph(words.call, { x: side, y: below + 450, size: 34, face: 'head', most: 400, lead: 50 }).svg,
    `<rect x="${posterSize.width - side - 264}" y="${below + 240}" width="264" height="264" fill="#fff" stroke="${colours.seal}" stroke-width="3"/>`,
    code(href, { x: posterSize.width - side - 258, y: below + 246, side: 252 }),
    letters(words.scan, {
      x: posterSize.width - side - 132,
      y: below + 546,
      size: 26,
      fill: colours.seal,
      anchor: 'middle',
      most: 264,
    }),
    letters(href.replace(/^https?:\/\//, ''), {
      x: side,
      y: posterSize.height - 16,
      size: 16,
      fill: colours.quiet,
      most: width,
    }),
  ])
}
