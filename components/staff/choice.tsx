import styles from './staff.module.css'

interface ChoiceProps {
  name: string
  legend: string
  options: { value: string; label: React.ReactNode; note?: React.ReactNode; disabled?: boolean }[]
  chosen: readonly string[]
  /** Several may be chosen. */
  several?: boolean
  /** Short ones stand side by side where there is room. */
  inColumns?: boolean
  hint?: React.ReactNode
  disabled?: boolean
}

/** A group of radio buttons or boxes. `#name` leads to the first one. */
export function Choice(props: ChoiceProps) {
  const { name, legend, options, chosen, several = false, inColumns = false, hint, disabled = false } = props
  return (
    <fieldset className={styles.choice} disabled={disabled}>
      <legend>{legend}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      <div className={inColumns ? styles.columns : styles.choice}>
        {options.map(({ value, label, note, disabled: off }, at) => (
          <label key={value} className={styles.option}>
            <input
              type={several ? 'checkbox' : 'radio'}
              id={at === 0 ? name : undefined}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              disabled={off}
            />
            <span>
              {label} {note && <small>{note}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
