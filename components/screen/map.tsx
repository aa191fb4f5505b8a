import { useEffect, useReducer } from 'react'
import type { Locale } from '#core/locale'
import { classesOf } from '#core/standing/classes'
import type { WireLive } from '#core/wire-live'
import { Fitted } from '../board/fitted.tsx'
import levels from '../board/levels.module.css'
import { tileGap as gap, type TileShape, tileShapes } from '../board/shape.ts'
import { linesOf } from './lines.ts'
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

/** How a map stands on a screen: its tiles, the size of their letters, and where its lines stand. */
interface Drawn extends TileShape {
  size: number
  /** Baselines of a name in one line, of one in two where those are wanted, and of the value. */
  one: number
  two: [number, number] | null
  value: number
}

/** Chinese names fit any screen. English ones stand in a line across, and upright in two (screen.module.css). */
const shapes = {
  both: { ...tileShapes.zh, size: 17, one: 18, two: null, value: 35 },
  across: { width: 60, height: 40, size: 14.7, one: 18, two: null, value: 35 },
  upright: { width: 40, height: 42, size: 12.9, one: 19, two: [12.5, 25.2], value: 38.5 },
} satisfies Record<string, Drawn>

/** Districts and counties as equal tiles, for reading at ten metres: name and value, nothing to press. */
export function ScreenMap({ locale, ...given }: ScreenMapProps) {
  const [, measureAgain] = useReducer((n: number) => n + 1, 0)
  // What was not shown before a screen was turned could not be measured.
  useEffect(() => {
    window.addEventListener('resize', measureAgain)
    return () => window.removeEventListener('resize', measureAgain)
  }, [])
  const kinds = locale === 'zh' ? (['both'] as const) : (['across', 'upright'] as const)
  return kinds.map(kind => <Tiles key={kind} {...given} kind={kind} />)
}

function Tiles({ tiles, rows, label, kind }: Omit<ScreenMapProps, 'locale'> & { kind: keyof typeof shapes }) {
  const shape = shapes[kind]
  const values = new Map(rows.map(row => [row.slug, row.perTenThousand]))
  const { levelOf } = classesOf(rows.map(row => row.perTenThousand))
  const shown = tiles.filter(tile => values.has(tile.slug))
  const across = Math.max(1, ...shown.map(tile => tile.col)) * (shape.width + gap)
  const down = Math.max(1, ...shown.map(tile => tile.row)) * (shape.height + gap)
  return (
    <svg viewBox={`0 0 ${across} ${down}`} role="img" aria-label={label} data-kind={kind}>
      {shown.map(({ slug, short, col, row }) => {
        const value = values.get(slug) ?? null
        const x = (col - 1) * (shape.width + gap) + gap / 2
        const y = (row - 1) * (shape.height + gap) + gap / 2
        return <ScreenTile key={slug} {...{ shape, short, value, x, y }} level={levelOf(value)} />
      })}
    </svg>
  )
}

interface ScreenTileProps {
  shape: Drawn
  short: string
  value: number | null
  level: number | null
  x: number
  y: number
}

function ScreenTile({ shape, short, value, level, x, y }: ScreenTileProps) {
  const word = level !== null && level > 3 ? `${levels.word} ${levels.light}` : levels.word
  const lines = shape.two ? linesOf(short) : [short]
  const bases = shape.two && lines.length === 2 ? shape.two : [shape.one]
  const figure = level === null ? '–' : (value ?? 0).toFixed(2)
  const placed = { x: x + shape.width / 2, size: shape.size, room: shape.width - gap }
  return (
    <g>
      <rect className={levels[`level${level ?? 0}`]} x={x} y={y} width={shape.width} height={shape.height} />
      {lines.map((line, i) => (
        <Fitted
          key={line}
          {...placed}
          className={`${styles.name} ${word}`}
          y={y + (bases[i] ?? 0)}
          data-long={line.length > 2 || undefined}
        >
          {line}
        </Fitted>
      ))}
      <Fitted {...placed} className={`${styles.value} ${word}`} y={y + shape.value}>
        {figure}
      </Fitted>
    </g>
  )
}
