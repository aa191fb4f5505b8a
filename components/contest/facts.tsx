import { count, dayTime, limit } from '#app/format'
import { equalPoints, fullMarks, longestSeconds } from '#core/contest/size'
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
  const { rules } = contest
  const points = equalPoints(rules.paper)
  const maximum = fullMarks(rules.paper)
  const rows: [string, string][] = [
    [words.time, limit(longestSeconds(rules), locale)],
    [words.questions, words.questionsOf(rules.paper.total, points, maximum)],
    [words.attempts, words.attemptsOf(rules.attempts)],
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
