import { dayTime } from '#app/format'
import { formTexts } from '#app/plain'
import type { Locale } from '#core/locale'
import type { WireCase, WireReason } from '#core/wire-integrity'
import type { Messages } from '#messages/zh'
import { Tag } from '../tag.tsx'
import styles from './integrity.module.css'
import { ReasonForm } from './reason-form.tsx'

interface CasesProps {
  cases: WireCase[]
  slug: string
  locale: Locale
  text: Messages
}

/** One person each: who, why, and what is decided. */
export function Cases({ cases, slug, locale, text }: CasesProps) {
  const words = text.integrity
  return (
    <ol className={styles.cases}>
      {cases.map(one => (
        <li key={one.id} id={one.account} className={styles.case}>
          <p className={styles.who}>
            <strong>{one.name ?? words.unnamed}</strong>
            <code className={styles.id}>{one.account.slice(0, 8)}</code>
            {one.candidate && <Tag kind="attention">{words.candidate}</Tag>}
            <span className={styles.quiet}>{words.weight(one.weight)}</span>
          </p>
          <ul className={styles.reasons} aria-label={words.reasons}>
            {one.reasons.map(reason => (
              <li key={reason.code}>
                {inWords(reason, words)}
                {'with' in reason && reason.with && (
                  <>
                    {' '}
                    <a href={`#${reason.with}`}>{words.reason.sameAs}</a>
                  </>
                )}
              </li>
            ))}
          </ul>
          {one.decision ? (
            <p className={styles.quiet}>
              {(one.decision === 'cleared' ? words.clearedLine : words.struckLine)(
                one.decidedBy ?? '',
                dayTime(one.decidedAt ?? 0, locale),
              )}
              <br />
              {one.note}
            </p>
          ) : (
            <Decide {...{ one, slug, locale, text }} />
          )}
        </li>
      ))}
    </ol>
  )
}

function Decide({ one, slug, locale, text }: Omit<CasesProps, 'cases'> & { one: WireCase }) {
  const words = text.integrity
  const path = `/api/v1/staff/contests/${encodeURIComponent(slug)}/integrity/cases/${one.id}/decision?locale=${locale}`
  return (
    <ReasonForm
      id={`why-${one.id}`}
      label={words.why}
      hint={words.whyHint}
      needed={words.whyNeeded}
      as="reason"
      frame={formTexts(text)}
      acts={[
        { label: words.clear, path, body: { decision: 'cleared' } },
        { label: words.strike, path, body: { decision: 'struck-out' }, confirm: words.strikeAsk },
      ]}
    />
  )
}

function inWords(reason: WireReason, words: Messages['integrity']): string {
  const say = words.reason
  switch (reason.code) {
    case 'under-minimum':
      return say['under-minimum'](reason.seconds)
    case 'too-fast':
      return say['too-fast'](reason.answers, reason.of)
    case 'too-even':
      return say['too-even'](reason.spread)
    case 'same-mistakes':
      return say['same-mistakes'](reason.mistakes) + (reason.linked ? ` · ${say.linked}` : '')
    case 'same-person':
      return say['same-person']
    case 'device-shared':
    case 'series':
    case 'network-burst':
    case 'number-run':
      return say[reason.code](reason.accounts)
    case 'left-often':
      return say['left-often'](reason.times)
    default:
      return reason satisfies never
  }
}
