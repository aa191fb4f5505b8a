/** Tiles of the diagrams, in units of the drawing. */
import type { Locale } from '#core/locale'

export interface TileShape {
  width: number
  height: number
}

/** English names are long: their tiles are wider. */
export const tileShapes: Record<Locale, TileShape> = {
  zh: { width: 40, height: 40 },
  en: { width: 54, height: 40 },
}
/** Leaves room for the ring around one's own tile. */
export const tileGap = 2

/** Widths of letters that are not like most, in parts of the letters' size: those of DejaVu Sans Bold, the widest face. */
const widths: [letters: RegExp, width: number][] = [
  [/[\u2e80-\uffff]/, 1],
  [/[ijlI'’.,]/, 0.38],
  [/[frt -]/, 0.49],
  [/[mMwW]/, 1.1],
  [/[A-Z]/, 0.83],
]

/** How wide a text is at most. @param size of its letters */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.72) * size, 0)
