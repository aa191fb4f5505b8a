import styles from './field.module.css'
import { FieldError } from './field.tsx'

interface TextAreaProps extends React.ComponentProps<'textarea'> {
  /** Also the anchor of the error summary's link. */
  id: string
  label: React.ReactNode
  hint?: React.ReactNode
  /** The same words as in the error summary. */
  error?: string | null | undefined
  /** '错误：' for ears, before the error. */
  errorPrefix?: string
}

/** Label, hint, error and a field of several lines, wired for screen readers. Other props go to the textarea. */
export function TextArea({ id, label, hint, error, errorPrefix, ...rest }: TextAreaProps) {
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
      <textarea
        id={id}
        className={styles.input}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
    </div>
  )
}
