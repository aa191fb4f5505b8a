'use client'
import { Field } from '#components/field'
import { TextArea } from '#components/text-area'
import { ask } from '../staff/ask.ts'
import type { FieldProps } from './form.ts'
import { common, linesIn } from './text-field.tsx'

type Props = Omit<FieldProps, 'field'>

/** Asks for the ids of organisations; those that are new get one. */
async function idsOf(names: string[]): Promise<Record<string, string> | null> {
  if (names.length === 0) return {}
  const answer = await ask<{ organisations: { id: string; name: string }[] }>('POST', '/api/v1/staff/organisations', {
    names,
  })
  return answer.ok ? Object.fromEntries(answer.body.organisations.map(({ id, name }) => [id, name])) : null
}

/** Organisations by name, one a line; kept by id once the field is left. */
export function OrganisationsField({ path, form }: Props) {
  const ids = (form.read(path) as string[] | undefined) ?? []
  const leave = async (written: string) => {
    const known = await idsOf(linesIn(written))
    if (!known) return form.wrong(path, form.words.none)
    form.learn(known)
    form.wrong(path, null)
    form.write(path, Object.keys(known))
  }
  return (
    <TextArea
      {...common(path, form)}
      rows={6}
      defaultValue={ids.map(id => form.lists.organisations[id] ?? id).join('\n')}
      onBlur={event => void leave(event.target.value)}
    />
  )
}

export function OrganisationField({ path, form }: Props) {
  const id = String(form.read(path) ?? '')
  const leave = async (written: string) => {
    const known = await idsOf(linesIn(written))
    if (!known) return form.wrong(path, form.words.none)
    form.learn(known)
    form.wrong(path, null)
    form.write(path, Object.keys(known)[0] ?? '')
  }
  return (
    <Field
      {...common(path, form)}
      defaultValue={form.lists.organisations[id] ?? id}
      autoComplete="off"
      onBlur={event => void leave(event.target.value)}
    />
  )
}
