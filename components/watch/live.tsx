'use client'
import { useEffect, useState } from 'react'
import type { WireWatch } from '#core/wire-watch'
import styles from './watch.module.css'

interface LiveProps {
  first: WireWatch
  path: string
  /** Instants in the page's language come as words: Intl knows the zone. */
  text: Record<
    | 'started'
    | 'finished'
    | 'going'
    | 'queue'
    | 'errors'
    | 'perMinute'
    | 'minute'
    | 'byRegion'
    | 'region'
    | 'none'
    | 'paused',
    string
  >
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' })

/** Numbers that follow the contest, every five seconds while somebody looks. */
export function Live({ first, path, text }: LiveProps) {
  const [now, setNow] = useState(first)
  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden) return
      const answer = await fetch(path).catch(() => null)
      if (answer?.ok) setNow((await answer.json()) as WireWatch)
    }, 5000)
    return () => clearInterval(timer)
  }, [path])
  const tallest = Math.max(1, ...now.minutes.map(minute => Math.max(minute.started, minute.finished)))
  return (
    <div className={styles.live}>
      {/* One that was there from the first has its notice above. */}
      {now.paused && !first.paused && (
        <p role="status" className={styles.paused}>
          {text.paused}
        </p>
      )}
      <dl className={styles.numbers}>
        <Figure label={text.started} n={now.started} />
        <Figure label={text.going} n={now.started - now.finished} />
        <Figure label={text.finished} n={now.finished} />
        <Figure label={text.queue} n={now.queue} />
        <Figure label={text.errors} n={now.errors.recent} />
      </dl>
      <div className={styles.tables}>
        <table className={styles.table}>
          <caption>{text.perMinute}</caption>
          <thead>
            <tr>
              <th scope="col">{text.minute}</th>
              <th scope="col">{text.started}</th>
              <th scope="col">{text.finished}</th>
            </tr>
          </thead>
          <tbody>
            {now.minutes.map(minute => (
              <tr key={minute.at}>
                <th scope="row">{clock.format(minute.at)}</th>
                <td>
                  <Bar n={minute.started} of={tallest} />
                </td>
                <td>
                  <Bar n={minute.finished} of={tallest} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className={styles.table}>
          <caption>{text.byRegion}</caption>
          <thead>
            <tr>
              <th scope="col">{text.region}</th>
              <th scope="col">{text.started}</th>
              <th scope="col">{text.finished}</th>
            </tr>
          </thead>
          <tbody>
            {now.regions.map(region => (
              <tr key={region.slug}>
                <th scope="row">{region.name}</th>
                <td>{region.started.toLocaleString('en-US')}</td>
                <td>{region.finished.toLocaleString('en-US')}</td>
              </tr>
            ))}
            {now.regions.length === 0 && (
              <tr>
                <td colSpan={3}>{text.none}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </div>
  )
}

const Figure = ({ label, n }: { label: string; n: number }) => (
  <div>
    <dt>{label}</dt>
    <dd>{n.toLocaleString('en-US')}</dd>
  </div>
)

/** The number, and beside it how it compares. */
const Bar = ({ n, of }: { n: number; of: number }) => (
  <>
    {n.toLocaleString('en-US')} <progress className={styles.bar} value={n} max={of} aria-hidden="true" />
  </>
)
