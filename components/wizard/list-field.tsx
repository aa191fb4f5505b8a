'use client'
import { useState } from 'react'
import { Button } from '#components/button'
import type { WizardField } from '#core/contest/wizard/field'
import { fill } from '#core/fill'
import { type FieldProps, idOf } from './form.ts'
import { nextId, withoutPlaces } from './value.ts'
import styles from './wizard.module.css'

/** As many items as wanted, each with its fields, in an order that can be changed. */
export function ListField({ field, path, form }: FieldProps<Extract<WizardField, { is: 'list' }>>) {
  const { label, hint } = form.words.field[withoutPlaces(path)] ?? { label: path }
  const items = (form.read(path) as Record<string, unknown>[] | undefined) ?? []
  /** Fields keep what was typed: an item that moves or goes makes the list anew. */
  const [round, setRound] = useState(0)
  /** An item is its place; the round makes all of them anew when places change. */
  const places = items.map((_item, i) => ({ i, key: `${round} ${i}` }))
  const write = (next: unknown[]) => {
    form.write(path, next)
    setRound(round + 1)
  }
  const add = () => {
    const fresh = structuredClone(field.start)
    const named = fresh.id === '' && !field.fields.some(inner => inner.at === 'id')
    write([...items, named ? { ...fresh, id: nextId(items, path.split('.').at(-1) ?? 'item') } : fresh])
  }
  const moved = (from: number, to: number) => {
    const next = [...items]
    next.splice(to, 0, ...next.splice(from, 1))
    write(next)
  }
  return (
    <fieldset className={styles.list} id={idOf(path)} tabIndex={-1}>
      <legend className={styles.label}>{label}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      {places.map(({ i, key }) => (
        <fieldset key={key} className={styles.item}>
          <legend className={styles.hint}>{fill(form.words.item, { n: i + 1 })}</legend>
          <div className={styles.fields}>
            {field.fields.map(inner => (
              <form.Inner key={inner.at} field={inner} path={`${path}.${i}.${inner.at}`} form={form} />
            ))}
          </div>
          {!form.locked && (
            <p className={styles.acts}>
              {i > 0 && (
                <Button kind="quiet" onClick={() => moved(i, i - 1)}>
                  {form.words.up}
                </Button>
              )}
              {i < items.length - 1 && (
                <Button kind="quiet" onClick={() => moved(i, i + 1)}>
                  {form.words.down}
                </Button>
              )}
              <Button kind="quiet" onClick={() => write(items.filter((_one, j) => j !== i))}>
                {form.words.remove}
              </Button>
            </p>
          )}
        </fieldset>
      ))}
      {!form.locked && items.length < field.most && <Button onClick={add}>{form.words.add}</Button>}
    </fieldset>
  )
}
