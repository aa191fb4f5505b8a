import styles from './field.module.css'
import { FieldError } from './field.tsx'

interface Common {
  id: string
  label: React.ReactNode
  hint?: React.ReactNode
  error?: string | null | undefined
  errorPrefix?: string | undefined
}

/** A field of several lines. Other props go to the textarea. */
export function Area({ id, label, hint, error, errorPrefix, ...rest }: Common & React.ComponentProps<'textarea'>) {
  return (
    <Labelled {...{ id, label, hint, error, errorPrefix }}>
      <textarea
        id={id}
        name={id}
        className={`${styles.input} ${styles.lines}`}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
    </Labelled>
  )
}

/** One of a list. */
export function Select({
  id,
  label,
  hint,
  error,
  errorPrefix,
  options,
  ...rest
}: Common & { options: { value: string; label: string }[] } & React.ComponentProps<'select'>) {
  return (
    <Labelled {...{ id, label, hint, error, errorPrefix }}>
      <select
        id={id}
        name={id}
        className={styles.input}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
        {...rest}
      >
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

function Labelled({ id, label, hint, error, errorPrefix, children }: Common & { children: React.ReactNode }) {
  return (
    <div className={error ? `${styles.field} ${styles.wrong}` : styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`} prefix={errorPrefix} text={error} />}
      {children}
    </div>
  )
}

const describedBy = (id: string, hint: React.ReactNode, error: string | null | undefined): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
