import { paths } from '#app/paths'
import { type Locale, said } from '#core/locale'
import type { WireGroupRow } from '#core/wire'
import type { Messages } from '#messages/zh'
import type { ContestView } from '#services/contest'
import { runtime } from '#services/runtime'
import { standingsOf } from '#services/standing'
import styles from './top-regions.module.css'

interface TopRegionsProps {
  contest: ContestView | null
  locale: Locale
  text: Messages['home']
}

/** The first five districts and counties of a contest, with bars as long as their share. */
export async function TopRegions({ contest, locale, text }: TopRegionsProps) {
  const rows = contest ? await topRegions(contest.slug, locale) : []
  if (!contest || rows.length === 0) return <p>{text.boardEmpty}</p>
  const most = rows[0]?.perTenThousand ?? 1
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
      <p>
        <a href={paths.standings(locale, contest.slug, { by: 'region' })}>{text.allBoards}</a>
      </p>
    </>
  )
}

async function topRegions(slug: string, locale: Locale): Promise<WireGroupRow[]> {
  const query = { slug, by: 'region', region: null, limit: 50, after: null, accountId: null, locale } as const
  const standings = await standingsOf(runtime(), query)
  if (!standings.ok) return []
  return (standings.value.rows as WireGroupRow[])
    .filter(row => row.perTenThousand !== null && row.participants > 0)
    .sort((a, b) => (b.perTenThousand ?? 0) - (a.perTenThousand ?? 0))
    .slice(0, 5)
}
