import styles from './pagination.module.css'

interface PaginationProps {
  /** Name of the navigation: '页码'. */
  label: string
  previous?: { href: string; label: string } | null
  next?: { href: string; label: string } | null
}

/** Back and forth through a long list. */
export function Pagination({ label, previous, next }: PaginationProps) {
  if (!previous && !next) return null
  return (
    <nav className={styles.pagination} aria-label={label}>
      {previous && (
        <a href={previous.href} rel="prev">
          ← {previous.label}
        </a>
      )}
      {next && (
        <a className={styles.next} href={next.href} rel="next">
          {next.label} →
        </a>
      )}
    </nav>
  )
}
