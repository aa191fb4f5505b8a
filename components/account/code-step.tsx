import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#components/button'
import { ErrorSummary } from '#components/error-summary'
import { Field } from '#components/field'
import type { WireMe } from '#core/wire'
import { rememberSignedIn } from '../frame/known.ts'
import styles from './form.module.css'
import { send, sendToAuth } from './send.ts'
import type { SignInProps } from './sign-in.tsx'
import { useCountdown } from './use-countdown.ts'

interface CodeStepProps extends SignInProps {
  phone: string
  onBack: () => void
}

/** Seconds until another code may be asked for: one a minute (core/account/code.ts). */
const pause = 60

export function CodeStep({ text, locale, phone, next, regionHref, outboxHref, onBack }: CodeStepProps) {
  const [code, setCode] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [resent, setResent] = useState(false)
  const [left, startAgain] = useCountdown(pause)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    const digits = code.normalize('NFKC').replace(/\s/g, '')
    if (!/^\d{6}$/.test(digits)) return setError(text.codeMissing)
    setBusy(true)
    const words = { offline: text.offline, refused: text.codeWrong }
    const signed = await sendToAuth('callback/phone', { phone, code: digits }, words)
    if (!signed.ok) {
      setBusy(false)
      return setError(signed.text)
    }
    rememberSignedIn()
    window.location.assign((await hasRegion()) ? next : regionHref)
  }

  const resend = async () => {
    setResent(false)
    const sent = await send('POST', `/api/v1/sign-in/codes?locale=${locale}`, { phone }, text.offline)
    if (!sent.ok) return setError(sent.text)
    setError(null)
    setResent(true)
    startAgain()
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {error && (
        <ErrorSummary
          title={text.errorSummary}
          errors={[{ field: 'code', text: error }]}
          titlePrefix={text.errorPrefix}
        />
      )}
      <h1 ref={heading} tabIndex={-1}>
        {text.codeTitle}
      </h1>
      <Field
        id="code"
        label={text.code}
        hint={text.codeHint.replace('{phone}', phone)}
        error={error}
        errorPrefix={text.errorPrefix}
        length={6}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={event => setCode(event.target.value)}
      />
      {outboxHref && (
        <p className={styles.aside}>
          {text.outboxHint}{' '}
          <a href={outboxHref} target="_blank" rel="noopener">
            {text.outboxLink}
          </a>
        </p>
      )}
      <Button kind="seal" type="submit" aria-disabled={busy || undefined}>
        {text.submitCode}
      </Button>
      <div className={styles.actions}>
        {left > 0 ? (
          <p className={styles.aside}>{text.resendIn.replace('{s}', String(left))}</p>
        ) : (
          <Button kind="quiet" onClick={resend}>
            {text.resend}
          </Button>
        )}
        <Button kind="quiet" onClick={onBack}>
          {text.changePhone}
        </Button>
      </div>
      <p role="status">{resent && text.resent}</p>
    </form>
  )
}

/** Without one the person is asked first; when it cannot be told, they go on. */
async function hasRegion(): Promise<boolean> {
  const answer = await fetch('/api/v1/me').catch(() => null)
  return !answer?.ok || ((await answer.json()) as WireMe).region !== null
}
