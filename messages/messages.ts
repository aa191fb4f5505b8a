import type { Locale } from '#core/locale'
import { en } from './en.ts'
import { type Messages, zh } from './zh.ts'

const every: Record<Locale, Messages> = { zh, en }

/** Every text of the product in one language. */
export const messagesIn = (locale: Locale): Messages => every[locale]
