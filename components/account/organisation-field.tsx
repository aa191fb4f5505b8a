import { useEffect, useState } from 'react'
import { Field } from '#components/field'

interface OrganisationFieldProps {
  text: { organisation: string; organisationHint: string; errorPrefix: string }
  value: string
  error: string | null
  onChange: (name: string) => void
}

/** Pause after the last key before names are asked for, ms. */
const pause = 250

/** Free text with the names others have given, so that one organisation stays one. */
export function OrganisationField({ text, value, error, onChange }: OrganisationFieldProps) {
  const [names, setNames] = useState<string[]>([])
  useEffect(() => {
    if (value.trim().length < 2) return
    const timer = setTimeout(() => void namesLike(value).then(setNames), pause)
    return () => clearTimeout(timer)
  }, [value])
  return (
    <>
      <Field
        id="organisation"
        label={text.organisation}
        hint={text.organisationHint}
        error={error}
        errorPrefix={text.errorPrefix}
        autoComplete="organization"
        list="organisation-names"
        value={value}
        onChange={event => onChange(event.target.value)}
      />
      <datalist id="organisation-names">
        {names.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}

async function namesLike(written: string): Promise<string[]> {
  const query = new URLSearchParams({ query: written.slice(0, 60) })
  const answer = await fetch(`/api/v1/organisations?${query}`).catch(() => null)
  return answer?.ok ? ((await answer.json()) as { names: string[] }).names : []
}
