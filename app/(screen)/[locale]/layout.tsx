import type { Metadata, Viewport } from 'next'
import { type LocaleParams, langTag, speak } from '#app/locale'
import '../../globals.css'

export const dynamic = 'force-dynamic'

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export const metadata: Metadata = { icons: '/icon.svg' }

/** A screen in a hall has no header, no footer and nobody who could press anything. */
export default async function ScreenLayout({ children, params }: { children: React.ReactNode; params: LocaleParams }) {
  const { locale } = await speak(params)
  return (
    <html lang={langTag[locale]} suppressHydrationWarning>
      <head>
        <script src="/modes.js" />
      </head>
      <body>{children}</body>
    </html>
  )
}
