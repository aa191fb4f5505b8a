import { paths } from '#app/paths'
import { contactHref, recordDigits, type Site } from '#app/site'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import styles from './footer.module.css'

/** Who stands behind the site; what `site.json` does not say is not shown. */
export function Footer({ locale, text, site }: { locale: Locale; text: Messages['frame']; site: Site }) {
  return (
    <footer className={styles.footer}>
      <div className={`wrap wrap-wide ${styles.inner}`}>
        <p>{said(site.name, locale)}</p>
        <ul className={styles.items}>
          {site.sponsor && (
            <li>
              {text.sponsor} <Maybe href={site.sponsorUrl ?? null}>{said(site.sponsor, locale)}</Maybe>
            </li>
          )}
          {site.contact && (
            <li>
              {text.contact} <Maybe href={contactHref(site.contact)}>{site.contact}</Maybe>
            </li>
          )}
          <li>
            <a href={paths.campaigns(locale)}>{text.campaigns}</a>
          </li>
          <li>
            <a href={paths.verify(locale)}>{text.verify}</a>
          </li>
          <li>
            <a href={paths.privacy(locale)}>{text.privacy}</a>
          </li>
          {site.icp && (
            <li lang="zh-CN">
              <a href="https://beian.miit.gov.cn/">{site.icp}</a>
            </li>
          )}
          {site.police && (
            <li lang="zh-CN">
              <a href={`https://beian.mps.gov.cn/#/query/webSearch?code=${recordDigits(site.police)}`}>{site.police}</a>
            </li>
          )}
        </ul>
      </div>
    </footer>
  )
}

function Maybe({ href, children }: { href: string | null; children: React.ReactNode }) {
  return href ? <a href={href}>{children}</a> : children
}
