'use client'
import { useState } from 'react'
import { Button } from '#components/button'
import { Errors } from '../errors.tsx'
import styles from '../staff.module.css'
import { useForm } from '../use-form.ts'
import { CodeField } from './code-field.tsx'
import { type FactorProps, giveCode } from './give.ts'

/** After the password: the code of the app, or one from paper. */
export function FactorForm({ locale, next, text, frame }: FactorProps) {
  const [onPaper, setOnPaper] = useState(false)
  const form = useForm(async fields => {
    const given = await giveCode({ locale, text, frame, onPaper }, fields)
    if (!given.ok) return [given.error]
    window.location.assign(next)
    return []
  })
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Errors errors={form.errors} frame={frame} />
      <h1>{text.giveTitle}</h1>
      <p className={styles.lead}>{text.giveLead}</p>
      <CodeField text={text} frame={frame} onPaper={onPaper} error={form.errorOf('code')} autoFocus />
      <div className={styles.actions}>
        <Button kind="seal" type="submit" aria-disabled={form.busy}>
          {form.busy ? text.giving : text.give}
        </Button>
        <Button kind="quiet" onClick={() => setOnPaper(!onPaper)}>
          {onPaper ? text.useApp : text.useRecovery}
        </Button>
      </div>
      {onPaper && <p className={styles.hint}>{text.lost}</p>}
    </form>
  )
}
