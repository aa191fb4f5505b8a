import { count, dayTime } from '#app/format'
import { paths } from '#app/paths'
import { Notice } from '../notice.tsx'
import styles from './head.module.css'
import type { BoardParts } from './shared.ts'

/** Which board this is, how old, and the ways to the others. */
export function BoardHead({ board, contest, regions, locale, words }: BoardParts) {
  const region = regions.find(one => one.slug === board.region)
  const titles = { person: words.persons, region: words.regions, organisation: words.organisations }
  const labels = { person: words.byPerson, region: words.byRegion, organisation: words.byOrganisation }
  return (
    <>
      <h1>{region ? words.inRegion(region.name) : titles[board.by]}</h1>
      <p className={styles.state}>
        <span>{words.participants(count(board.participants))}</span>
        {contest.phase === 'closed' && <span>{words.final}</span>}
        <span>{words.asOf(dayTime(board.asOf, locale))}</span>
      </p>
      {contest.sample && (
        <div className={styles.sample}>
          <Notice kind="attention" title={words.sample}>
            {words.sampleWhy}
          </Notice>
        </div>
      )}
      <nav className={styles.views} aria-label={words.views}>
        {(['person', 'region', 'organisation'] as const).map(by => (
          <a
            key={by}
            className={styles.view}
            href={paths.standings(locale, contest.slug, by === 'person' ? {} : { by })}
            aria-current={by === board.by ? 'page' : undefined}
          >
            {labels[by]}
          </a>
        ))}
      </nav>
    </>
  )
}
