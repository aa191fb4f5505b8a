import { day, limit, longDay } from '#app/format'
import { paths } from '#app/paths'
import { Phrases } from '#components/phrases'
import { Tag } from '#components/tag'
import { longestSeconds } from '#core/contest/size'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { ContestView } from '#services/contest'
import styles from './contest-list.module.css'

interface ContestListProps {
  contests: ContestView[]
  locale: Locale
  text: Messages['contests']
  /** With summary and numbers: the page of all contests. */
  full?: boolean
}

/** Contests with their state, days and what they ask. */
export function ContestList({ contests, locale, text, full = false }: ContestListProps) {
  if (contests.length === 0) return <p>{text.none}</p>
  const date = full ? longDay : day
  const Heading = full ? 'h2' : 'h3'
  return (
    <ul className={styles.list}>
      {contests.map(contest => (
        <li key={contest.slug} className={styles.item}>
          <p className={styles.head}>
            <State contest={contest} text={text} />
            {contest.sample && <Tag kind="quiet">{text.sample}</Tag>}
          </p>
          <Heading className={styles.title}>
            <a href={paths.contest(locale, contest.slug)}>
              <Phrases of={said(contest.title, locale)} />
            </a>
          </Heading>
          {full && <p>{said(contest.summary, locale)}</p>}
          <p className={styles.facts}>
            {text.window(date(contest.opensAt, locale), date(contest.closesAt - 1, locale))}
          </p>
          {full && (
            <p className={styles.facts}>
              {text.facts(contest.rules.paper.total, limit(longestSeconds(contest.rules), locale))}
              {contest.participants > 0 && ` · ${text.participants(contest.participants.toLocaleString('en-US'))}`}
              {contest.phase !== 'announced' && (
                <>
                  {' · '}
                  <a href={paths.standings(locale, contest.slug)}>{text.board}</a>
                </>
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function State({ contest, text }: { contest: ContestView; text: Messages['contests'] }) {
  switch (contest.phase) {
    case 'open':
      return <Tag kind="open">{text.open}</Tag>
    case 'announced':
      return <Tag>{text.announced}</Tag>
    case 'closed':
    case 'draft':
      return <Tag kind="quiet">{text.closed}</Tag>
    default:
      return contest.phase satisfies never
  }
}
