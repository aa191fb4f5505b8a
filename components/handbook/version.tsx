import { Tag } from '#components/tag'
import { citation, citedLaws, lawDay } from '#core/bank/cite'
import type { EntryVersion } from '#core/bank/entry'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { EntryView } from '#services/handbook'
import styles from './version.module.css'

interface VersionProps {
  version: EntryVersion
  entry: EntryView
  /** 'YYYY-MM-DD' in Shanghai: decides which version is the present one. */
  today: string
  locale: Locale
  text: Messages['handbook']
}

/** One idea, its example and the law behind it, as of a span of days. */
export function Version({ version, entry, today, locale, text }: VersionProps) {
  return (
    <section className={styles.version}>
      {entry.versions.length > 1 && (
        <p className={styles.span}>
          <Span version={version} today={today} locale={locale} text={text} />
        </p>
      )}
      <Paragraphs of={said(version.text, locale)} />
      <div className={styles.example}>
        <h2 className={styles.label}>{text.example}</h2>
        <Paragraphs of={said(version.example, locale)} />
      </div>
      <aside className={styles.law}>
        <h2 className={styles.label}>{text.law}</h2>
        <ul>
          {citedLaws(version.sources).map(({ code, articles }) => {
            const law = entry.laws[code]
            return (
              <li key={code}>
                {citation(law?.name[locale] ?? code, articles, locale)}
                {law && <span className={styles.dates}>{datesOf(law, locale, text)}</span>}
              </li>
            )
          })}
        </ul>
      </aside>
    </section>
  )
}

function Span({ version, today, locale, text }: Omit<VersionProps, 'entry'>) {
  const { validFrom, validTo } = version
  if (validFrom > today)
    return (
      <>
        <Tag kind="attention">{text.future}</Tag> {text.from(lawDay(validFrom, locale))}
      </>
    )
  const isPast = validTo !== null && validTo < today
  return (
    <>
      <Tag kind={isPast ? 'quiet' : 'good'}>{isPast ? text.past : text.now}</Tag>{' '}
      {validTo && text.until(lawDay(validTo, locale))}
    </>
  )
}

const Paragraphs = ({ of }: { of: string }) =>
  of
    .trim()
    .split(/\n\s*\n/)
    .map(paragraph => <p key={paragraph}>{paragraph}</p>)

function datesOf(law: { inForce: string; until: string | null }, locale: Locale, text: Messages['handbook']): string {
  const from = lawDay(law.inForce, locale)
  return law.until ? text.inForceUntil(from, lawDay(law.until, locale)) : text.inForceSince(from)
}
