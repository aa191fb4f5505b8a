import { classesOf } from '#core/standing/classes'
import type { WireLive } from '#core/wire-live'
import styles from './screen.module.css'

export interface Tile {
  slug: string
  short: string
  /** From 1. */
  col: number
  row: number
}

const size = 40
const step = 42

/** Districts and counties as equal tiles, for reading at ten metres: name and value, nothing to press. */
export function ScreenMap({ tiles, rows, label }: { tiles: Tile[]; rows: WireLive['regions']; label: string }) {
  const values = new Map(rows.map(row => [row.slug, row.perTenThousand]))
  const { levelOf } = classesOf(rows.map(row => row.perTenThousand))
  const shown = tiles.filter(tile => values.has(tile.slug))
  const width = Math.max(1, ...shown.map(tile => tile.col)) * step
  const height = Math.max(1, ...shown.map(tile => tile.row)) * step
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {shown.map(({ slug, short, col, row }) => {
        const value = values.get(slug) ?? null
        const level = levelOf(value)
        const light = level !== null && level > 3 ? styles.light : ''
        const [x, y] = [(col - 1) * step + 1, (row - 1) * step + 1]
        return (
          <g key={slug}>
            <rect className={styles[`level${level ?? 0}`]} x={x} y={y} width={size} height={size} />
            <text
              className={`${styles.name} ${light}`}
              x={x + size / 2}
              y={y + 18}
              data-long={short.length > (/[a-z]/.test(short) ? 6 : 2) || undefined}
            >
              {short}
            </text>
            <text className={`${styles.value} ${light}`} x={x + size / 2} y={y + 34}>
              {level === null ? '–' : (value ?? 0).toFixed(2)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
