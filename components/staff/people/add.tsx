'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#components/button'
import { Field } from '#components/field'
import type { Role } from '#core/account/roles'
import { ask } from '../ask.ts'
import { Choice } from '../choice.tsx'
import { Errors } from '../errors.tsx'
import styles from '../staff.module.css'
import { errorFrom, type FormError, said, useForm } from '../use-form.ts'
import { type Made, Outcome, type PeopleProps } from './outcome.tsx'

/** Adds a colleague and shows the link that only they should get, or that a second person is asked. */
export function AddPerson({
  locale,
  roles,
  loginInvalid,
  text,
  frame,
}: PeopleProps & { roles: readonly Role[]; loginInvalid: string }) {
  const [made, setMade] = useState<Made | null>(null)
  const router = useRouter()
  const form = useForm(async fields => {
    const person = { login: said(fields, 'login'), name: said(fields, 'name'), roles: fields.getAll('roles') }
    const reason = said(fields, 'reason')
    const missing: FormError[] = [
      ...(person.name === '' ? [{ field: 'name', text: text.nameNeeded }] : []),
      ...(person.login === '' ? [{ field: 'login', text: text.loginNeeded }] : []),
      ...(person.roles.length === 0 ? [{ field: 'roles', text: text.rolesNeeded }] : []),
      ...([...reason].length < 4 ? [{ field: 'reason', text: text.reasonNeeded }] : []),
    ]
    if (missing.length > 0) return missing
    const added = await ask<Made>('POST', `/api/v1/staff?locale=${locale}`, { ...person, reason })
    if (added.ok) {
      setMade(added.body)
      router.refresh()
    } else if (added.problem?.where === 'login') return [{ field: 'login', text: loginInvalid }]
    else return [errorFrom(added.problem, frame.offline, 'login')]
    return []
  })
  const field = (id: string) => ({ id, name: id, error: form.errorOf(id), errorPrefix: frame.errorPrefix })
  return (
    <>
      {made && <Outcome made={made} text={text} />}
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <Errors errors={form.errors} frame={frame} />
        <Field {...field('name')} label={text.name} autoComplete="off" length={20} />
        <Field
          {...field('login')}
          label={text.login}
          hint={text.loginHint}
          autoComplete="off"
          autoCapitalize="none"
          length={20}
        />
        <Choice
          name="roles"
          legend={text.roles}
          several
          chosen={[]}
          options={roles.map(role => ({ value: role, label: text.role[role], note: text.roleWhy[role] }))}
        />
        <Field {...field('reason')} label={text.reason} hint={text.reasonHint} autoComplete="off" maxLength={200} />
        <Button kind="seal" type="submit" aria-disabled={form.busy}>
          {form.busy ? text.adding : text.add}
        </Button>
      </form>
    </>
  )
}
