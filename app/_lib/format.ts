/** Dates, durations and counts as people read them. Always Asia/Shanghai, whatever the machine's zone. */
import type { Locale } from '#core/locale'

const timeZone = 'Asia/Shanghai'
const tag: Record<Locale, string> = { zh: 'zh-CN', en: 'en-GB' }

/** 2026年4月26日 星期日 · Sunday 26 April 2026. @param at epoch milliseconds */
export const longDay = (at: number, locale: Locale): string =>
  say(at, locale, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' })

/** 2026年4月26日 · 26 April 2026 */
export const day = (at: number, locale: Locale): string =>
  say(at, locale, { year: 'numeric', month: 'long', day: 'numeric' })

/** 2026年4月26日 18:00 · 26 April 2026, 18:00 */
export const dayTime = (at: number, locale: Locale): string =>
  locale === 'zh' ? `${day(at, locale)} ${time(at)}` : `${day(at, locale)}, ${time(at)}`

/** The last day (30 April) where a day ends, else the moment. @param at first instant at which it is too late */
export const lastMoment = (at: number, locale: Locale): string =>
  time(at) === '00:00' ? day(at - 1, locale) : dayTime(at, locale)

/** 18:05 */
export const time = (at: number): string => say(at, 'en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** 8 分 20 秒 · 8 min 20 s; hours only when there are some. Parts of a second are dropped. */
export function duration(ms: number, locale: Locale): string {
  const whole = Math.max(0, Math.floor(ms / 1000))
  const parts = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const units = locale === 'zh' ? ['小时', '分', '秒'] : ['h', 'min', 's']
  const said = parts.flatMap((n, i) => (n > 0 ? [`${n} ${units[i]}`] : []))
  return said.length > 0 ? said.join(' ') : `0 ${units[2]}`
}

/** Minutes for a time limit: 10 分钟 · 10 minutes; 90 seconds stay 1 分 30 秒; null: 不限时 · no time limit. */
export function limit(seconds: number | null, locale: Locale): string {
  if (seconds === null) return locale === 'zh' ? '不限时' : 'no time limit'
  if (seconds % 60 !== 0) return duration(seconds * 1000, locale)
  const minutes = seconds / 60
  return locale === 'zh' ? `${minutes} 分钟` : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}

/** 12,345 in both languages. */
export const count = (n: number): string => n.toLocaleString('en-US')

/** One after another; only English has a space between them. */
export const sentences = (locale: Locale, ...said: (string | false)[]): string =>
  said.filter(one => one !== false).join(locale === 'zh' ? '' : ' ')

/** 理由：漏了一笔 · Reason: a stroke is missing */
export const labelled = (label: string, words: string, locale: Locale): string =>
  locale === 'zh' ? `${label}：${words}` : `${label}: ${words}`

function say(at: number, locale: Locale, parts: Intl.DateTimeFormatOptions): string {
  const written = new Intl.DateTimeFormat(tag[locale], { ...parts, timeZone }).format(at)
  return locale === 'zh' ? written.replace('日星期', '日 星期') : written.replace(', ', ' ')
}
