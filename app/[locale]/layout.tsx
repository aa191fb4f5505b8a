import type { Metadata, Viewport } from 'next'
import { type LocaleParams, langTag, speak } from '#app/locale'
import { paths } from '#app/paths'
import { openGraph } from '#app/share'
import { siteSettings } from '#app/site'
import { Footer } from '#components/frame/footer'
import { Header } from '#components/frame/header'
import { said } from '#core/locale'
import '../globals.css'
import styles from './layout.module.css'

/** Pages read the database and site.json when they are asked for; the door keeps what is public. */
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' }

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const { locale, text } = await speak(params)
  const name = said((await siteSettings()).name, locale)
  return {
    title: { default: name, template: `%s · ${name}` },
    description: text.frame.siteDescription,
    icons: '/icon.svg',
    openGraph: openGraph({ locale, path: paths.home(locale), title: name, description: text.frame.siteDescription }),
    formatDetection: { telephone: false },
  }
}

export default async function Layout({ children, params }: { children: React.ReactNode; params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const site = await siteSettings()
  return (
    <html lang={langTag[locale]} suppressHydrationWarning>
      <head>
        <script src="/modes.js" />
      </head>
      <body>
        <a className={styles.skip} href="#main">
          {text.frame.skip}
        </a>
        {site.banner && <p className={styles.banner}>{said(site.banner, locale)}</p>}
        <Header locale={locale} text={text.frame} siteName={said(site.name, locale)} />
        <main id="main" className={styles.main} tabIndex={-1}>
          {children}
        </main>
        <Footer locale={locale} text={text.frame} site={site} />
      </body>
    </html>
  )
}
