import { dayTime } from '#app/format'
import { paths } from '#app/paths'
import { Tag } from '#components/tag'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { AttemptView } from '#services/my-attempts'
import styles from './my-attempts.module.css'

interface MyAttemptsProps {
  attempts: AttemptView[]
  locale: Locale
  text: Messages['account']
}

/** One's own papers, newest first: the score, or the way back to the open one. */
export function MyAttempts({ attempts, locale, text }: MyAttemptsProps) {
  if (attempts.length === 0)
    return (
      <p>
        {text.noAttempts} <a href={paths.contests(locale)}>{text.seeContests}</a>
      </p>
    )
  return (
    <ul className={styles.list}>
      {attempts.map(attempt => (
        <li key={attempt.id} className={styles.attempt}>
          <div>
            <p className={styles.title}>{said(attempt.contestTitle, locale)}</p>
            <p className={styles.aside}>{text.startedAt(dayTime(attempt.startedAt, locale))}</p>
          </div>
          {attempt.finishedAt === null ? (
            <p className={styles.state}>
              <Tag kind="attention">{text.attemptOpen}</Tag>
              <a href={paths.attempt(locale, attempt.id)}>{text.attemptGoOn}</a>
            </p>
          ) : (
            <p className={styles.state}>
              <strong>
                {attempt.score === null ? text.attemptHidden : text.attemptScore(attempt.score, attempt.maximum)}
              </strong>
              <a href={paths.result(locale, attempt.id)}>{text.attemptResult}</a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
