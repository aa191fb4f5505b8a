import { paths } from '#app/paths'
import type { Locale } from '#core/locale'
import type { WireReviewed } from '#core/wire'
import type { Messages } from '#messages/zh'
import { ButtonLink } from '../button.tsx'
import styles from './learn.module.css'

/** The handbook entries behind what was not right, each once. */
export function Learn({
  review,
  locale,
  words,
}: {
  review: WireReviewed[]
  locale: Locale
  words: Messages['result']
}) {
  const wrong = review.flatMap(question => (question.isRight || !question.entry ? [] : [question.entry]))
  const entries = [...new Map(wrong.map(entry => [entry.address, entry])).values()]
  const allRight = review.every(question => question.isRight)
  return (
    <section className={styles.learn}>
      <h2>{words.learn}</h2>
      {entries.length > 0 && <p className={styles.intro}>{words.learnText}</p>}
      {allRight && <p className={styles.intro}>{words.learnNone}</p>}
      <ul className={styles.list}>
        {entries.map(entry => (
          <li key={entry.address}>
            <a href={paths.entry(locale, entry.address)}>{entry.title}</a>
          </li>
        ))}
      </ul>
      {entries.length === 0 && <ButtonLink href={paths.handbook(locale)}>{words.handbook}</ButtonLink>}
    </section>
  )
}
