import { dayTime } from '#app/format'
import { Tag } from '#components/tag'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { Erratum } from '#services/regrade-view'
import styles from './errata.module.css'

interface ErrataProps {
  errata: Erratum[]
  locale: Locale
  words: Messages['statistics']
}

/** Corrections of questions, for everybody to read; nothing where there are none. */
export function Errata({ errata, locale, words }: ErrataProps) {
  if (errata.length === 0) return null
  return (
    <section className={styles.errata} aria-labelledby="errata">
      <h2 id="errata">{words.errata}</h2>
      <ol>
        {errata.map(({ at, chapter, stem, decision, text, undoneAt }) => (
          <li key={`${at} ${chapter}`}>
            <p className={styles.when}>
              {dayTime(at, locale)} {undoneAt !== null && <Tag kind="quiet">{words.undone}</Tag>}
            </p>
            <p className={styles.about}>{stem ? said(stem, locale) : aboutOf(chapter, words)}</p>
            <p>{said(text, locale)}</p>
            <p className={styles.when}>
              {undoneAt === null ? words.errataOf[decision] : words.errataUndone(dayTime(undoneAt, locale))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

const aboutOf = (chapter: number | null, words: Messages['statistics']): string =>
  chapter === null ? words.errataAnyQuestion : words.errataQuestion(chapter)
