/** Square pictures for sharing: one for every link, and one of a person's result, made at their wish. */
import type { Locale } from '#core/locale'
import { messagesIn } from '#messages/messages'
import { letters, paragraph } from './letters.ts'
import { code, colours, hotpot, seal, sheet, skyline } from './parts.ts'

/** The picture behind every link: 600 × 600. */
export function linkSheet(): string {
  const { home, frame } = messagesIn('zh')
  const [first = '', second = ''] = home.title.split(/(?<=，)/)
  return sheet(600, 600, [
    skyline(600, 570),
    letters(first, { x: 44, y: 110, size: 62, face: 'head' }),
    letters(second, { x: 44, y: 190, size: 62, face: 'head', most: 512 }),
    hotpot({ x: 60, y: 232, scale: 1.45 }),
    seal(['答', '题'], { x: 446, y: 300, side: 104 }),
    `<path fill="${colours.paper}" d="M0 576h600v24H0z"/>`,
    letters(frame.siteName, { x: 300, y: 594, size: 17, fill: colours.quiet, anchor: 'middle' }),
  ])
}

export interface ShownResult {
  locale: Locale
  contest: string
  /** Chosen for this picture; null: without a name. */
  nickname: string | null
  score: number
  maximum: number
  district: string | null
  /** What the code leads to. */
  href: string
}

/** A result to show to friends: 900 × 1200. */
export function resultSheet({ locale, contest, nickname, score, maximum, district, href }: ShownResult): string {
  const words = messagesIn(locale).share
  const title = paragraph(contest, { x: 70, y: 130, size: 46, face: 'head', most: 760, lead: 62 })
  const from = { x: 70, most: 440 }
  const name = paragraph(nickname ?? '', { ...from, y: title.y + 104, size: 42, lead: 52 })
  const home = paragraph(district ?? '', { ...from, y: name.y + 58, size: 32, lead: 42, fill: colours.quiet })
  const pot = Math.max(title.y + 240, home.y + 34)
  const [asked = '', more = ''] = words.invite.split(/(?<=，)/)
  return sheet(900, 1200, [
    skyline(900, 1160),
    title.svg,
    ...(nickname === null ? [] : [name.svg]),
    ...(district === null ? [] : [home.svg]),
    seal([String(score), words.of(maximum)], { x: 560, y: title.y + 60, side: 270 }),
    hotpot({ x: 70, y: pot, scale: 1.5 }),
    `<rect x="586" y="${title.y + 390}" width="244" height="244" fill="#fff" stroke="${colours.seal}" stroke-width="3"/>`,
    code(href, { x: 592, y: title.y + 396, side: 232 }),
    letters(words.scan, { x: 708, y: title.y + 682, size: 32, fill: colours.seal, anchor: 'middle', most: 300 }),
    ...[asked, more].map(
      (line, i) => paragraph(line, { ...from, y: pot + 320 + i * 58, size: 40, face: 'head', lead: 58 }).svg,
    ),
  ])
}
