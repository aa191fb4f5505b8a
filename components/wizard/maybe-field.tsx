'use client'
import type { WizardField } from '#core/contest/wizard/field'
import { type FieldProps, idOf } from './form.ts'
import { withoutPlaces } from './value.ts'
import styles from './wizard.module.css'

/** Not at all, or with its own fields. */
export function MaybeField({ field, path, form }: FieldProps<Extract<WizardField, { is: 'maybe' }>>) {
  const { label, hint } = form.words.field[withoutPlaces(path)] ?? { label: path }
  const isOn = form.read(path) !== null
  return (
    <fieldset className={styles.variant} id={idOf(path)}>
      <label className={styles.option}>
        <input
          type="checkbox"
          checked={isOn}
          disabled={form.locked}
          onChange={event => form.write(path, event.target.checked ? structuredClone(field.start) : null)}
        />
        {label}
      </label>
      {hint && <p className={styles.hint}>{hint}</p>}
      {isOn && (
        <div className={styles.inside}>
          {field.fields.map(inner => (
            <form.Inner key={inner.at} field={inner} path={`${path}.${inner.at}`} form={form} />
          ))}
        </div>
      )}
    </fieldset>
  )
}
