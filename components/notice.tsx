import styles from './notice.module.css'

interface NoticeProps {
  /** `note` river, `good` moss, `attention` amber, `wrong` seal. Each has its own sign. */
  kind?: 'note' | 'good' | 'attention' | 'wrong'
  title?: React.ReactNode
  children?: React.ReactNode
  /** `status` when it appears after an act of the person. */
  role?: 'status' | 'alert'
}

const sign: Record<NonNullable<NoticeProps['kind']>, string> = {
  note: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.6v.2',
  good: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.5l2.8 2.8L16 9.6',
  attention: 'M12 3.5 21.5 20h-19zM12 9.5v5M12 17.2v.2',
  wrong: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.8 8.8l6.4 6.4M15.2 8.8l-6.4 6.4',
}

/** A message of the page to the reader: a sign, words, a tint. */
export function Notice({ kind = 'note', title, children, role }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role={role}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={sign[kind]} />
      </svg>
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  )
}
