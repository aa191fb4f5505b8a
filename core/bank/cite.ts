/** How laws and their articles are cited. */
import type { Locale } from '../locale.ts'
import type { Source } from '../question/question.ts'

/** 第63条 · Art. 63; '219-1' is 第219条之一. */
export function article(number: string, locale: Locale): string {
  if (locale === 'en') return `Art. ${number}`
  const [main = '', bis] = number.split('-')
  return `第${main}条${bis ? `之${'一二三四五六七八九十'[Number(bis) - 1] ?? bis}` : ''}`
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** A calendar day of the law, '2027-01-01': 2027年1月1日 · 1 January 2027. */
export function lawDay(written: string, locale: Locale): string {
  const [year, month, day] = written.split('-').map(Number) as [number, number, number]
  return locale === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1]} ${year}`
}

/** Articles gathered under their laws, in the order in which they are cited. */
export function citedLaws(sources: readonly Source[]): { code: string; articles: string[] }[] {
  const codes = [...new Set(sources.map(source => source.law))]
  return codes.map(code => ({
    code,
    articles: [...new Set(sources.filter(source => source.law === code).map(source => source.article))],
  }))
}

/** 《商标法（2019年修正）》第33条、第35条 · Trademark Law (2019), Art. 33, Art. 35 */
export function citation(name: string, articles: readonly string[], locale: Locale): string {
  const numbers = articles.map(number => article(number, locale))
  return locale === 'zh' ? `《${name}》${numbers.join('、')}` : `${name}, ${numbers.join(', ')}`
}
