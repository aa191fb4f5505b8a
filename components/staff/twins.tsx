import { letterAt } from '#core/bank/answer'
import { shownPlace } from '#core/bank/shown-place'
import { type Locale, said } from '#core/locale'
import type { WireAsked, WireTwin } from '#core/wire-import'
import type { Messages } from '#messages/zh'
import styles from './staff.module.css'

interface TwinsProps {
  twins: WireTwin[]
  locale: Locale
  text: Messages['imports']
  /** Address of a set at a question. */
  hrefOf: (set: string, question: string) => string
}

/** Uploaded questions beside those of the bank that ask nearly the same. */
export function Twins({ twins, locale, text, hrefOf }: TwinsProps) {
  return (
    <ul className={styles.plainList}>
      {twins.map(twin => (
        <li key={twin.place} className={styles.twin}>
          <div className={styles.question}>
            <p className={styles.about}>
              <span>{text.yours}</span>
              <span title={twin.place}>{shownPlace(twin.place)}</span>
            </p>
            <Asked asked={twin.own} locale={locale} />
          </div>
          <div className={styles.question}>
            <p className={styles.about}>
              <span>{text.theirs}</span>
              <a href={hrefOf(twin.set, twin.id)}>
                {twin.setName} {twin.id}
              </a>
              <span>{text.alike(twin.alike)}</span>
            </p>
            <Asked asked={twin} locale={locale} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function Asked({ asked: { stem, options }, locale }: { asked: WireAsked; locale: Locale }) {
  return (
    <>
      <p className={styles.stem}>{said(stem, locale)}</p>
      <ol className={styles.options}>
        {options.map((option, at) => (
          <li key={option.zh} className={option.right ? styles.right : undefined}>
            <span className={styles.letter}>{letterAt(at)}</span>
            <span>
              {said(option, locale)}
              {option.right && ' ✓'}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
