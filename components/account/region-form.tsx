'use client'
import { type SubmitEvent, useState } from 'react'
import { Button } from '#components/button'
import { ErrorSummary } from '#components/error-summary'
import { Field } from '#components/field'
import type { ChoiceGroup } from '#core/region/match'
import type { Messages } from '#messages/zh'
import styles from './form.module.css'
import { OrganisationField } from './organisation-field.tsx'
import { RegionList } from './region-list.tsx'
import { send } from './send.ts'

interface RegionFormProps {
  locale: 'zh' | 'en'
  groups: ChoiceGroup[]
  region: string | null
  organisation: string
  doneHref: string
  text: Pick<
    Messages['account'],
    | 'regionTitle'
    | 'regionHint'
    | 'regionSearch'
    | 'regionSearchHint'
    | 'regionNone'
    | 'regionFound'
    | 'regionNeeded'
    | 'organisation'
    | 'organisationHint'
    | 'saveRegion'
  > &
    Pick<Messages['frame'], 'offline' | 'errorPrefix' | 'errorSummary'>
}

/** Where one lives, and with whom one takes part. */
export function RegionForm({ locale, groups, region, organisation, doneHref, text }: RegionFormProps) {
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState(region)
  const [unit, setUnit] = useState(organisation)
  const [error, setError] = useState<{ field: string; text: string } | null>(null)
  const errorOf = (field: string) => (error?.field === field ? error.text : null)

  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (chosen === null) return setError({ field: 'region-search', text: text.regionNeeded })
    const body = { region: chosen, organisation: unit.trim() || null }
    const saved = await send('PUT', `/api/v1/me/region?locale=${locale}`, body, text.offline)
    if (saved.ok) return window.location.assign(doneHref)
    setError({ field: saved.code === 'organisation-name' ? 'organisation' : 'region-search', text: saved.text })
  }

  return (
    <form className={styles.form} onSubmit={save} noValidate>
      {error && <ErrorSummary title={text.errorSummary} errors={[error]} titlePrefix={text.errorPrefix} />}
      <h1>{text.regionTitle}</h1>
      <p>{text.regionHint}</p>
      <Field
        id="region-search"
        label={text.regionSearch}
        hint={text.regionSearchHint}
        error={errorOf('region-search')}
        errorPrefix={text.errorPrefix}
        length={20}
        type="search"
        autoComplete="off"
        value={sought}
        onChange={event => setSought(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <RegionList groups={groups} sought={sought} chosen={chosen} onChoose={setChosen} text={text} />
      <OrganisationField text={text} value={unit} error={errorOf('organisation')} onChange={setUnit} />
      <Button kind="seal" type="submit">
        {text.saveRegion}
      </Button>
    </form>
  )
}
