/** What a page says of itself where a link to it is shared: title, one sentence, a square picture of our own. */
import type { Metadata } from 'next'
import { inLocale, type Locale } from '#core/locale'
import { messagesIn } from '#messages/messages'
import { runtime } from '#services/runtime'

interface Shared {
  locale: Locale
  /** '/zh/contests/chongqing-2027' */
  path: string
  title: string
  description: string
}

/** Square, since WeChat cuts everything else; not below 300 pixels a side, or it is ignored. */
const picture = { path: '/share.png', side: 600 }

export function share({ locale, path, title, description }: Shared): Metadata {
  const { siteUrl } = runtime().environment
  return {
    title,
    description,
    // WeChat adds keys of its own to an address; the real one stands here. A local trial has no name of its own.
    ...(siteUrl && {
      alternates: {
        canonical: siteUrl + path,
        languages: { 'zh-CN': siteUrl + inLocale(path, 'zh'), en: siteUrl + inLocale(path, 'en') },
      },
    }),
    openGraph: openGraph({ locale, path, title, description }),
    twitter: { card: 'summary' },
  }
}

export function openGraph({ locale, path, title, description }: Shared): Metadata['openGraph'] {
  const { siteUrl, port } = runtime().environment
  const origin = siteUrl ?? `http://localhost:${port}`
  const { siteName, shareAlt } = messagesIn(locale).frame
  return {
    type: 'website',
    locale: locale === 'zh' ? 'zh_CN' : 'en_GB',
    siteName,
    title,
    description,
    url: origin + path,
    images: [
      { url: origin + picture.path, width: picture.side, height: picture.side, type: 'image/png', alt: shareAlt },
    ],
  }
}
