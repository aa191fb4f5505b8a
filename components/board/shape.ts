/** Tiles of the diagrams, in units of the drawing. */
import type { Locale } from '#core/locale'

interface TileShape {
  width: number
  height: number
  /** Names of more letters, and numbers of more figures, are squeezed to the tile's width. */
  letters: number
  figures: number
}

/** English names are long: their tiles are wider. */
export const tileShapes: Record<Locale, TileShape> = {
  zh: { width: 40, height: 40, letters: 2, figures: 4 },
  en: { width: 54, height: 40, letters: 4, figures: 6 },
}
/** Leaves room for the ring around one's own tile. */
export const tileGap = 2
