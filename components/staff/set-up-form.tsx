'use client'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import type { Messages } from '#messages/zh'
import { sendToAuth } from '../account/send.ts'
import { rememberSignedIn } from '../frame/known.ts'
import { ask } from './ask.ts'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, said, useForm } from './use-form.ts'

interface SetUpFormProps {
  locale: 'zh' | 'en'
  token: string
  /** A colleague's own login; null: the first account chooses one. */
  login: string | null
  lead: string
  doneHref: string
  signInHref: string
  text: Plain<Messages['staff']>
  frame: FormCommon
  refusal: { loginInvalid: string; short: string }
}

/** The first staff account, or a colleague's first password. Then one is signed in. */
export function SetUpForm(props: SetUpFormProps) {
  const { text, frame, login } = props
  const [shown, setShown] = useState(false)
  const form = useForm(fields => setUp(props, fields))
  const field = (id: string) => ({ id, name: id, error: form.errorOf(id), errorPrefix: frame.errorPrefix })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <h1>{text.setUpTitle}</h1>
      <p className={styles.lead}>{props.lead}</p>
      {login === null ? (
        <>
          <Field {...field('name')} label={text.name} autoComplete="name" length={20} />
          <Field
            {...field('login')}
            label={text.login}
            hint={text.loginHint}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            length={20}
          />
        </>
      ) : (
        <input type="hidden" name="username" autoComplete="username" value={login} readOnly />
      )}
      <Field
        {...field('password')}
        type={shown ? 'text' : 'password'}
        label={text.password}
        hint={text.passwordHint}
        autoComplete="new-password"
        length={30}
      />
      <label className={styles.option}>
        <input type="checkbox" checked={shown} onChange={event => setShown(event.target.checked)} />
        {text.showPassword}
      </label>
      <Button kind="seal" type="submit" aria-disabled={form.busy}>
        {form.busy ? text.settingUp : text.setUp}
      </Button>
    </form>
  )
}

async function setUp(
  { locale, token, login, doneHref, signInHref, text, frame, refusal }: SetUpFormProps,
  fields: FormData,
) {
  const password = String(fields.get('password') ?? '')
  const first = login === null ? { login: said(fields, 'login'), name: said(fields, 'name') } : {}
  const missing = [
    ...(first.name === '' ? [{ field: 'name', text: text.nameNeeded }] : []),
    ...(first.login === '' ? [{ field: 'login', text: text.loginNeeded }] : []),
    ...([...password].length < 12 ? [{ field: 'password', text: refusal.short }] : []),
  ]
  if (missing.length > 0) return missing
  const made = await ask<{ login: string }>('POST', `/api/v1/staff/set-up?locale=${locale}`, {
    token,
    password,
    ...first,
  })
  if (!made.ok)
    return [wrongWith(made.problem?.code, made.problem?.where, errorFrom(made.problem, frame.offline), refusal)]
  const given = { login: made.body.login, password }
  const signedIn = await sendToAuth('callback/staff', given, { offline: frame.offline, refused: frame.offline })
  if (signedIn.ok) rememberSignedIn()
  window.location.assign(signedIn.ok ? doneHref : signInHref)
  return []
}

function wrongWith(
  code: string | undefined,
  where: unknown,
  error: { text: string },
  refusal: { loginInvalid: string },
) {
  if (where === 'login') return { field: 'login', text: refusal.loginInvalid }
  if (code === 'login-taken') return { field: 'login', ...error }
  return code === 'password-short' ? { field: 'password', ...error } : error
}
