/** The language of a page, out of its address. */
import { notFound } from 'next/navigation'
import { isLocale, type Locale } from '#core/locale'
import { messagesIn } from '#messages/messages'
import type { Messages } from '#messages/zh'

/** What Next.js hands to every page below `app/[locale]`. */
export type LocaleParams = Promise<{ locale: string }>

/** @returns the language and its texts; an unknown language is a 404 */
export async function speak(params: LocaleParams): Promise<{ locale: Locale; text: Messages }> {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  return { locale, text: messagesIn(locale) }
}

/** For `<html lang>` and for passages in one language only. */
export const langTag: Record<Locale, string> = { zh: 'zh-CN', en: 'en' }
