import { count } from '#app/format'
import { paths } from '#app/paths'
import { classesOf } from '#core/standing/classes'
import type { WireGroupRow } from '#core/wire'
import { OwnTile } from './own-tile.tsx'
import type { BoardParts } from './shared.ts'
import styles from './tile-map.module.css'

/** In units of the drawing; the gap leaves room for the ring around one's own tile. */
const size = 40
const step = 42

/** A diagram in equal tiles, in the keyboard's order of rows, each a link that says its values. */
export function TileMap({ contest, regions, locale, words, rows }: BoardParts & { rows: WireGroupRow[] }) {
  const byRegion = new Map(rows.map(row => [row.slug, row]))
  const { classes, levelOf } = classesOf(rows.map(row => row.perTenThousand))
  const tiles = regions
    .flatMap(({ slug, short, tileCol, tileRow }) => {
      const row = byRegion.get(slug)
      if (!row || tileCol === null || tileRow === null) return []
      return [{ slug, short, row, x: (tileCol - 1) * step + 1, y: (tileRow - 1) * step + 1 }]
    })
    .sort((a, b) => a.y - b.y || a.x - b.x)
  const width = Math.max(...tiles.map(tile => tile.x)) + size + 1
  const height = Math.max(...tiles.map(tile => tile.y)) + size + 1
  return (
    <figure className={styles.figure}>
      <div className={styles.scroll}>
        <svg className={styles.map} viewBox={`0 0 ${width} ${height}`}>
          <title>{words.map}</title>
          {tiles.map(({ slug, short, row, x, y }) => {
            const level = levelOf(row.perTenThousand)
            const rate = level ? (row.perTenThousand ?? 0).toFixed(2) : '–'
            return (
              <a
                key={slug}
                href={paths.standings(locale, contest.slug, { by: 'person', region: slug })}
                aria-label={words.mapTile(short, rate, row.participants === null ? words.few : count(row.participants))}
                className={styles.tile}
              >
                <rect className={styles[`level${level ?? 0}`]} x={x} y={y} width={size} height={size} />
                <text
                  className={`${styles.name} ${level && level > 3 ? styles.light : ''}`}
                  x={x + size / 2}
                  y={y + 18}
                  data-long={short.length > (locale === 'zh' ? 2 : 6) || undefined}
                >
                  {short}
                </text>
                <text
                  className={`${styles.value} ${level && level > 3 ? styles.light : ''}`}
                  x={x + size / 2}
                  y={y + 33}
                >
                  {rate}
                </text>
              </a>
            )
          })}
          <OwnTile
            slug={contest.slug}
            locale={locale}
            words={words.own}
            size={size}
            corners={Object.fromEntries(tiles.map(({ slug, x, y }) => [slug, [x, y]]))}
          />
        </svg>
      </div>
      <figcaption className={styles.caption}>
        {words.mapWhy}
        {classes.length > 0 && (
          <ul className={styles.legend} aria-label={words.legend}>
            {classes.map(({ level, from, to }) => (
              <li key={level}>
                <svg className={styles.swatch} viewBox="0 0 1 1" aria-hidden="true">
                  <rect className={styles[`level${level}`]} width="1" height="1" />
                </svg>
                {from === to ? from.toFixed(2) : `${from.toFixed(2)} – ${to.toFixed(2)}`}
              </li>
            ))}
          </ul>
        )}
      </figcaption>
    </figure>
  )
}
