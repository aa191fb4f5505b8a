'use client'
import { usePathname } from 'next/navigation'
import styles from './staff.module.css'

interface StaffNavProps {
  label: string
  /** The first one is the home of the area, current only on its own page. */
  items: { href: string; label: string }[]
  children?: React.ReactNode
}

/** The staff area's own navigation, below the site's. */
export function StaffNav({ label, items, children }: StaffNavProps) {
  const here = usePathname()
  const isCurrent = (href: string, at: number) => here === href || (at > 0 && here.startsWith(`${href}/`))
  return (
    <nav className={styles.bar} aria-label={label}>
      <ul className="wrap wrap-wide">
        {items.map(({ href, label }, at) => (
          <li key={href}>
            <a href={href} aria-current={isCurrent(href, at) ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
        <li className={styles.leave}>{children}</li>
      </ul>
    </nav>
  )
}
