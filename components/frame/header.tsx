import { paths } from '#app/paths'
import type { Locale } from '#core/locale'
import type { Messages } from '#messages/zh'
import { Account } from './account.tsx'
import styles from './header.module.css'
import { LanguageSwitch, Nav } from './nav.tsx'

/** Name, ways of display, language, navigation. `data-mode` buttons are brought to life by public/modes.js. */
export function Header({ locale, text, siteName }: { locale: Locale; text: Messages['frame']; siteName: string }) {
  return (
    <header className={styles.header}>
      <div className={`wrap wrap-wide ${styles.inner}`}>
        <a className={styles.brand} href={paths.home(locale)}>
          <svg className={styles.mark} viewBox="0 0 28 28" aria-hidden="true">
            <circle cx="18" cy="10" r="7.25" />
            <path d="M13 15 4 24M2.5 24h3M18 6.5v7M16.2 8.1 18 6.5" />
          </svg>
          {siteName}
        </a>
        <div className={styles.tools}>
          <fieldset className={styles.modes}>
            <legend className="spoken">{text.display}</legend>
            <Mode
              mode="text"
              label={text.largeText}
              drawing={<path d="M4 19 10 5l6 14M6 14.5h8M17 12h5M19.5 9.5v5" />}
              short={text.largeTextShort}
            />
            <Mode
              mode="contrast"
              label={text.highContrast}
              drawing={<path d="M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16" className={styles.half} />}
            />
            <Mode mode="theme" label={text.dark} drawing={<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z" />} />
          </fieldset>
          <LanguageSwitch
            to={locale === 'zh' ? 'en' : 'zh'}
            label={text.otherLanguage}
            short={text.otherLanguageShort}
            className={styles.language}
          />
        </div>
        <nav className={styles.nav} aria-label={text.nav}>
          <Nav
            items={[
              { href: paths.home(locale), label: text.home },
              { href: paths.contests(locale), label: text.contests },
              { href: paths.handbook(locale), label: text.handbook },
              { href: paths.practice(locale), label: text.practice },
              { href: paths.boards(locale), label: text.boards },
              { href: paths.campaigns(locale), label: text.campaigns, wideOnly: true },
            ]}
          />
          <Account signInHref={paths.signIn(locale)} meHref={paths.me(locale)} signIn={text.signIn} me={text.me} />
        </nav>
      </div>
    </header>
  )
}

interface ModeProps {
  mode: 'text' | 'contrast' | 'theme'
  label: string
  drawing: React.ReactNode
  /** Words instead of the drawing where there is little room. */
  short?: string
}

function Mode({ mode, label, drawing, short }: ModeProps) {
  return (
    <button type="button" className={styles.mode} data-mode={mode} aria-pressed="false" suppressHydrationWarning>
      <svg className={short ? styles.spare : undefined} viewBox="0 0 24 24" aria-hidden="true">
        {drawing}
      </svg>
      <span className={styles.wide}>{label}</span>
      {short && (
        <span className={styles.narrow} aria-hidden="true">
          {short}
        </span>
      )}
    </button>
  )
}
