import { day, limit } from '#app/format'
import { paths } from '#app/paths'
import { ButtonLink } from '#components/button'
import { Phrases } from '#components/phrases'
import { Seal } from '#components/seal'
import { awardCount, longestSeconds } from '#core/contest/size'
import { dayMs } from '#core/day'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { ContestView } from '#services/contest'
import styles from './contest-card.module.css'
import { LiveCount } from './live-count.tsx'

interface ContestCardProps {
  contest: ContestView | null
  locale: Locale
  text: Messages
  now: number
}

/** The contest of the hour: what it asks for, how long it is still open, and the one red button. */
export function ContestCard({ contest, locale, text, now }: ContestCardProps) {
  const { home } = text
  if (!contest || contest.phase === 'closed')
    return (
      <div className={styles.card}>
        <p>{contest ? home.closed : home.none}</p>
        <p className={styles.actions}>
          <ButtonLink kind="seal" href={paths.handbook(locale)}>
            {text.home.learn}
          </ButtonLink>
          {contest && <ButtonLink href={paths.standings(locale, contest.slug)}>{home.board}</ButtonLink>}
        </p>
      </div>
    )
  const isOpen = contest.phase === 'open'
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <Seal>{isOpen ? home.openSeal : home.soonSeal}</Seal>
        <h2 className={styles.title}>
          <Phrases of={said(contest.title, locale)} />
        </h2>
        <ul className={styles.facts}>
          <li>{home.questions(contest.rules.paper.total)}</li>
          <li>{limit(longestSeconds(contest.rules), locale)}</li>
          <li>
            {isOpen ? (
              <strong>{daysLeft(contest.closesAt - now, home)}</strong>
            ) : (
              home.opens(day(contest.opensAt, locale))
            )}
          </li>
        </ul>
      </div>
      <ul className={`${styles.facts} ${styles.reasons}`}>
        {isOpen && (
          <li>
            <LiveCount
              slug={contest.slug}
              participants={contest.participants}
              template={home.participants}
              none={home.firstOne}
            />
          </li>
        )}
        {toWin(contest.rules, home).map(words => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className={styles.actions}>
        <ButtonLink kind="seal" href={paths.contest(locale, contest.slug)}>
          {isOpen ? home.take : home.read}
        </ButtonLink>
        <a className="onward" href={paths.practice(locale)}>
          {home.tryFirst}
        </a>
      </p>
    </div>
  )
}

/** What the rules promise: prizes by rank, and draws. Where each track has its own, no one number says it. */
function toWin(rules: ContestView['rules'], home: Messages['home']): string[] {
  const places = awardCount(rules)
  const byTrack = rules.awards.perTrack && rules.who.tracks.length > 0
  return [...(places > 0 && !byTrack ? [home.places(places)] : []), ...(rules.draws.length > 0 ? [home.draw] : [])]
}

/** Whole days that begin before the close; on the last one, words. @param left milliseconds */
function daysLeft(left: number, home: Messages['home']): string {
  return left < dayMs ? home.lastDay : home.daysLeft(Math.floor(left / dayMs))
}
