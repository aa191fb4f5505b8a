import type { Locale } from '#core/locale'
import { classesOf } from '#core/standing/classes'
import type { WireLive } from '#core/wire-live'
import levels from '../board/levels.module.css'
import { tileGap as gap, tileShapes } from '../board/shape.ts'
import styles from './screen.module.css'

export interface Tile {
  slug: string
  short: string
  /** From 1. */
  col: number
  row: number
}

interface ScreenMapProps {
  tiles: Tile[]
  rows: WireLive['regions']
  label: string
  locale: Locale
}

/** Districts and counties as equal tiles, for reading at ten metres: name and value, nothing to press. */
export function ScreenMap({ tiles, rows, label, locale }: ScreenMapProps) {
  const { width, height, letters, figures } = tileShapes[locale]
  const values = new Map(rows.map(row => [row.slug, row.perTenThousand]))
  const { levelOf } = classesOf(rows.map(row => row.perTenThousand))
  const shown = tiles.filter(tile => values.has(tile.slug))
  const across = Math.max(1, ...shown.map(tile => tile.col)) * (width + gap)
  const down = Math.max(1, ...shown.map(tile => tile.row)) * (height + gap)
  return (
    <svg viewBox={`0 0 ${across} ${down}`} role="img" aria-label={label}>
      {shown.map(({ slug, short, col, row }) => {
        const value = values.get(slug) ?? null
        const level = levelOf(value)
        const word = level !== null && level > 3 ? `${levels.word} ${levels.light}` : levels.word
        const [x, y] = [(col - 1) * (width + gap) + gap / 2, (row - 1) * (height + gap) + gap / 2]
        const figure = level === null ? '–' : (value ?? 0).toFixed(2)
        const isLong = short.length > letters
        return (
          <g key={slug}>
            <rect className={levels[`level${level ?? 0}`]} x={x} y={y} width={width} height={height} />
            <text
              className={`${styles.name} ${word}`}
              x={x + width / 2}
              y={y + 18}
              data-long={isLong || undefined}
              textLength={isLong ? width - gap : undefined}
              lengthAdjust="spacingAndGlyphs"
            >
              {short}
            </text>
            <text
              className={`${styles.value} ${word}`}
              x={x + width / 2}
              y={y + 35}
              textLength={figure.length > figures ? width - 2 * gap : undefined}
              lengthAdjust="spacingAndGlyphs"
            >
              {figure}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
