import { paths } from '#app/paths'
import { leagueViews } from '#core/standing/league'
import type { WireGroupRow } from '#core/wire'
import { ButtonLink } from '../button.tsx'
import { Table, tableStyles } from '../table.tsx'
import { columnsOf, rangeOf } from './columns.ts'
import styles from './groups.module.css'
import type { BoardParts } from './shared.ts'

/** Districts and counties, or organisations, in order. */
export function Groups(parts: BoardParts & { rows: WireGroupRow[]; shownDay: string }) {
  const { board, contest, locale, words, rows, shownDay } = parts
  const isRegion = board.by === 'region'
  const scope = board.scope === 'whole' ? null : board.scope
  const columns = columnsOf(parts)
  const hrefOf = (row: WireGroupRow) => paths.standings(locale, contest.slug, { region: row.slug, scope })
  // Places from which nobody has come are named in a line: a table of noughts says nothing more.
  const [absent, present] = [rows.filter(row => row.participants === 0), rows.filter(row => row.participants !== 0)]
  if (present.length === 0)
    return (
      <>
        <p className={styles.empty}>{isRegion ? emptyOf(parts) : words.emptyOrganisations}</p>
        {contest.phase === 'open' && (
          <ButtonLink kind="seal" href={paths.contest(locale, contest.slug)}>
            {words.take}
          </ButtonLink>
        )}
      </>
    )
  return (
    <>
      {isRegion && <Views {...parts} />}
      <p className={styles.why}>{isRegion ? whyOf(parts, shownDay) : words.organisationsWhy}</p>
      <div className={styles.groups}>
        <Table caption={isRegion ? words.regions : words.organisations} captionSpoken>
          <thead>
            <tr>
              <th scope="col">{words.rank}</th>
              <th scope="col">{isRegion ? words.region : words.organisation}</th>
              {columns.map(({ heading, range }) => (
                <th key={heading} scope="col" className={tableStyles.number}>
                  {heading}
                  {range && <span className={styles.below}>{words.range}</span>}
                </th>
              ))}
              {isRegion && (
                <th scope="col" className={`${tableStyles.number} ${styles.range}`}>
                  {words.range}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {present.map(row => (
              <tr key={row.slug}>
                <td className={styles.rank}>{rankOf(row, rows, words)}</td>
                <th scope="row" className={styles.name}>
                  {isRegion ? <a href={hrefOf(row)}>{row.name}</a> : row.name}
                </th>
                {columns.map(({ heading, cell, range }) => (
                  <td key={heading} className={tableStyles.number}>
                    {cell(row)}
                    {range && <span className={styles.below}>{rangeOf(parts, row)}</span>}
                  </td>
                ))}
                {isRegion && <td className={`${tableStyles.number} ${styles.range}`}>{rangeOf(parts, row)}</td>}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      {absent.length > 0 && (
        <p className={styles.absent}>
          {words.absent}
          {absent.map(row => (
            <a key={row.slug} href={hrefOf(row)}>
              {row.name}
            </a>
          ))}
        </p>
      )}
      {isRegion && <Notes {...parts} />}
    </>
  )
}

const emptyOf = ({ contest, words }: BoardParts): string =>
  contest.phase === 'closed' ? words.emptyClosed : words.empty

/** One's own choice of how places are compared: none of them is the only honest one. */
function Views({ board, contest, locale, words }: BoardParts) {
  return (
    <nav className={styles.views} aria-label={words.leagueViews}>
      {leagueViews.map(view => (
        <a
          key={view}
          className={styles.view}
          href={paths.standings(locale, contest.slug, {
            by: 'region',
            view: view === 'participation' ? null : view,
            scope: board.scope === 'whole' ? null : board.scope,
          })}
          aria-current={view === board.view ? 'page' : undefined}
        >
          {words.leagueView[view]}
        </a>
      ))}
    </nav>
  )
}

function whyOf({ board, words }: BoardParts, day: string): string {
  const why = board.view === 'growth' ? words.leagueWhy.growth(day) : words.leagueWhy[board.view ?? 'participation']
  return `${why}${words.sentenceJoin}${board.ranks ? words.ties : words.noRanks}`
}

/** A shared rank is said to be one. */
function rankOf(row: WireGroupRow, rows: readonly WireGroupRow[], words: BoardParts['words']): string {
  if (row.rank === null) return '–'
  const isShared = rows.some(other => other !== row && other.rank === row.rank)
  return isShared ? words.shared(String(row.rank)) : String(row.rank)
}

function Notes({ board, contest, regions, locale, words }: BoardParts) {
  const zones = regions.filter(region => region.kind === 'zone').map(zone => zone.name)
  const asked = { scope: board.scope === 'whole' ? null : board.scope, view: board.view }
  return (
    <div className={styles.notes}>
      <p>
        <a href={paths.regionTable(locale, contest.slug, asked)}>{words.csv}</a>
      </p>
      <p>{words.rangeWhy}</p>
      <p>{words.shrinkWhy}</p>
      <p>{words.meanWhy}</p>
      <p>{words.population}</p>
      {zones.length > 0 && <p>{words.zones(zones.join(words.zonesJoin))}</p>}
    </div>
  )
}
