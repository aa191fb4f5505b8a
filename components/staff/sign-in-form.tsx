'use client'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import type { Messages } from '#messages/zh'
import { sendToAuth } from '../account/send.ts'
import { rememberSignedIn } from '../frame/known.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { type FormCommon, said, useForm } from './use-form.ts'

interface SignInFormProps {
  next: string
  text: Plain<Messages['staff']>
  frame: FormCommon
  refusal: { wrong: string; because: Record<string, string> }
}

/** Login and password. */
export function SignInForm({ next, text, frame, refusal }: SignInFormProps) {
  const form = useForm(async fields => {
    const given = { login: said(fields, 'login'), password: String(fields.get('password') ?? '') }
    const missing = [
      ...(given.login === '' ? [{ field: 'login', text: text.loginNeeded }] : []),
      ...(given.password === '' ? [{ field: 'password', text: text.passwordNeeded }] : []),
    ]
    if (missing.length > 0) return missing
    const signedIn = await sendToAuth('callback/staff', given, {
      offline: frame.offline,
      refused: refusal.wrong,
      because: refusal.because,
    })
    if (!signedIn.ok) return [{ field: 'login', text: signedIn.text }]
    rememberSignedIn()
    window.location.assign(next)
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <h1>{text.signInTitle}</h1>
      <p className={styles.lead}>{text.signInLead}</p>
      <Field
        id="login"
        name="login"
        label={text.login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        length={20}
        error={form.errorOf('login')}
        errorPrefix={frame.errorPrefix}
      />
      <Field
        id="password"
        name="password"
        type="password"
        label={text.password}
        autoComplete="current-password"
        length={20}
        error={form.errorOf('password')}
        errorPrefix={frame.errorPrefix}
      />
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {form.busy ? text.signingIn : text.signIn}
      </Button>
    </form>
  )
}
