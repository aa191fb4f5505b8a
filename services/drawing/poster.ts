/** The poster of a contest: A4 upright, for a wall, a lift, a group chat. */
import type { Locale } from '#core/locale'
import { messagesIn } from '#messages/messages'
import { letters, paragraph } from './letters.ts'
import { code, colours, hotpot, seal, sheet, skyline } from './parts.ts'

export interface PosterParts {
  locale: Locale
  title: string
  summary: string
  /** 4月20日 09:00, 至 4月26日 18:00 */
  dates: [string, string]
  /** 20 题 · 10 分钟 */
  facts: string
  /** What the code leads to. */
  href: string
}

/** Units of the drawing: half a millimetre each, 210 × 297 mm. */
export const posterSize = { width: 840, height: 1188 }
const side = 70
const width = posterSize.width - 2 * side
/** Of the hotpot at its own size, with its steam. */
const potHeight = 132

export function posterSheet({ locale, title, summary, dates, facts, href }: PosterParts): string {
  const words = messagesIn(locale).poster
  const heading = paragraph(title, { x: side, y: 150, size: 60, face: 'head', most: width, lead: 80 })
  const lead = paragraph(summary, { x: side, y: heading.y + 80, size: 26, fill: colours.quiet, most: width, lead: 42 })
  // A long title leaves the drawing less room, or none; what follows stands where it always does.
  const [top, below] = [lead.y + 50, 420]
  const scale = Math.min(1.85, (below + 270 - top) / potHeight)
  return sheet(posterSize.width, posterSize.height, [
    skyline(posterSize.width, posterSize.height - 40),
    heading.svg,
    ...lead.svg,
    ...(scale < 0.6 ? [] : [hotpot({ x: side - 20, y: below + 270 - scale * potHeight, scale })]),
    seal(words.seal, { x: posterSize.width - side - 132, y: below + 130, side: 132 }),
    ...dates.map((line, i) => letters(line, { x: side, y: below + 332 + i * 40, size: 28, face: 'head', most: 410 })),
    letters(facts, { x: side, y: below + 418, size: 26, fill: colours.quiet, most: 410 }),
    ...words.call.map((line, i) =>
      letters(line, { x: side, y: below + 488 + i * 50, size: 34, face: 'head', most: 410 }),
    ),
    `<rect x="${posterSize.width - side - 264}" y="${below + 290}" width="264" height="264" fill="#fff" stroke="${colours.seal}" stroke-width="3"/>`,
    code(href, { x: posterSize.width - side - 258, y: below + 296, side: 252 }),
    letters(words.scan, {
      x: posterSize.width - side - 132,
      y: below + 592,
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
