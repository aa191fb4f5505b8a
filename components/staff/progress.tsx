import type { Plain } from '#app/plain'
import type { Messages } from '#messages/zh'
import type { Step } from './follow.ts'
import styles from './staff.module.css'

/** A bar with words: how far a file is. Ears hear each stage once. */
export function Progress({ step, text }: { step: Step | null; text: Plain<Messages['imports']> }) {
  const label = step && step.stage in text.stages ? text.stages[step.stage as keyof typeof text.stages] : ''
  return (
    <div className={styles.progress}>
      {step && <progress aria-label={label} max={step.total} value={step.total > 1 ? step.done : undefined} />}
      <p role="status">{label}</p>
    </div>
  )
}
