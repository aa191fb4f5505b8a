import styles from './field.module.css'

interface FieldProps extends React.ComponentProps<'input'> {
  /** Also the anchor of the error summary's link. */
  id: string
  label: React.ReactNode
  /** One sentence under the label: the format, why it is asked. */
  hint?: React.ReactNode
  /** The same words as in the error summary. */
  error?: string | null | undefined
  /** '错误：' for ears, before the error. */
  errorPrefix?: string
  /** Expected length in characters; the field is as wide as the answer. */
  length?: number
}

/** Label, hint, error and input, wired for screen readers. Other props go to the input. */
export function Field({ id, label, hint, error, errorPrefix, length, className, ...rest }: FieldProps) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
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
      <input
        id={id}
        className={[styles.input, widthOf(length), className].filter(Boolean).join(' ')}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
    </div>
  )
}

/** The words beside a field that has to be corrected: with a sign, never colour alone. */
export function FieldError({ id, prefix, text }: { id: string; prefix?: string | undefined; text: string }) {
  return (
    <p className={styles.error} id={id}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 2.5 18.5 17h-17zM10 8v4.5M10 14.4v.2" />
      </svg>
      {prefix && <span className="spoken">{prefix}</span>}
      {text}
    </p>
  )
}

const widthOf = (length: number | undefined): string | undefined =>
  length === undefined ? undefined : length <= 8 ? styles.short : length <= 20 ? styles.middle : undefined
