/** The two languages; Chinese is the authoritative one. */
export type Locale = 'zh' | 'en'
export const isLocale = (value: unknown): value is Locale => value === 'zh' || value === 'en'

export interface LocalText {
  zh: string
  en: string
}

/** The text in the reader's language; an uploaded question without English is shown in Chinese. */
export const said = (text: LocalText, locale: Locale): string => text[locale] || text.zh

/** The same page in another language. @param pathname begins with '/zh' or '/en' */
export const inLocale = (pathname: string, locale: Locale): string =>
  pathname.replace(/^\/(zh|en)(?=\/|$)/, `/${locale}`)
