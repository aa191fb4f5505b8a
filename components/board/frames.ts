/** What the tile map shows: its tiles, and for each day that can be replayed their values as text and class. */
import { day as sayDay } from '#app/format'
import { paths } from '#app/paths'
import { classesOf, type MapClass } from '#core/standing/classes'
import { fewestRanked, fewestShown } from '#core/standing/league'
import { type Day, startOfScope } from '#core/standing/scope'
import type { WireGroupRow } from '#core/wire'
import { tileGap, tileShapes } from './shape.ts'
import type { BoardParts } from './shared.ts'

export interface Tile {
  slug: string
  short: string
  href: string
  x: number
  y: number
}

export interface Frame {
  /** The day, as it is said; '' for a map of one moment. */
  label: string
  /** In the order of the tiles. */
  values: { text: string; level: number; spoken: string }[]
}

/** People who had come by the end of each day, by region. */
export type Replay = { day: Day; people: Record<string, number> }[]

/** Row by row from the north, as a keyboard goes through them. */
export function tilesOf({ board, contest, regions, locale }: BoardParts, rows: readonly WireGroupRow[]): Tile[] {
  const shown = new Set(rows.map(row => row.slug))
  const scope = board.scope === 'whole' ? null : board.scope
  const { width, height } = tileShapes[locale]
  return regions
    .flatMap(({ slug, short, tileCol, tileRow }) => {
      if (!shown.has(slug) || tileCol === null || tileRow === null) return []
      const href = paths.standings(locale, contest.slug, { region: slug, scope })
      return [
        { slug, short, href, x: (tileCol - 1) * (width + tileGap) + 1, y: (tileRow - 1) * (height + tileGap) + 1 },
      ]
    })
    .sort((a, b) => a.y - b.y || a.x - b.x)
}

/** The last frame is the present. Classes are those of the last one, so that colours grow with the days. */
export function framesOf(
  parts: BoardParts,
  rows: readonly WireGroupRow[],
  tiles: readonly Tile[],
  replay: Replay,
): { frames: Frame[]; classes: MapClass[] } {
  const { board, contest, locale, words } = parts
  const bySlug = new Map(rows.map(row => [row.slug, row]))
  const shownValue = (row: WireGroupRow | undefined) =>
    board.view === 'mean' ? row?.mean : board.view === 'growth' ? row?.growth : row?.perTenThousand
  const now = tiles.map(({ slug }) => shownValue(bySlug.get(slug)) ?? null)
  // The mean of few people is told, and not coloured.
  const coloured = tiles.map(({ slug }, i) => {
    const people = bySlug.get(slug)?.participants ?? 0
    return board.view === 'mean' && people < fewestRanked ? null : (now[i] ?? null)
  })
  const { classes, levelOf } = classesOf(coloured)
  const label = words.legendOf[board.view ?? 'participation']
  const digits = board.view === 'mean' ? 1 : 2
  const tell = (tile: Tile, value: number | null, nobody: boolean, colour = value) => {
    const text = nobody ? '–' : (value?.toFixed(digits) ?? words.fewShort)
    return { text, level: levelOf(colour) ?? 0, spoken: words.mapValue(tile.short, text, label) }
  }
  const present = tiles.map((tile, i) =>
    tell(tile, now[i] ?? null, bySlug.get(tile.slug)?.participants === 0, coloured[i] ?? null),
  )
  if (board.view !== 'participation' || board.scope !== 'whole' || replay.length < 2)
    return { frames: [{ label: '', values: present }], classes }
  const residents = new Map(parts.regions.map(region => [region.slug, region.population]))
  const frames = replay.map(({ day, people }, i) => ({
    label: sayDay(startOfScope(contest, day), locale),
    values:
      i === replay.length - 1
        ? present
        : tiles.map(tile => {
            const n = people[tile.slug] ?? 0
            const population = residents.get(tile.slug) ?? null
            const isTold = population !== null && n >= fewestShown
            return tell(tile, isTold ? (n / population) * 10_000 : null, n === 0)
          }),
  }))
  return { frames, classes }
}
