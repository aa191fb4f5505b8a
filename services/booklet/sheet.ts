/** The sheet that the booklet is printed on, its colours, and what every part of it measures by. */
import type PDFDocument from 'pdfkit'
import type { Entry } from '#core/bank/entry'
import type { Locale, LocalText } from '#core/locale'
import type { messagesIn } from '#messages/messages'

export interface BookletParts {
  locale: Locale
  /** 'YYYY-MM-DD' on which it was made. */
  day: string
  chapters: { number: number; name: LocalText; entries: Entry[] }[]
  laws: Record<string, LocalText>
  terms: { name: LocalText; meaning: LocalText }[]
}

export type Pdf = InstanceType<typeof PDFDocument>
export type Words = ReturnType<typeof messagesIn>['booklet']

/** Points. Both side margins are the same: text that runs over a page keeps its left edge. */
export const sheet = { width: 419.53, height: 595.28, side: 50, top: 62, bottom: 62 }
export const body = { zh: 9.6, en: 9.2 }
export const colours = {
  ink: '#1c2733',
  quiet: '#55606e',
  line: '#d9d2c3',
  seal: '#a8231c',
  river: '#0b5f66',
  far: '#ece6d8',
  near: '#e0d8c6',
}

export function rule(pdf: Pdf, colour: string): void {
  pdf
    .lineWidth(0.6)
    .strokeColor(colour)
    .moveTo(sheet.side, pdf.y)
    .lineTo(sheet.side + textWidth, pdf.y)
    .stroke()
}

export const textWidth = sheet.width - 2 * sheet.side
export const roomLeft = (pdf: Pdf): number => sheet.height - sheet.bottom - pdf.y
/** Of the page last added, from 1. */
export const pageNumber = (pdf: Pdf): number => pdf.bufferedPageRange().start + pdf.bufferedPageRange().count
