import { day } from '#app/format'
import { paths } from '#app/paths'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { Notice } from '#components/notice'
import { shownNumber } from '#core/certificate/number'
import { type Locale, said } from '#core/locale'
import type { Outcome } from '#core/refusal'
import type { Messages } from '#messages/zh'
import type { CheckedCertificate } from '#services/certificate'
import styles from './check.module.css'

interface CheckProps {
  /** As it was typed; '' before. */
  written: string
  found: Outcome<CheckedCertificate> | null
  locale: Locale
  text: Messages
}

/** The question and its answer; a plain form, so that no script is needed. */
export function Check({ written, found, locale, text }: CheckProps) {
  const words = text.certificate
  return (
    <div className="wrap flow">
      <h1>{words.verifyTitle}</h1>
      <p>{words.verifyLead}</p>
      <form className={styles.form} method="get" action={paths.verify(locale)}>
        <Field
          id="number"
          name="number"
          label={words.verifyNumber}
          hint={words.verifyHint}
          defaultValue={written}
          error={found && !found.ok ? (found.refusal === 'not-found' ? words.verifyNone : words.verifyWrong) : null}
          errorPrefix={text.frame.errorPrefix}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          length={20}
        />
        <Button kind="seal" type="submit">
          {words.verifyGo}
        </Button>
      </form>
      {found?.ok && <Answer certificate={found.value} locale={locale} words={words} />}
    </div>
  )
}

function Answer({
  certificate,
  locale,
  words,
}: {
  certificate: CheckedCertificate
  locale: Locale
  words: Messages['certificate']
}) {
  const { number, holder, contest, level, issuedAt, revokedAt, revokedWhy } = certificate
  const facts: [string, string][] = [
    [words.verifyNumber, shownNumber(number)],
    [words.holder, holder ?? words.holderHidden],
    [words.contest, said(contest, locale)],
    [words.level, said(level, locale)],
    [words.issuedOn, day(issuedAt, locale)],
  ]
  return (
    <section className={styles.answer}>
      {revokedAt === null ? (
        <Notice kind="good" title={words.valid} role="status" />
      ) : (
        <Notice kind="wrong" title={words.revoked} role="status">
          {words.revokedOn(day(revokedAt, locale), revokedWhy ?? '')}
        </Notice>
      )}
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
