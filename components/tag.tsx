import styles from './tag.module.css'

interface TagProps {
  /** `open` red outline, `plain` ink, `quiet` grey, `good` moss, `attention` amber. */
  kind?: 'open' | 'plain' | 'quiet' | 'good' | 'attention'
  children: React.ReactNode
}

/** One word about a thing's state. */
export function Tag({ kind = 'plain', children }: TagProps) {
  return <span className={`${styles.tag} ${styles[kind]}`}>{children}</span>
}
