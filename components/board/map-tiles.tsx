'use client'
import { useState } from 'react'
import type { Locale } from '#core/locale'
import type { Messages } from '#messages/zh'
import { Fitted } from './fitted.tsx'
import type { Frame, Tile } from './frames.ts'
import levels from './levels.module.css'
import { OwnTile } from './own-tile.tsx'
import { tileGap, tileShapes } from './shape.ts'
import styles from './tile-map.module.css'

/** As in tile-map.module.css. */
const nameSize: Record<Locale, number> = { zh: 15, en: 13 }

interface MapTilesProps {
  slug: string
  locale: Locale
  tiles: Tile[]
  /** The last one is the present; of several, a slider chooses. */
  frames: Frame[]
  words: { title: string; replay: string; replayDay: string; own: Messages['board']['own'] }
}

export function MapTiles({ slug, locale, tiles, frames, words }: MapTilesProps) {
  const [at, setAt] = useState(frames.length - 1)
  const frame = frames[at] ?? frames[frames.length - 1]
  const { width, height } = tileShapes[locale]
  const across = Math.max(...tiles.map(tile => tile.x)) + width + 1
  const down = Math.max(...tiles.map(tile => tile.y)) + height + 1
  return (
    <>
      {frames.length > 1 && (
        <p className={styles.replay}>
          <label htmlFor="replay">{words.replayDay}</label>
          <input
            id="replay"
            type="range"
            min="0"
            max={frames.length - 1}
            value={at}
            aria-valuetext={frame?.label}
            onChange={event => setAt(Number(event.target.value))}
          />
          <output htmlFor="replay">{frame?.label}</output>
        </p>
      )}
      <div className={styles.scroll}>
        <svg className={styles.map} viewBox={`0 0 ${across} ${down}`}>
          <title>{words.title}</title>
          {tiles.map(({ slug: region, short, href, x, y }, i) => {
            const { text, level, spoken } = frame?.values[i] ?? { text: '', level: 0, spoken: short }
            const word = level > 3 ? `${levels.word} ${levels.light}` : levels.word
            return (
              <a key={region} href={href} aria-label={spoken} className={styles.tile}>
                <rect className={levels[`level${level}`]} x={x} y={y} width={width} height={height} />
                <Fitted
                  className={`${styles.name} ${word}`}
                  x={x + width / 2}
                  y={y + 18}
                  data-long={short.length > 2 || undefined}
                  size={nameSize[locale]}
                  room={width - tileGap}
                >
                  {short}
                </Fitted>{' '}
                <text className={`${styles.value} ${word}`} x={x + width / 2} y={y + 34}>
                  {text}
                </text>
              </a>
            )
          })}
          <OwnTile
            slug={slug}
            locale={locale}
            words={words.own}
            width={width}
            height={height}
            corners={Object.fromEntries(tiles.map(tile => [tile.slug, [tile.x, tile.y]]))}
          />
        </svg>
      </div>
    </>
  )
}
