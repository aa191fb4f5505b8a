import { count, dayTime } from '#app/format'
import { paths } from '#app/paths'
import { Notice } from '../notice.tsx'
import styles from './head.module.css'
import type { BoardParts } from './shared.ts'

/** Which board this is, how old, and the ways to the others. */
export function BoardHead({ board, contest, regions, locale, words, scopes }: BoardParts) {
  const region = regions.find(one => one.slug === board.region)
  const part = scopes.find(one => one.scope === board.scope)
  const titles = { person: words.persons, region: words.regions, organisation: words.organisations }
  const labels = { person: words.byPerson, region: words.byRegion, organisation: words.byOrganisation }
  // The rules hide scores until the close, and boards would tell them.
  const isLater = contest.rules.feedback.score === 'at-close' && contest.phase !== 'closed'
  return (
    <>
      <h1>{region ? words.inRegion(region.name) : titles[board.by]}</h1>
      {part && <p className={styles.part}>{part.name}</p>}
      <p className={styles.state}>
        <span>{words.participants(count(board.participants))}</span>
        {contest.phase === 'closed' && <span>{words.final}</span>}
        <span>{words.asOf(dayTime(board.asOf, locale))}</span>
      </p>
      {board.frozenSince !== null && (
        <div className={styles.sample}>
          <Notice kind="attention" title={words.frozen}>
            {words.frozenWhy(dayTime(board.frozenSince, locale))}
          </Notice>
        </div>
      )}
      {board.revealing && (
        <div className={styles.sample}>
          <Notice kind="attention" title={isLater ? words.later : board.regrading ? words.regrading : words.revealing}>
            {isLater ? words.laterWhy : board.regrading ? words.regradingWhy : words.revealingWhy}
          </Notice>
        </div>
      )}
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
            href={paths.standings(locale, contest.slug, {
              ...(by !== 'person' && { by }),
              scope: board.scope === 'whole' ? null : board.scope,
            })}
            aria-current={by === board.by ? 'page' : undefined}
          >
            {labels[by]}
          </a>
        ))}
      </nav>
      <Tracks {...{ board, contest, locale, words, scopes }} />
    </>
  )
}

/** Where the rules rank groups apart: everybody together, or one group. */
function Tracks({ board, contest, locale, words, scopes }: Omit<BoardParts, 'regions'>) {
  const tracks = scopes.filter(one => one.kind === 'track')
  if (tracks.length === 0) return null
  const all = [{ scope: 'whole' as const, name: words.allTracks }, ...tracks]
  return (
    <nav className={styles.tracks} aria-label={words.tracks}>
      {all.map(({ scope, name }) => (
        <a
          key={scope}
          className={styles.track}
          href={paths.standings(locale, contest.slug, {
            ...(board.by !== 'person' && { by: board.by }),
            region: board.region,
            scope: scope === 'whole' ? null : scope,
            view: board.view === 'participation' ? null : board.view,
          })}
          aria-current={scope === board.scope ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  )
}
