'use client'
import { FieldError } from '#components/field'
import type { WizardField } from '#core/contest/wizard/field'
import { type FieldProps, idOf } from './form.ts'
import { withoutPlaces } from './value.ts'
import styles from './wizard.module.css'

/** What is asked first, then, then: a select for each place, with an empty one at the end. */
export function OrderField({ field, path, form }: FieldProps<Extract<WizardField, { is: 'order' }>>) {
  const { label, hint, of = {} } = form.words.field[withoutPlaces(path)] ?? { label: path }
  const chosen = (form.read(path) as string[] | undefined) ?? []
  const id = idOf(path)
  const error = form.errorOf(path)
  const change = (place: number, value: string) => {
    const next = chosen.map((one, i) => (i === place ? value : one))
    form.write(
      path,
      (place < chosen.length ? next : [...chosen, value]).filter(one => one !== ''),
    )
  }
  const places = (chosen.length < field.of.length ? [...chosen, ''] : chosen).map((value, place) => {
    return { value, place, key: `${place} ${value}` }
  })
  return (
    <fieldset className={styles.options} id={id} tabIndex={-1}>
      <legend className={styles.label}>{label}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      {error && <FieldError id={`${id}-error`} prefix={form.errorPrefix} text={error} />}
      {places.map(({ value, place, key }) => (
        <select
          key={key}
          className={styles.select}
          aria-label={`${label} ${place + 1}`}
          value={value}
          disabled={form.locked}
          onChange={event => change(place, event.target.value)}
        >
          <option value="">{form.words.none}</option>
          {field.of
            .filter(one => one === value || !chosen.includes(one))
            .map(one => (
              <option key={one} value={one}>
                {of[one] ?? one}
              </option>
            ))}
        </select>
      ))}
    </fieldset>
  )
}
