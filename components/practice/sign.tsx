import styles from './question.module.css'

/** A tick or a cross: the word beside it says the same. */
export function Sign({ right }: { right: boolean }) {
  return (
    <svg className={styles.sign} viewBox="0 0 24 24" aria-hidden="true">
      <path d={right ? 'M4.5 12.5 10 18 20 6.5' : 'M6 6l12 12M18 6 6 18'} />
    </svg>
  )
}
