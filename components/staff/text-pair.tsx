'use client'
import { FieldError } from '#components/field'
import type { LocalText } from '#core/locale'
import styles from './question-form.module.css'
import staff from './staff.module.css'

interface TextPairProps {
  /** 'stem': the fields are 'stem-zh' and 'stem-en'. */
  id: string
  label: string
  hint?: string
  value: LocalText
  rows: number
  errorOf(field: string): string | null
  errorPrefix: string
  languages: { zh: string; en: string }
  change(value: LocalText): void
}

/** One text in both languages, side by side where there is room. */
export function TextPair({ id, label, hint, value, rows, errorOf, errorPrefix, languages, change }: TextPairProps) {
  return (
    <fieldset className={styles.pair}>
      <legend>{label}</legend>
      {hint && <p className={staff.hint}>{hint}</p>}
      <div className={styles.both}>
        {(['zh', 'en'] as const).map(locale => {
          const field = `${id}-${locale}`
          const error = errorOf(field)
          return (
            <div key={locale} className={styles.one}>
              <label htmlFor={field}>{languages[locale]}</label>
              {error && <FieldError id={`${field}-error`} prefix={errorPrefix} text={error} />}
              <textarea
                id={field}
                className={styles.text}
                rows={rows}
                value={value[locale]}
                lang={locale === 'zh' ? 'zh-CN' : 'en'}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `${field}-error` : undefined}
                onChange={event => change({ ...value, [locale]: event.currentTarget.value })}
              />
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
