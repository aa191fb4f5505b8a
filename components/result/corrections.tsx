import { dayTime } from '#app/format'
import { paths } from '#app/paths'
import type { Locale } from '#core/locale'
import type { WireCorrection } from '#core/wire'
import type { Messages } from '#messages/zh'
import { Notice } from '../notice.tsx'
import styles from './corrections.module.css'

interface CorrectionsProps {
  corrections: WireCorrection[]
  slug: string
  locale: Locale
  words: Messages['result']
}

/** Which questions of one's own paper were decided about afterwards, when and why; nothing where there are none. */
export function Corrections({ corrections, slug, locale, words }: CorrectionsProps) {
  if (corrections.length === 0) return null
  return (
    <Notice kind="attention" title={words.corrected}>
      <ul className={styles.list}>
        {corrections.map(({ position, decision, text, at, undoneAt }) => (
          <li key={`${at} ${position}`}>
            <p>
              {words.correctedQuestion(position)}
              {undoneAt === null ? words.correctedBy[decision] : words.correctionUndone(dayTime(undoneAt, locale))}
            </p>
            <p className={styles.why}>
              {words.correctedWhy(text)}
              <span className={styles.when}>{dayTime(at, locale)}</span>
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href={`${paths.contest(locale, slug)}#errata`}>{words.allCorrections}</a>
      </p>
    </Notice>
  )
}
