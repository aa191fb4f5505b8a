import { paths } from '#app/paths'
import { figures } from '#core/attempt/countdown'
import type { WirePersonRow } from '#core/wire'
import { Button } from '../button.tsx'
import { Pagination } from '../pagination.tsx'
import { Table, tableStyles } from '../table.tsx'
import { OwnRow } from './own-row.tsx'
import styles from './people.module.css'
import type { BoardParts } from './shared.ts'

/** People in order; one's own row stands above them, wherever it is in the list. */
export function People({
  board,
  contest,
  regions,
  locale,
  words,
  rows,
  isFirst,
}: BoardParts & { rows: WirePersonRow[]; isFirst: boolean }) {
  const { slug } = contest
  const region = regions.find(one => one.slug === board.region)
  // Anonymous people may share all that is shown: only the place in the list tells them apart.
  const numbered = rows.map((row, line) => ({ ...row, line }))
  const here = { by: 'person' as const, region: board.region }
  return (
    <>
      <form className={styles.filter} method="get" action={paths.standings(locale, slug)}>
        <label htmlFor="region">{words.filter}</label>
        <select id="region" name="region" defaultValue={board.region ?? ''} className={styles.select}>
          <option value="">{words.everywhere}</option>
          {regions
            .filter(one => one.kind !== 'zone')
            .map(one => (
              <option key={one.slug} value={one.slug}>
                {one.name}
              </option>
            ))}
        </select>
        <Button type="submit">{words.show}</Button>
      </form>
      <OwnRow
        slug={slug}
        region={board.region}
        locale={locale}
        words={words.own}
        boardHref={paths.standings(locale, slug, { by: 'person', region: 'REGION' })}
      />
      {rows.length === 0 ? (
        <p className={styles.empty}>
          {contest.phase === 'closed' ? words.emptyClosed : region ? words.emptyRegion(region.name) : words.empty}
        </p>
      ) : (
        <Table caption={words.persons} captionSpoken>
          <thead>
            <tr>
              <th scope="col">{words.rank}</th>
              <th scope="col">{words.name}</th>
              {!board.region && <th scope="col">{words.region}</th>}
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
                </th>
                {!board.region && <td>{row.regionName}</td>}
                <td className={tableStyles.number}>{row.score}</td>
                <td className={tableStyles.number}>{figures(Math.floor(row.durationMs / 1000) * 1000)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pagination
        label={words.pages}
        previous={isFirst ? null : { href: paths.standings(locale, slug, here), label: words.first }}
        next={
          board.next ? { href: paths.standings(locale, slug, { ...here, after: board.next }), label: words.next } : null
        }
      />
    </>
  )
}
