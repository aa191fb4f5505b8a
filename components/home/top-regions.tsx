import { paths } from '#app/paths'
import { type Locale, said } from '#core/locale'
import type { WireGroupRow } from '#core/wire'
import type { Messages } from '#messages/zh'
import type { ContestView } from '#services/contest'
import styles from './top-regions.module.css'

interface TopRegionsProps {
  contest: ContestView | null
  /** Best first; none where districts are not ranked, or too few have come. */
  rows: WireGroupRow[]
  locale: Locale
  text: Messages['home']
}

/** The first districts and counties of a contest, with bars as long as their share. */
export function TopRegions({ contest, rows, locale, text }: TopRegionsProps) {
  if (!contest || contest.participants === 0) return <p>{text.boardEmpty}</p>
  const all = (
    <p>
      <a className="onward" href={paths.standings(locale, contest.slug, { by: 'region' })}>
        {text.allBoards}
      </a>
    </p>
  )
  if (rows.length === 0)
    return (
      <>
        <p>{text.boardUnranked}</p>
        {all}
      </>
    )
  const most = rows[0]?.perTenThousand ?? 1
  const areTied = rows.every(row => row.rank === rows[0]?.rank)
  return (
    <>
      <p>
        {text.boardLead}
        <span className={styles.contest}>{said(contest.title, locale)}</span>
      </p>
      <ol className={styles.rows}>
        {rows.map(row => (
          <li key={row.slug} className={styles.row}>
            <a href={paths.standings(locale, contest.slug, { by: 'person', region: row.slug })}>{row.name}</a>
            <span className={styles.rate}>{text.perTenThousand((row.perTenThousand ?? 0).toFixed(2))}</span>
            <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect width={Math.max(1, (100 * (row.perTenThousand ?? 0)) / most)} height="4" />
            </svg>
          </li>
        ))}
      </ol>
      {areTied && <p className={styles.ties}>{text.boardTies}</p>}
      {all}
    </>
  )
}
