import { day } from '#app/format'
import { paths } from '#app/paths'
import { Tag } from '#components/tag'
import { type Locale, said } from '#core/locale'
import type { WireMyReport } from '#core/wire-report'
import type { Messages } from '#messages/zh'
import styles from './my-reports.module.css'

interface MyReportsProps {
  reports: WireMyReport[]
  locale: Locale
  words: Messages['upkeep']
}

/** Errors that one has reported, each with what was done about it. Nothing for those who never did. */
export function MyReports({ reports, locale, words }: MyReportsProps) {
  if (reports.length === 0) return null
  return (
    <section className={styles.mine}>
      <h2 className={styles.heading}>{words.mine}</h2>
      <ul className={styles.list}>
        {reports.map(({ id, subject, entry, body, createdAt, handled }) => (
          <li key={id} className={styles.report}>
            <p className={styles.head}>
              <Tag kind={handled ? 'good' : 'quiet'}>{handled ? words.mineHandled : words.mineWaiting}</Tag>
              {entry ? (
                <a href={paths.entry(locale, entry.address)}>{said(entry.title, locale)}</a>
              ) : (
                <span>{subject === 'entry' ? words.entry : words.question}</span>
              )}
              <span className={styles.aside}>{day(createdAt, locale)}</span>
            </p>
            <blockquote className={styles.body}>{body}</blockquote>
            {handled && (
              <p>
                {words.mineOutcome(handled.outcome)}
                <span className={styles.aside}> {day(handled.at, locale)}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
