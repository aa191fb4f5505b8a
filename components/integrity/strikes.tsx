import { dayTime } from '#app/format'
import { formTexts } from '#app/plain'
import type { Locale } from '#core/locale'
import type { WireStrike } from '#core/wire-integrity'
import type { Messages } from '#messages/zh'
import { Tag } from '../tag.tsx'
import styles from './integrity.module.css'
import { ReasonForm } from './reason-form.tsx'

interface StrikesProps {
  strikes: WireStrike[]
  slug: string
  locale: Locale
  text: Messages
}

/** Who was struck out, what they say to it, and the way back. */
export function Strikes({ strikes, slug, locale, text }: StrikesProps) {
  const words = text.integrity
  return (
    <ol className={styles.cases}>
      {strikes.map(one => (
        <li key={one.id} className={styles.case}>
          <p className={styles.who}>
            <strong>{one.name ?? words.unnamed}</strong>
            <code className={styles.id}>{one.account.slice(0, 8)}</code>
            {one.undoneAt !== null && <Tag kind="good">{words.undone(dayTime(one.undoneAt, locale))}</Tag>}
            {one.appealedAt !== null && one.answeredAt === null && one.undoneAt === null && (
              <Tag kind="attention">{words.appealed(dayTime(one.appealedAt, locale))}</Tag>
            )}
          </p>
          <p>{one.reason}</p>
          <p className={styles.quiet}>
            {words.struckLine(one.struckBy, dayTime(one.struckAt, locale))}
            {one.appealUntil !== null && ` · ${words.appealUntil(dayTime(one.appealUntil, locale))}`}
          </p>
          {one.appeal && one.appealedAt !== null && (
            <blockquote className={styles.appeal}>
              <p className={styles.quiet}>{words.appealed(dayTime(one.appealedAt, locale))}</p>
              {one.appeal}
            </blockquote>
          )}
          {one.answer && one.answeredAt !== null && (
            <p>
              <span className={styles.quiet}>{words.answered(dayTime(one.answeredAt, locale))}</span> {one.answer}
            </p>
          )}
          {one.undoneWhy && !one.answer && <p>{one.undoneWhy}</p>}
          {one.undoneAt === null && <Act {...{ one, slug, locale, text }} />}
        </li>
      ))}
    </ol>
  )
}

function Act({ one, slug, locale, text }: Omit<StrikesProps, 'strikes'> & { one: WireStrike }) {
  const words = text.integrity
  const base = `/api/v1/staff/contests/${encodeURIComponent(slug)}/integrity/strikes/${one.id}`
  const appealed = one.appealedAt !== null && one.answeredAt === null
  return (
    <ReasonForm
      id={`strike-${one.id}`}
      label={appealed ? words.answer : words.why}
      hint={words.whyHint}
      needed={words.whyNeeded}
      as={appealed ? 'words' : 'reason'}
      frame={formTexts(text)}
      acts={
        appealed
          ? [
              { label: words.uphold, path: `${base}/answer?locale=${locale}`, body: { upheld: true } },
              { label: words.lift, path: `${base}/answer?locale=${locale}`, body: { upheld: false } },
            ]
          : [{ label: words.undo, path: `${base}/undoing?locale=${locale}`, body: {} }]
      }
    />
  )
}
