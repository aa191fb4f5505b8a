'use client'
import { type SubmitEvent, useState } from 'react'
import { Button } from '#components/button'
import { ErrorSummary } from '#components/error-summary'
import { Field } from '#components/field'
import type { Missing } from '#core/contest/eligibility'
import styles from './form.module.css'
import { send } from './send.ts'

export interface EntryFormProps {
  locale: 'zh' | 'en'
  slug: string
  /** What is asked, with its words; null: it is not. */
  tracks: { id: string; label: string }[] | null
  organisation: { now: string | null; href: string; change: string; individual: string | null } | null
  name: boolean
  number: boolean
  age: string | null
  guardian: string | null
  held: { track: string | null; individual: boolean; name: string; number: string; age: boolean; guardian: boolean }
  doneHref: string
  text: Record<
    'title' | 'lead' | 'track' | 'trackHint' | 'organisationTitle' | 'nameTitle' | 'nameHint' | 'numberTitle',
    string
  > &
    Record<'numberHint' | 'ageTitle' | 'save' | 'offline' | 'errorPrefix' | 'errorSummary', string> & {
      wrong: Record<Missing, string>
    }
}

/** At which field a refusal is shown. */
const fieldOf: Record<string, string> = { 'name-invalid': 'name', 'entry-invalid': 'number', 'entry-fixed': 'track' }

/** What the contest asks for beside the account, on one page. */
export function EntryForm(props: EntryFormProps) {
  const { text, held } = props
  const [errors, setErrors] = useState<{ field: string; text: string }[]>([])
  const errorOf = (field: string) => errors.find(error => error.field === field)?.text ?? null

  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget as HTMLFormElement)
    const said = (name: string) => String(fields.get(name) ?? '').trim() || null
    const body = {
      track: said('track'),
      individual: fields.has('individual'),
      name: said('name'),
      number: said('number'),
      age: said('age') === 'grown',
      guardian: said('age') === 'guardian',
    }
    const path = `/api/v1/contests/${encodeURIComponent(props.slug)}/entry?locale=${props.locale}`
    const saved = await send<{ missing: Missing[] }>('PUT', path, body, text.offline)
    if (!saved.ok) return setErrors([{ field: fieldOf[saved.code] ?? 'track', text: saved.text }])
    const { missing } = saved.body
    if (missing.length === 0) return window.location.assign(props.doneHref)
    setErrors(missing.map(field => ({ field: field === 'guardian' ? 'age' : field, text: text.wrong[field] })))
  }

  return (
    <form className={styles.form} onSubmit={save} noValidate>
      {errors.length > 0 && <ErrorSummary title={text.errorSummary} errors={errors} titlePrefix={text.errorPrefix} />}
      <h1>{text.title}</h1>
      <p>{text.lead}</p>
      {props.tracks && (
        <Options
          name="track"
          legend={text.track}
          hint={text.trackHint}
          error={errorOf('track')}
          options={props.tracks}
          chosen={held.track}
        />
      )}
      {props.organisation && (
        <fieldset className={styles.group} id="organisation">
          <legend>{text.organisationTitle}</legend>
          {errorOf('organisation') && <p className={styles.wrong}>{errorOf('organisation')}</p>}
          {props.organisation.now && <p>{props.organisation.now}</p>}
          <p>
            <a href={props.organisation.href}>{props.organisation.change}</a>
          </p>
          {props.organisation.individual && (
            <label className={styles.check}>
              <input type="checkbox" name="individual" defaultChecked={held.individual} />
              {props.organisation.individual}
            </label>
          )}
        </fieldset>
      )}
      {props.name && (
        <Field
          id="name"
          name="name"
          label={text.nameTitle}
          hint={text.nameHint}
          error={errorOf('name')}
          errorPrefix={text.errorPrefix}
          length={20}
          autoComplete="name"
          defaultValue={held.name}
        />
      )}
      {props.number && (
        <Field
          id="number"
          name="number"
          label={text.numberTitle}
          hint={text.numberHint}
          error={errorOf('number')}
          errorPrefix={text.errorPrefix}
          length={20}
          autoComplete="off"
          defaultValue={held.number}
        />
      )}
      {props.age && (
        <Options
          name="age"
          legend={text.ageTitle}
          error={errorOf('age')}
          options={[
            { id: 'grown', label: props.age },
            ...(props.guardian ? [{ id: 'guardian', label: props.guardian }] : []),
          ]}
          chosen={held.age ? 'grown' : held.guardian ? 'guardian' : null}
        />
      )}
      <Button kind="seal" type="submit">
        {text.save}
      </Button>
    </form>
  )
}

interface OptionsProps {
  name: string
  legend: string
  hint?: string
  error: string | null
  options: { id: string; label: string }[]
  chosen: string | null
}

function Options({ name, legend, hint, error, options, chosen }: OptionsProps) {
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      {hint && <p className={styles.aside}>{hint}</p>}
      {error && <p className={styles.wrong}>{error}</p>}
      {options.map(({ id, label }, i) => (
        <label key={id} className={styles.check}>
          <input
            type={options.length === 1 ? 'checkbox' : 'radio'}
            id={i === 0 ? name : undefined}
            name={name}
            value={id}
            defaultChecked={chosen === id}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
