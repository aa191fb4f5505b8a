import { paths } from '#app/paths'
import { figures } from '#core/attempt/countdown'
import type { WirePersonRow } from '#core/wire'
import { ButtonLink } from '../button.tsx'
import { Table, tableStyles } from '../table.tsx'
import { OwnRow } from './own-row.tsx'
import styles from './people.module.css'
import type { BoardParts } from './shared.ts'

/** People in order; one's own row stands above them, wherever it is in the list. */
export function People({ board, contest, regions, locale, words, rows }: BoardParts & { rows: WirePersonRow[] }) {
  const { slug } = contest
  const region = regions.find(one => one.slug === board.region)
  // Anonymous people may share all that is shown: only the place in the list tells them apart.
  const numbered = rows.map((row, line) => ({ ...row, line }))
  const scope = board.scope === 'whole' ? null : board.scope
  const empty = region ? words.emptyRegion(region.name) : words.empty
  return (
    <>
      <OwnRow
        slug={slug}
        region={board.region}
        scope={scope}
        locale={locale}
        words={words.own}
        boardHref={paths.standings(locale, slug, { region: 'REGION', scope })}
      />
      {rows.length === 0 ? (
        <>
          <p className={styles.empty}>
            {board.page > 1 ? words.beyond : contest.phase === 'closed' ? words.emptyClosed : empty}
          </p>
          {contest.phase === 'open' && board.page === 1 && (
            <ButtonLink kind="seal" href={paths.contest(locale, slug)}>
              {words.take}
            </ButtonLink>
          )}
        </>
      ) : (
        <div className={styles.people}>
          <Table caption={words.persons} captionSpoken>
            <thead>
              <tr>
                <th scope="col">{words.rank}</th>
                <th scope="col">{words.name}</th>
                {!board.region && (
                  <th scope="col" className={styles.region}>
                    {words.region}
                  </th>
                )}
                <th scope="col" className={tableStyles.number}>
                  {words.score}
                </th>
                <th scope="col" className={tableStyles.number}>
                  {words.time}
                </th>
              </tr>
            </thead>
            <tbody>
              {numbered.map(row => (
                <tr key={row.line}>
                  <td className={styles.rank}>{row.rank}</td>
                  <th scope="row" className={styles.name}>
                    {row.name}
                    {!board.region && <span className={styles.below}>{row.regionName}</span>}
                  </th>
                  {!board.region && <td className={styles.region}>{row.regionName}</td>}
                  <td className={tableStyles.number}>{row.score}</td>
                  <td className={tableStyles.number}>{figures(Math.floor(row.durationMs / 1000) * 1000)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </>
  )
}
