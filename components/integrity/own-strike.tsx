import { dayTime, labelled } from '#app/format'
import { formTexts } from '#app/plain'
import type { Locale } from '#core/locale'
import type { WireOwnStrike } from '#core/wire-integrity'
import type { Messages } from '#messages/zh'
import { Notice } from '../notice.tsx'
import styles from './integrity.module.css'
import { ReasonForm } from './reason-form.tsx'

interface OwnStrikeProps {
  strike: WireOwnStrike
  slug: string
  locale: Locale
  text: Messages
}

/** What a person reads whose result was struck out: why, until when they may object, and what was answered. */
export function OwnStrike({ strike, slug, locale, text }: OwnStrikeProps) {
  const words = text.integrity.own
  return (
    <section className={styles.own}>
      <Notice kind="wrong" title={words.title}>
        <p>{labelled(words.reason, strike.reason, locale)}</p>
        {strike.appeal === null && (
          <p>
            {strike.mayAppeal && strike.appealUntil !== null
              ? words.until(dayTime(strike.appealUntil, locale))
              : words.late}
          </p>
        )}
      </Notice>
      {strike.appeal !== null && <p>{labelled(words.yours, strike.appeal, locale)}</p>}
      {strike.answer !== null ? (
        <p>{labelled(words.answer, strike.answer, locale)}</p>
      ) : (
        strike.appeal !== null && <p role="status">{words.sent}</p>
      )}
      {strike.mayAppeal && (
        <ReasonForm
          id="appeal"
          label={words.label}
          hint={words.hint}
          needed={text.integrity.whyNeeded}
          as="words"
          frame={formTexts(text)}
          acts={[
            {
              label: words.send,
              path: `/api/v1/contests/${encodeURIComponent(slug)}/appeal?locale=${locale}`,
              body: {},
            },
          ]}
        />
      )}
    </section>
  )
}
