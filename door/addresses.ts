/** Addresses as people type them: with or without a language, with a slash too many. */
import { isLocale, type Locale } from '#core/locale'
import { knownSections } from './public-pages.ts'

export interface Address {
  path: string
  /** Without the question mark; '' when there is none. */
  query: string
}

export function splitAddress(url: string): Address {
  const at = url.indexOf('?')
  return at < 0 ? { path: url, query: '' } : { path: url.slice(0, at), query: url.slice(at + 1) }
}

/**
 * Whether whoever reads an address finds what is written there: Next would walk `..` and `%2e%2e` and come to another
 * page than the one the door has looked up.
 */
export const isPlainPath = (path: string): boolean => path.startsWith('/') && new URL(base + path).href === base + path
const base = 'http://localhost'

const firstPart = (path: string): string => path.slice(1).split('/', 1)[0] ?? ''

/** '/en/…' and '?locale=en' are English; all else is Chinese. */
export const localeOfPath = (url: string): Locale =>
  firstPart(splitAddress(url).path) === 'en' || /[?&]locale=en(&|$)/.test(url) ? 'en' : 'zh'

export const hasLocale = (path: string): boolean => isLocale(firstPart(path))

/**
 * Where a reader meant to go.
 * @param accepted the Accept-Language header: the first of our two languages in it decides, else Chinese
 * @returns a path of our own, or null when the address stands as it is
 */
export function betterAddress({ path, query }: Address, accepted: string | undefined): string | null {
  const rest = query === '' ? '' : `?${query}`
  if (hasLocale(path)) return path.endsWith('/') ? `${path.replace(/\/+$/, '')}${rest}` : null
  if (path !== '/' && !knownSections.has(firstPart(path))) return null
  return `/${preferred(accepted)}${path.replace(/\/+$/, '')}${rest}`
}

function preferred(accepted = ''): Locale {
  const first = /(?:^|[\s,])(zh|en)\b/i.exec(accepted)?.[1]?.toLowerCase()
  return isLocale(first) ? first : 'zh'
}
