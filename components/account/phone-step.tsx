import { type SubmitEvent, useState } from 'react'
import { Button } from '#components/button'
import { ErrorSummary } from '#components/error-summary'
import { Field } from '#components/field'
import styles from './form.module.css'
import { send } from './send.ts'
import type { SignInProps } from './sign-in.tsx'

interface PhoneStepProps extends SignInProps {
  written: string
  onWritten: (phone: string) => void
  onSent: (phone: string) => void
}

export function PhoneStep({ text, locale, privacyHref, written, onWritten, onSent }: PhoneStepProps) {
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const ask = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const sent = await send('POST', `/api/v1/sign-in/codes?locale=${locale}`, { phone: written }, text.offline)
    setBusy(false)
    if (sent.ok) onSent(written)
    else setError(sent.text)
  }
  return (
    <form className={styles.form} onSubmit={ask} noValidate>
      {error && (
        <ErrorSummary
          title={text.errorSummary}
          errors={[{ field: 'phone', text: error }]}
          titlePrefix={text.errorPrefix}
        />
      )}
      <h1>{text.signInTitle}</h1>
      <Field
        id="phone"
        label={text.phone}
        hint={text.phoneHint}
        error={error}
        errorPrefix={text.errorPrefix}
        length={20}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        value={written}
        onChange={event => onWritten(event.target.value)}
      />
      <p className={styles.aside}>
        {text.consent}
        <a href={privacyHref}>{text.privacy}</a>
        {text.consentEnd}
      </p>
      <Button kind="seal" type="submit" aria-disabled={busy || undefined}>
        {text.getCode}
      </Button>
    </form>
  )
}
