import { sentences } from '#app/format'
import type { WireGroupRow } from '#core/wire'
import { framesOf, type Replay, tilesOf } from './frames.ts'
import levels from './levels.module.css'
import { MapTiles } from './map-tiles.tsx'
import type { BoardParts } from './shared.ts'
import styles from './tile-map.module.css'

/** A diagram in equal tiles, each a link that says its value; where days can be replayed, with a slider. */
export function TileMap({ rows, replay, ...parts }: BoardParts & { rows: WireGroupRow[]; replay: Replay }) {
  const { board, contest, locale, words } = parts
  const tiles = tilesOf(parts, rows)
  if (tiles.length === 0) return null
  // Days on which nobody came are nothing to replay.
  const { frames, classes } = framesOf(parts, rows, tiles, board.participants === 0 ? [] : replay)
  const view = board.view ?? 'participation'
  const digits = view === 'mean' ? 1 : 2
  return (
    <figure className={styles.figure}>
      <MapTiles
        slug={contest.slug}
        locale={locale}
        tiles={tiles}
        frames={frames}
        words={{ title: words.map, replay: words.replay, replayDay: words.replayDay, own: words.own }}
      />
      <figcaption className={styles.caption}>
        {sentences(locale, words.mapWhyOf[view], words.mapNone)}
        {classes.length > 0 && (
          <ul className={styles.legend} aria-label={words.legendOf[view]}>
            {classes.map(({ level, from, to }) => (
              <li key={level}>
                <svg className={styles.swatch} viewBox="0 0 1 1" aria-hidden="true">
                  <rect className={levels[`level${level}`]} width="1" height="1" />
                </svg>
                {from === to ? from.toFixed(digits) : `${from.toFixed(digits)} – ${to.toFixed(digits)}`}
              </li>
            ))}
          </ul>
        )}
      </figcaption>
    </figure>
  )
}
