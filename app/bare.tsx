import './globals.css'
import styles from './bare.module.css'

/** A whole document for when no layout can be had: both languages, no database, no settings. */
export function Bare({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <html lang="zh-CN" suppressHydrationWarning>
      <head>
        <title>{title}</title>
        <script src="/modes.js" />
      </head>
      <body>
        <main className={`wrap ${styles.main}`}>{children}</main>
      </body>
    </html>
  )
}
