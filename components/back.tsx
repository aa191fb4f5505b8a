import styles from './back.module.css'

/** The way back to what this page belongs to, above its heading. */
export function Back({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <p className={styles.back}>
      <a href={href}>
        <span aria-hidden="true">‹</span> {children}
      </a>
    </p>
  )
}
