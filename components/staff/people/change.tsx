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
import { errorFrom, said, useForm } from '../use-form.ts'
import { type Made, Outcome, type PeopleProps } from './outcome.tsx'

interface ChangeProps extends PeopleProps {
  login: string
  /** Below /api/v1/staff/:login. */
  act: 'roles' | 'set-up-links' | 'second-factor-reset' | 'deactivation' | 'reactivation'
  label: string
  why: string
  /** For `roles`: which there are, and which the person has. */
  roles?: { all: readonly Role[]; held: readonly Role[] }
}

/** One change of a person, with its reason (a new link needs none). */
export function ChangePerson({ locale, login, act, label, why, roles, text, frame }: ChangeProps) {
  const [made, setMade] = useState<Made | null>(null)
  const router = useRouter()
  const wantsReason = act !== 'set-up-links'
  const reasonField = `reason-${act}`
  const form = useForm(async fields => {
    const reason = said(fields, reasonField)
    if (wantsReason && [...reason].length < 4) return [{ field: reasonField, text: text.reasonNeeded }]
    const body = { ...(roles && { roles: fields.getAll('roles') }), ...(wantsReason && { reason }) }
    const path = `/api/v1/staff/${encodeURIComponent(login)}/${act}?locale=${locale}`
    const done = await ask<Made>(act === 'roles' ? 'PUT' : 'POST', path, body)
    if (!done.ok) return [errorFrom(done.problem, frame.offline, wantsReason ? reasonField : undefined)]
    setMade(done.body)
    router.refresh()
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      {made && <Outcome made={made} text={text} />}
      {roles && (
        <Choice
          name="roles"
          legend={text.roles}
          several
          chosen={roles.held}
          options={roles.all.map(role => ({ value: role, label: text.role[role], note: text.roleWhy[role] }))}
        />
      )}
      <p className={styles.hint}>{why}</p>
      {wantsReason && (
        <Field
          id={reasonField}
          name={reasonField}
          label={text.reason}
          hint={text.reasonHint}
          error={form.errorOf(reasonField)}
          errorPrefix={frame.errorPrefix}
          autoComplete="off"
          maxLength={200}
        />
      )}
      <Button type="submit" aria-disabled={form.busy}>
        {form.busy ? text.saving : label}
      </Button>
    </form>
  )
}
