'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Plain } from '#app/plain'
import { Button } from '#components/button'
import { Field } from '#components/field'
import { Notice } from '#components/notice'
import type { Role } from '#core/account/roles'
import { fill } from '#core/fill'
import type { Messages } from '#messages/zh'
import { ask } from './ask.ts'
import { Choice } from './choice.tsx'
import { Errors } from './errors.tsx'
import styles from './staff.module.css'
import { errorFrom, type FormCommon, type FormError, said, useForm } from './use-form.ts'

interface PeopleProps {
  locale: 'zh' | 'en'
  roles: readonly Role[]
  loginInvalid: string
  text: Plain<Messages['staff']>
  frame: FormCommon
}

interface Link {
  login: string
  link: string
}

/** Adds a colleague and shows the link that only they should get. */
export function PeopleForm({ locale, roles, loginInvalid, text, frame }: PeopleProps) {
  const [link, setLink] = useState<Link | null>(null)
  const router = useRouter()
  const form = useForm(async fields => {
    const person = { login: said(fields, 'login'), name: said(fields, 'name'), roles: fields.getAll('roles') }
    const missing: FormError[] = [
      ...(person.name === '' ? [{ field: 'name', text: text.nameNeeded }] : []),
      ...(person.login === '' ? [{ field: 'login', text: text.loginNeeded }] : []),
      ...(person.roles.length === 0 ? [{ field: 'roles', text: text.rolesNeeded }] : []),
    ]
    if (missing.length > 0) return missing
    const added = await ask<Link>('POST', `/api/v1/staff?locale=${locale}`, person)
    if (added.ok) {
      setLink(added.body)
      router.refresh()
    } else if (added.problem?.where === 'login') return [{ field: 'login', text: loginInvalid }]
    else return [errorFrom(added.problem, frame.offline, 'login')]
    return []
  })
  const field = (id: string) => ({ id, name: id, error: form.errorOf(id), errorPrefix: frame.errorPrefix, length: 20 })
  return (
    <>
      {link && <LinkOf link={link} text={text} />}
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <Errors errors={form.errors} frame={frame} />
        <Field {...field('name')} label={text.name} autoComplete="off" />
        <Field {...field('login')} label={text.login} hint={text.loginHint} autoComplete="off" autoCapitalize="none" />
        <Choice
          name="roles"
          legend={text.roles}
          several
          chosen={[]}
          options={roles.map(role => ({ value: role, label: text.role[role], note: text.roleWhy[role] }))}
        />
        <Button kind="seal" type="submit" aria-disabled={form.busy}>
          {form.busy ? text.adding : text.add}
        </Button>
      </form>
    </>
  )
}

/** A new link for somebody in the list. */
export function RenewLink({
  locale,
  login,
  text,
  offline,
}: Pick<PeopleProps, 'locale' | 'text'> & { login: string; offline: string }) {
  const [link, setLink] = useState<Link | null>(null)
  const [error, setError] = useState<string | null>(null)
  const renew = async () => {
    const made = await ask<Link>('POST', `/api/v1/staff/${login}/set-up-links?locale=${locale}`, {})
    if (made.ok) setLink(made.body)
    else setError(made.problem?.detail ?? offline)
  }
  if (link) return <LinkOf link={link} text={text} />
  return (
    <>
      <Button kind="quiet" onClick={renew} aria-label={fill(text.renewWhy, { login })}>
        {text.renew}
      </Button>
      <span role="alert">{error}</span>
    </>
  )
}

function LinkOf({ link, text }: { link: Link; text: PeopleProps['text'] }) {
  const [copied, setCopied] = useState(false)
  const copy = () => navigator.clipboard?.writeText(link.link).then(() => setCopied(true))
  return (
    <Notice kind="good" title={text.linkTitle} role="status">
      <p>{fill(text.linkWhy, { login: link.login })}</p>
      <p className={styles.link}>{link.link}</p>
      <Button onClick={copy}>{copied ? text.copied : text.copy}</Button>
    </Notice>
  )
}
