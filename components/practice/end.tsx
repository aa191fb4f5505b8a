'use client'
import { paths } from '#app/paths'
import { fill } from '#core/fill'
import type { Locale } from '#core/locale'
import { Button, ButtonLink } from '../button.tsx'
import { useFocusAtFirst } from '../paper/question.tsx'
import styles from './session.module.css'
import type { Session } from './use-session.ts'
import type { Words } from './words.ts'

interface EndProps {
  words: Words
  locale: Locale
  session: Session
}

/** What came of it and what to read; nothing to collect, and stopping here is as good as going on. */
export function End({ words, locale, session }: EndProps) {
  const heading = useFocusAtFirst()
  const { first } = session
  const right = first.filter(one => one.isRight).length
  const wrong = first.flatMap(one => (one.isRight || !one.entry ? [] : [one.entry]))
  const entries = [...new Map(wrong.map(entry => [entry.address, entry])).values()]
  return (
    <div className={styles.end}>
      <h2 ref={heading} tabIndex={-1}>
        {words.doneTitle}
      </h2>
      <p className={styles.outcome}>
        {fill(right === first.length ? words.doneAll : words.doneRight, { n: right, total: first.length })}
      </p>
      {entries.length > 0 && (
        <section>
          <h3 className={styles.read}>{words.doneRead}</h3>
          <ul className={styles.entries}>
            {entries.map(entry => (
              <li key={entry.address}>
                <a href={paths.entry(locale, entry.address)}>{entry.title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles.ways}>
        <ButtonLink href={paths.practice(locale)}>{words.back}</ButtonLink>
        <Button kind="quiet" onClick={() => void session.load()}>
          {words.more}
        </Button>
      </p>
      {session.guest && (
        <p className={styles.note}>
          {words.guest} <a href={paths.signIn(locale, paths.practice(locale))}>{words.signIn}</a>
        </p>
      )}
    </div>
  )
}
