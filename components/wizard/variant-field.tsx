'use client'
import type { WizardField } from '#core/contest/wizard/field'
import type { FieldProps } from './form.ts'
import { Options } from './pick-field.tsx'
import { withoutPlaces } from './value.ts'
import styles from './wizard.module.css'

/** One of several shapes, with the fields of the chosen one below it. */
export function VariantField({ field, path, form }: FieldProps<Extract<WizardField, { is: 'variant' }>>) {
  const { of = {} } = form.words.field[withoutPlaces(path)] ?? {}
  const chosen = String((form.read(path) as Record<string, unknown> | undefined)?.[field.by] ?? '')
  const shape = field.of[chosen]
  return (
    <div className={styles.variant}>
      <Options
        {...{ path, form }}
        options={Object.keys(field.of).map(value => ({ value, label: of[value] ?? value }))}
        chosen={[chosen]}
        write={value => form.write(path, { [field.by]: value, ...field.of[value]?.start })}
      />
      {shape && shape.fields.length > 0 && (
        <div className={styles.inside} key={chosen}>
          {shape.fields.map(inner => (
            <form.Inner key={inner.at} field={inner} path={`${path}.${inner.at}`} form={form} />
          ))}
        </div>
      )}
    </div>
  )
}
