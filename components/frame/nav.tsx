'use client'
import { usePathname } from 'next/navigation'
import { inLocale, type Locale } from '#core/locale'
import styles from './header.module.css'

interface NavItem {
  href: string
  label: string
  /** Phones have it in the footer. */
  wideOnly?: boolean
}

/** The page one is on, or one below it, is marked. */
export function Nav({ items }: { items: NavItem[] }) {
  const pathname = usePathname()
  const isHere = (href: string) => pathname === href || (href.length > 3 && pathname.startsWith(`${href}/`))
  return (
    <ul className={styles.items}>
      {items.map(({ href, label, wideOnly }) => (
        <li key={href}>
          <a
            className={styles.item}
            data-home={href.length <= 3 || undefined}
            data-wide={wideOnly}
            href={href}
            aria-current={isHere(href) ? 'page' : undefined}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

interface LanguageSwitchProps {
  to: Locale
  label: string
  /** Where there is little room. */
  short: string
  className: string | undefined
}

/** The same page in the other language; what stands behind the question mark is kept on the way. */
export function LanguageSwitch({ to, label, short, className }: LanguageSwitchProps) {
  const href = inLocale(usePathname(), to)
  return (
    <a
      className={className}
      href={href}
      hrefLang={to}
      lang={to === 'zh' ? 'zh-CN' : 'en'}
      onClick={event => {
        event.currentTarget.href = href + window.location.search + window.location.hash
      }}
    >
      <span className={styles.wide}>{label}</span>
      <span className={styles.narrow} aria-hidden="true">
        {short}
      </span>
    </a>
  )
}
