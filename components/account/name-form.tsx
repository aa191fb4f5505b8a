'use client'
import { type SubmitEvent, useState } from 'react'
import { Button } from '#components/button'
import { ErrorSummary } from '#components/error-summary'
import { Field } from '#components/field'
import type { Messages } from '#messages/zh'
import styles from './form.module.css'
import { send } from './send.ts'

interface NameFormProps {
  locale: 'zh' | 'en'
  name: string
  showName: boolean
  doneHref: string
  text: Pick<Messages['account'], 'nameTitle' | 'nameHint' | 'showName' | 'showNameHint' | 'saveName'> &
    Pick<Messages['frame'], 'offline' | 'errorPrefix' | 'errorSummary'>
}

/** A name, freely given, and the consent to show its first character. */
export function NameForm({ locale, name, showName, doneHref, text }: NameFormProps) {
  const [written, setWritten] = useState(name)
  const [consent, setConsent] = useState(showName)
  const [error, setError] = useState<string | null>(null)
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    const body = { name: written.trim() || null, showName: consent }
    const saved = await send('PUT', `/api/v1/me/name?locale=${locale}`, body, text.offline)
    if (saved.ok) window.location.assign(doneHref)
    else setError(saved.text)
  }
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      {error && (
        <ErrorSummary
          title={text.errorSummary}
          errors={[{ field: 'name', text: error }]}
          titlePrefix={text.errorPrefix}
        />
      )}
      <h1>{text.nameTitle}</h1>
      <Field
        id="name"
        label={text.nameTitle}
        hint={text.nameHint}
        error={error}
        errorPrefix={text.errorPrefix}
        length={20}
        autoComplete="name"
        value={written}
        onChange={event => setWritten(event.target.value)}
      />
      <div>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={consent}
            aria-describedby="consent-hint"
            onChange={event => setConsent(event.target.checked)}
          />
          {text.showName}
        </label>
        <p id="consent-hint" className={styles.aside}>
          {text.showNameHint}
        </p>
      </div>
      <Button kind="seal" type="submit">
        {text.saveName}
      </Button>
    </form>
  )
}
