/** Tiles of the diagrams, in units of the drawing. */
import type { Locale } from '#core/locale'

/** English names are long: their tiles are wider. Names of more letters than these are squeezed to the tile's width. */
export const tileShapes: Record<Locale, { width: number; height: number; letters: number }> = {
  zh: { width: 40, height: 40, letters: 2 },
  en: { width: 54, height: 40, letters: 4 },
}
/** Leaves room for the ring around one's own tile. */
export const tileGap = 2
