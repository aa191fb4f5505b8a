'use client'
import { FieldError } from '#components/field'
import type { WizardField } from '#core/contest/wizard/field'
import { type FieldProps, idOf } from './form.ts'
import { withoutPlaces } from './value.ts'
import styles from './wizard.module.css'

type Of<Is extends WizardField['is']> = FieldProps<Extract<WizardField, { is: Is }>>

export function FlagField({ path, form }: Of<'flag'>) {
  const { label, hint } = form.words.field[withoutPlaces(path)] ?? { label: path }
  const id = idOf(path)
  const error = form.errorOf(path)
  return (
    <div className={styles.flag}>
      <label className={styles.option} htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={form.read(path) === true}
          disabled={form.locked}
          aria-describedby={hint && `${id}-hint`}
          onChange={event => form.write(path, event.target.checked)}
        />
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`} prefix={form.errorPrefix} text={error} />}
    </div>
  )
}

interface Option {
  value: string
  label: string
}

/** One of a few. Chapters are chosen by their names. */
export function ChoiceField({ field, path, form }: Of<'choice' | 'chapters'>) {
  const { of = {} } = form.words.field[withoutPlaces(path)] ?? {}
  const value = form.read(path)
  const options: Option[] =
    field.is === 'chapters'
      ? form.lists.chapters.map(({ number, name }) => ({ value: String(number), label: `${number} ${name}` }))
      : field.of.map(one => ({ value: one, label: of[one] ?? one }))
  const none = field.is === 'chapters' || field.none ? [{ value: '', label: form.words.any }] : []
  const write = (written: string) =>
    form.write(path, written === '' ? null : field.is === 'chapters' ? Number(written) : written)
  return <Options {...{ path, form, write }} options={[...none, ...options]} chosen={[String(value ?? '')]} />
}

/** Any of several: formats, question sets, districts and counties. */
export function ChosenField({ field, path, form }: Of<'several' | 'sets' | 'regions'>) {
  const { of = {} } = form.words.field[withoutPlaces(path)] ?? {}
  const chosen = (form.read(path) as string[] | undefined) ?? []
  const options: Option[] =
    field.is === 'sets'
      ? form.lists.sets.map(({ id, label }) => ({ value: id, label }))
      : field.is === 'regions'
        ? form.lists.regions.map(({ slug, name }) => ({ value: slug, label: name }))
        : field.of.map(one => ({ value: one, label: of[one] ?? one }))
  const write = (value: string) =>
    form.write(path, chosen.includes(value) ? chosen.filter(one => one !== value) : [...chosen, value])
  return <Options {...{ path, form, write, options, chosen }} several />
}

interface OptionsProps extends Omit<FieldProps, 'field'> {
  options: Option[]
  chosen: string[]
  write(value: string): void
  several?: boolean
}

export function Options({ path, form, options, chosen, write, several = false }: OptionsProps) {
  const { label, hint } = form.words.field[withoutPlaces(path)] ?? { label: path }
  const id = idOf(path)
  const error = form.errorOf(path)
  return (
    <fieldset id={id} className={styles.options} tabIndex={-1}>
      <legend className={styles.label}>{label}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      {error && <FieldError id={`${id}-error`} prefix={form.errorPrefix} text={error} />}
      <div className={options.length > 8 ? styles.many : styles.few}>
        {options.map(option => (
          <label key={option.value} className={styles.option}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={id}
              checked={chosen.includes(option.value)}
              disabled={form.locked}
              onChange={() => write(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
