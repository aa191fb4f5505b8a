import { count, dayTime, limit } from '#app/format'
import type { Locale } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { ContestView } from '#services/contest'
import styles from './facts.module.css'

interface FactsProps {
  contest: ContestView
  locale: Locale
  words: Messages['contest']
}

/** What one wants to know before pressing start, at a glance. */
export function Facts({ contest, locale, words }: FactsProps) {
  const { paper, clock, attempts } = contest.rules
  const rows: [string, string][] = [
    [words.time, limit(clock.seconds, locale)],
    [words.questions, words.questionsOf(paper.total, paper.points, paper.total * paper.points)],
    [words.attempts, words.attemptsOf(attempts.total)],
    [words.when, `${dayTime(contest.opensAt, locale)} ${words.until} ${dayTime(contest.closesAt, locale)}`],
  ]
  if (contest.participants > 0) rows.push([words.participants, words.people(count(contest.participants))])
  return (
    <dl className={styles.facts} aria-label={words.facts}>
      {rows.map(([name, value]) => (
        <div key={name} className={styles.row}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
