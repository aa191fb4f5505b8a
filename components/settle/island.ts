/** What every form of the settlement takes. */
import type { Plain } from '#app/plain'
import type { Messages } from '#messages/zh'
import type { FormCommon } from '../staff/use-form.ts'

export interface SettleIsland {
  locale: 'zh' | 'en'
  slug: string
  words: Plain<Messages['settle']>
  frame: FormCommon
}

/** '/api/v1/staff/contests/…' */
export const contestPath = (slug: string, rest: string, locale: string): string =>
  `/api/v1/staff/contests/${encodeURIComponent(slug)}/${rest}?locale=${locale}`
