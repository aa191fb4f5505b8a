import styles from './phrases.module.css'

/** A heading that breaks after its Chinese punctuation before it breaks anywhere else. */
export function Phrases({ of }: { of: string }) {
  const phrases = of.split(/(?<=[：，、；。？！）])(?=.)|(?=（)/)
  if (phrases.length === 1) return of
  return phrases.map(phrase => (
    <span key={phrase} className={styles.phrase}>
      {phrase}
    </span>
  ))
}
