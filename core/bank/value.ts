/** Single cells: what people write, and what it means. */
import type { QuestionKind } from '../question/question.ts'

/** Control characters end in no database, lone surrogates in no JSON; line breaks stay, and so does what joins two pictures to one. */
const control =
  /(?![\t\n])(?!(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D(?=\p{Extended_Pictographic}))[\p{Cc}\p{Cf}]/gu

export const plain = (written: string): string =>
  written.replace(/\r\n?/g, '\n').toWellFormed().replace(control, '').trim()

/** Two texts that differ in width, case, spaces and punctuation only are the same text. */
export const normalText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const kinds: Record<QuestionKind, string> = {
  single: '单选 单选题 单项选择 单项选择题 选择题 single singlechoice choice',
  multiple: '多选 多选题 多项选择 多项选择题 multiple multiplechoice multi',
  truefalse: '判断 判断题 是非题 是非 对错题 truefalse tf judgement',
  case: '案例 案例题 案例分析 案例分析题 情景题 case casestudy',
}

/** @returns null when nobody would know what is meant */
export function kindOf(written: string): QuestionKind | null {
  const name = normalText(written)
  for (const [kind, names] of Object.entries(kinds)) if (names.split(' ').includes(name)) return kind as QuestionKind
  return null
}

const levels: Record<string, number> = {
  很易: 1,
  简单: 1,
  容易: 1,
  易: 1,
  easy: 1,
  较易: 2,
  中: 3,
  中等: 3,
  一般: 3,
  适中: 3,
  medium: 3,
  normal: 3,
  较难: 4,
  难: 5,
  困难: 5,
  很难: 5,
  hard: 5,
  difficult: 5,
}

/** @returns 1 (everyone) … 5 (specialist), or null */
export function levelOf(written: string): number | null {
  const name = normalText(written).replace(/级$/, '')
  if (/^[1-5]$/.test(name)) return Number(name)
  return Object.hasOwn(levels, name) ? (levels[name] ?? null) : null
}

/** @returns whole seconds from 5 to 600, or null */
export function secondsOf(written: string): number | null {
  const [, digits] = /^(\d{1,3})(?:秒|s)?$/.exec(written.normalize('NFKC').trim()) ?? []
  const seconds = Number(digits)
  return seconds >= 5 && seconds <= 600 ? seconds : null
}

/**
 * A day as people and spreadsheet programs write it: 2026-1-5, 2026/01/05, 2026年1月5日, or the program's day number
 * (days since 1899-12-30, when the cell was typed as a date).
 * @param later days by which the program counts from a later one
 * @returns 'YYYY-MM-DD', or null
 */
export function dayFrom(written: string, later = 0): string | null {
  const text = written.normalize('NFKC').trim()
  if (/^\d{5}$/.test(text))
    return new Date(Date.UTC(1899, 11, 30) + (Number(text) + later) * 86_400_000).toISOString().slice(0, 10)
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]00:00(?::00)?)?$/.exec(text) ?? []
  if (!year || !month || !day) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const instant = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso) ? iso : null
}

/** 2026-01-01 至 2026-12-31; 2026-01-01 起; 至 2026-12-31 @returns null when unreadable */
export function rangeFrom(written: string): { from: string | null; to: string | null } | null {
  const text = written
    .normalize('NFKC')
    .replace(/[起止]/g, '')
    .trim()
  const [first = '', second] = text.split(/\s*(?:至|到|~|–|—| - | to )\s*/)
  const from = first === '' ? null : dayFrom(first)
  const to = second === undefined || second === '' ? null : dayFrom(second)
  if ((first !== '' && !from) || (second && !to) || (!from && !to)) return null
  return { from, to }
}
