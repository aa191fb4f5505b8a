import { count } from '#app/format'
import { paths } from '#app/paths'
import type { WireGroupRow } from '#core/wire'
import { Table, tableStyles } from '../table.tsx'
import styles from './groups.module.css'
import type { BoardParts } from './shared.ts'
import { TileMap } from './tile-map.tsx'

/** Districts and counties, or organisations, in order. */
export function Groups({ board, contest, regions, locale, words, rows }: BoardParts & { rows: WireGroupRow[] }) {
  const isRegion = board.by === 'region'
  const zones = regions.filter(region => region.kind === 'zone').map(zone => zone.name)
  if (rows.length === 0) return <p className={styles.empty}>{isRegion ? words.empty : words.emptyOrganisations}</p>
  return (
    <>
      {isRegion && <TileMap {...{ board, contest, regions, locale, words, rows }} />}
      <p className={styles.why}>{isRegion ? words.rateWhy : words.organisationsWhy}</p>
      <Table caption={isRegion ? words.regions : words.organisations} captionSpoken>
        <thead>
          <tr>
            <th scope="col">{words.rank}</th>
            <th scope="col">{isRegion ? words.region : words.organisation}</th>
            <th scope="col" className={tableStyles.number}>
              {words.people}
            </th>
            {isRegion && (
              <th scope="col" className={tableStyles.number}>
                {words.rate}
              </th>
            )}
            <th scope="col" className={tableStyles.number}>
              {words.mean}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.slug}>
              <td className={styles.rank}>{row.rank ?? '–'}</td>
              <th scope="row">
                {isRegion ? (
                  <a href={paths.standings(locale, contest.slug, { by: 'person', region: row.slug })}>{row.name}</a>
                ) : (
                  row.name
                )}
              </th>
              <td className={tableStyles.number}>{row.participants === null ? words.few : count(row.participants)}</td>
              {isRegion && (
                <td className={tableStyles.number}>
                  {(row.participants !== 0 && row.perTenThousand?.toFixed(2)) || '–'}
                </td>
              )}
              <td className={tableStyles.number}>
                <Mean row={row} words={words} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className={styles.notes}>
        <p>{words.meanWhy}</p>
        {isRegion && <p>{words.population}</p>}
        {isRegion && zones.length > 0 && <p>{words.zones(zones.join(words.zonesJoin))}</p>}
      </div>
    </>
  )
}

function Mean({ row, words }: { row: WireGroupRow; words: BoardParts['words'] }) {
  if (row.participants === 0) return '–'
  return row.mean?.toFixed(1) ?? <span className={styles.hidden}>{words.meanHidden}</span>
}
