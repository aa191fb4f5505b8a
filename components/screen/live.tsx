'use client'
import { useEffect, useState } from 'react'
import type { Plain } from '#app/plain'
import type { Locale } from '#core/locale'
import type { WireLive } from '#core/wire-live'
import type { Messages } from '#messages/zh'
import { listen } from './listen.ts'
import { ScreenMap, type Tile } from './map.tsx'
import styles from './screen.module.css'

interface LiveProps {
  path: string
  first: WireLive
  tiles: Tile[]
  locale: Locale
  text: Plain<Messages['screen']>
}

/** The living half of a big screen: counters, tiles, boards, and as of when they hold. */
export function Live({ path, first, tiles, locale, text }: LiveProps) {
  const [state, setState] = useState(first)
  const [asOf, setAsOf] = useState(first.asOf)
  const [isThere, setIsThere] = useState(true)
  useEffect(
    () =>
      listen(path, {
        onState: next => {
          setState(next)
          setAsOf(next.asOf)
        },
        onBeat: setAsOf,
        onLine: setIsThere,
      }),
    [path],
  )
  const shortNames = new Map(tiles.map(tile => [tile.slug, tile.short]))
  const best = bestOf(state)
  const nobody = nobodyIn(state, text)
  return (
    <>
      <dl className={styles.counters}>
        <Counter label={text.participants} n={state.participants} />
        <Counter label={text.regionsIn} n={state.regionsIn} />
      </dl>
      <div className={styles.map}>
        <ScreenMap tiles={tiles} rows={state.regions} label={text.map} locale={locale} />
        <p className={styles.why}>{text.mapWhy}</p>
      </div>
      <section className={styles.board}>
        <h2>{text.regions}</h2>
        {best.length === 0 && (
          <p>{!state.ranks ? text.noRanks : state.participants > 0 && !state.hidden ? text.few : nobody}</p>
        )}
        <ol>
          {best.map(row => (
            <li key={row.slug}>
              <span className={styles.who}>{shortNames.get(row.slug) ?? row.name}</span>
              <span className={styles.figure}>{(row.perTenThousand ?? 0).toFixed(2)}</span>
            </li>
          ))}
        </ol>
      </section>
      <section className={styles.board}>
        <h2>{text.people}</h2>
        {state.people.length === 0 && <p>{nobody}</p>}
        <ol>
          {state.people.map((row, i) => (
            // Rows have no name of their own: people may share rank, name and score.
            <li key={String(i)}>
              <span className={styles.rank}>{row.rank}</span>
              <span className={styles.who}>
                {row.name} <small>{shortNames.get(row.region ?? '')}</small>
              </span>
              <span className={styles.figure}>{row.score}</span>
            </li>
          ))}
        </ol>
      </section>
      <p className={styles.asOf} role="status" data-lost={!isThere || undefined}>
        {isThere ? '' : `${text.lost} `}
        {state.frozen && <strong>{text.frozen} </strong>}
        {text.asOf} <time suppressHydrationWarning>{clockOf(asOf)}</time>
      </p>
    </>
  )
}

/** Why a board is empty. */
function nobodyIn({ hidden, phase }: WireLive, text: LiveProps['text']): string {
  if (hidden) return text.hidden
  return phase === 'closed' ? text.nobodyCame : text.nobody
}

/** Five with the most participants for their size; none where the organizer leaves ranks out. */
const bestOf = ({ regions, ranks }: WireLive) =>
  ranks
    ? regions
        .filter(row => row.perTenThousand !== null && row.perTenThousand > 0)
        .sort((a, b) => (b.perTenThousand ?? 0) - (a.perTenThousand ?? 0))
        .slice(0, 5)
    : []

function Counter({ label, n }: { label: string; n: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{n.toLocaleString('en-US')}</dd>
    </div>
  )
}

/** 09:05:30 in Shanghai, wherever the screen hangs: UTC+8 all year. */
const clockOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(11, 19)
