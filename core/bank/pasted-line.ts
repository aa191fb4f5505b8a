/** Single lines of pasted text: signs made even, and what kind of line it is. */

import { inlineAnswer } from './inline-answer.ts'
import { kindOf } from './value.ts'

/** （1） within a question counts other things than 1. does. */
export type NumberForm = 'bare' | 'bracketed'

/** Stands where a document shows a picture or a formula (U+FFFC). */
export const lostSign = '\uFFFC'

/** Signs that nobody sees (U+200B, U+00AD …), which programs leave before numbers and within words. */
const unseen = /(?!\n|\t)[\p{Cc}\p{Cf}]/gu

/** Blanks of all kinds as spaces; of a long row of them, or of signs that part things, a few: expressions go back over them. */
export const evenly = (line: string): string =>
  asciiNumber(line.replace(unseen, ''))
    .replace(/[\s\u3000]/g, ' ')
    .replace(/ {9,}/g, '        ')
    .replace(/([;；]) *(?=[;；])/g, '')
    .trim()

/** １． and ⒈ and 1️⃣ at the start of a line are 1. */
const asciiNumber = (line: string): string =>
  line
    .replace(/^([\s\u3000]*\d{1,5})\uFE0F?\u20E3/, '$1. ')
    .replace(/^[\s\u3000(（【[第]*(?:[０-９]{1,5}|[⒈-⒛⑴-⒇])/, mark => mark.normalize('NFKC'))

/** Whether a text looks like questions one below the other: a number before each, and options or answers below. */
export function looksPasted(text: string): boolean {
  const start = numbersAscii(text)
  return (
    (question.test(start) || countsInCircles(text) || answersAhead(text)) &&
    (answerLine.test(start) || optionLine.test(start) || inlineAnswer.test(start))
  )
}

const numbersAscii = (text: string): string =>
  text.slice(0, 20_000).replace(unseen, '').split('\n').map(asciiNumber).join('\n')

/** ① is the number of a question only where no other number is. */
export const countsInCircles = (text: string): boolean => circled.test(text) && !question.test(numbersAscii(text))
const circled = /^[\s\u3000]*①/m
export const circlesBare = (line: string): string =>
  line.replace(/^[\s\u3000]*([①-⑳㉑-㉟㊱-㊿])[.．、]?/, (_, mark: string) => `${mark.normalize('NFKC')}. `)

/** （ B ）1. 题干, where every question has its answer in brackets ahead of its number: a question of others has none there. */
export const answersAhead = (text: string): boolean =>
  !question.test(numbersAscii(text)) && ahead.test(numbersAscii(text))
const ahead = new RegExp(`^[\\s\\u3000]*(${inlineAnswer.source})\\s*(\\d{1,5}\\s*[.．、].*)$`, 'm')
/** The answer stands behind the question instead. */
export const answerBehind = (line: string): string => line.replace(ahead, '$2$1')

const question = /^[ \u3000\t]*(?:第\s*\d{1,5}\s*题|[(（【[]?\d{1,5}[)）】\]]?\s*[.．、)）:：])/m
const answerLine = /^[ \u3000\t]*[【[]?(?:正确|标准|参考)?(?:答案|answer)[】\]]?\s*[:：]?/im
const optionLine = /^[ \u3000\t]*[(（【[]?[AＡ][)）】\]]?\s*[.．、:：)）]/m

export interface Numbered {
  number: number
  form: NumberForm
  rest: string
}

export const numberedLine = (line: string): Numbered | null => {
  const [, a, b, rest = ''] =
    /^(?:第\s*(\d{1,5})\s*题\s*[.．、:：]?|[(（【[]?(\d{1,5})(?:[)）】\]]\s*[.．、:：]?|\s*[.．、:：]))\s*(.*)$/.exec(
      line,
    ) ?? []
  return a || b ? { number: Number(a ?? b), form: /^[(（【[]/.test(line) ? 'bracketed' : 'bare', rest } : null
}

/** 一、单项选择题（每题 2 分） · 二、判断题 · 1. 多选题 @returns the kind as it is written; null for any other line */
export function sectionKind(line: string): string | null {
  const [, name = ''] =
    /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?\s*[、.．:：]?|第[一二三四五六七八九十]{1,3}部分\s*[、:：]?)\s*([\p{L}]{2,8}题?)/u.exec(
      line,
    ) ?? []
  const [, bare = ''] =
    /^(?:[\dⅠ-Ⅻ甲乙丙丁]{1,2}\s*[.．、]\s*)?([\p{L}]{2,6}题)\s*(?:[(（].*)?[:：]?$/u.exec(line) ?? []
  return [name, bare].find(one => kindOf(one) !== null) ?? null
}
