import styles from './seal.module.css'

interface SealProps {
  /** Two to four hanzi, a score, or a short word: what is pressed into the paper. Read aloud as it stands. */
  children: React.ReactNode
  /** A second, smaller line: '分', 'of 100'. */
  below?: React.ReactNode
  size?: 'small' | 'large'
  /** Pressed once when it appears, in 180 ms; still under reduced motion. */
  pressed?: boolean
}

/** The square red seal: the open contest, the result, certificates, published winners. Never as decoration. */
export function Seal({ children, below, size = 'small', pressed = false }: SealProps) {
  return (
    <span className={[styles.seal, styles[size], pressed && styles.pressed].filter(Boolean).join(' ')}>
      <span className={styles.face}>{children}</span>
      {below && <span className={styles.below}>{below}</span>}
    </span>
  )
}
