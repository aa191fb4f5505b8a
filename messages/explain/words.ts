/** How moments and lengths are said in a rules page; always Asia/Shanghai. */
import type { Locale, LocalText } from '#core/locale'
import { said } from '#core/locale'
import { messagesIn } from '../messages.ts'

const tag: Record<Locale, string> = { zh: 'zh-CN', en: 'en-GB' }

/** The words of one language with what is needed to fill them. */
export function wordsIn(locale: Locale) {
  const moment = new Intl.DateTimeFormat(tag[locale], {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
  return {
    text: messagesIn(locale).rules,
    moment: (at: number): string => moment.format(at),
    length: (seconds: number): string => lengthIn(seconds, locale),
    count: (n: number): string => n.toLocaleString('en-US'),
    said: (text: LocalText): string => said(text, locale),
  }
}

export type Words = ReturnType<typeof wordsIn>

const unitsIn: Record<Locale, [number, string, string][]> = {
  zh: [
    [86_400, '天', '天'],
    [3600, '小时', '小时'],
    [60, '分钟', '分钟'],
    [1, '秒', '秒'],
  ],
  en: [
    [86_400, 'day', 'days'],
    [3600, 'hour', 'hours'],
    [60, 'minute', 'minutes'],
    [1, 'second', 'seconds'],
  ],
}

/** 1 小时 30 分钟 · 1 hour 30 minutes */
function lengthIn(seconds: number, locale: Locale): string {
  let rest = seconds
  const parts = unitsIn[locale].flatMap(([size, one, many]) => {
    const n = Math.floor(rest / size)
    rest -= n * size
    return n === 0 ? [] : [`${n} ${n === 1 ? one : many}`]
  })
  return parts.join(' ') || `0 ${unitsIn[locale][3]?.[2]}`
}
