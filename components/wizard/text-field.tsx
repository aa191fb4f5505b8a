'use client'
import { Field } from '#components/field'
import { TextArea } from '#components/text-area'
import { momentFrom, momentOf } from '#core/contest/moment'
import type { WizardField } from '#core/contest/wizard/field'
import { fill } from '#core/fill'
import { type FieldProps, idOf, type WizardForm } from './form.ts'
import { withoutPlaces } from './value.ts'
import styles from './wizard.module.css'

type Of<Is extends WizardField['is']> = FieldProps<Extract<WizardField, { is: Is }>>

/** What every input needs: names, words, error, and whether it may change. */
export function common(path: string, form: WizardForm) {
  const { label, hint } = form.words.field[withoutPlaces(path)] ?? { label: path }
  return {
    id: idOf(path),
    name: idOf(path),
    label,
    hint,
    error: form.errorOf(path),
    errorPrefix: form.errorPrefix,
    readOnly: form.locked,
  }
}

export function TextField({ field, path, form }: Of<'text'>) {
  const value = String(form.read(path) ?? '')
  const props = { ...common(path, form), defaultValue: value, maxLength: field.most }
  return field.lines ? (
    <TextArea {...props} rows={4} onChange={event => form.write(path, event.target.value)} />
  ) : (
    <Field {...props} autoComplete="off" onChange={event => form.write(path, event.target.value)} />
  )
}

/** Chinese first; an empty English text shows the Chinese. */
export function BothField({ field, path, form }: Of<'both'>) {
  const { label, hint, ...props } = common(path, form)
  return (
    <fieldset id={props.id} className={styles.both} tabIndex={-1}>
      <legend className={styles.label}>{label}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      {(['zh', 'en'] as const).map(language => {
        const own = {
          ...props,
          id: `${props.id}-${language}`,
          name: `${props.name}-${language}`,
          label: form.words[language],
          hint: undefined,
          error: language === 'zh' ? props.error : null,
          defaultValue: String((form.read(path) as { zh: string; en: string } | undefined)?.[language] ?? ''),
          maxLength: field.most,
          lang: language === 'zh' ? 'zh-CN' : 'en',
        }
        return field.lines ? (
          <TextArea
            key={language}
            {...own}
            rows={3}
            onChange={event => form.write(`${path}.${language}`, event.target.value)}
          />
        ) : (
          <Field
            key={language}
            {...own}
            autoComplete="off"
            onChange={event => form.write(`${path}.${language}`, event.target.value)}
          />
        )
      })}
    </fieldset>
  )
}

/** Full-width digits are digits. An empty field is null where that means "none". */
export function NumberField({ field, path, form }: Of<'number'>) {
  const unit = field.unit ?? 1
  const value = form.read(path) as number | null | undefined
  const change = (written: string) => {
    const plain = written.normalize('NFKC').trim()
    if (plain === '' && field.none) {
      form.wrong(path, null)
      return form.write(path, null)
    }
    const number = Number(plain) * unit
    const fits =
      plain !== '' && number >= field.least && number <= field.most && (Number.isInteger(number) || field.least < 1)
    form.wrong(path, fits ? null : fill(form.words.number, { least: field.least / unit, most: field.most / unit }))
    if (fits) form.write(path, number)
  }
  return (
    <Field
      {...common(path, form)}
      defaultValue={value === null || value === undefined ? '' : value / unit}
      inputMode="decimal"
      autoComplete="off"
      length={12}
      placeholder={field.none ? form.words.none : undefined}
      onChange={event => change(event.target.value)}
    />
  )
}

export function MomentField({ field, path, form }: Of<'moment'>) {
  const value = form.read(path) as number | null | undefined
  const change = (written: string) => {
    const instant = momentFrom(written)
    if (written === '' && field.none) {
      form.wrong(path, null)
      return form.write(path, null)
    }
    form.wrong(path, instant === null ? form.words.moment : null)
    if (instant !== null) form.write(path, instant)
  }
  return (
    <Field
      {...common(path, form)}
      type="datetime-local"
      length={20}
      defaultValue={value ? momentOf(value) : ''}
      onChange={event => change(event.target.value)}
    />
  )
}

export function LinesField({ path, form }: Of<'lines'>) {
  const lines = (form.read(path) as string[] | undefined) ?? []
  const change = (written: string) => form.write(path, linesIn(written))
  return (
    <TextArea
      {...common(path, form)}
      rows={3}
      defaultValue={lines.join('\n')}
      onChange={event => change(event.target.value)}
    />
  )
}

export const linesIn = (written: string): string[] =>
  written
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
