/** Answers as people write them: A · AC · A,C · A、C · 对 · √ · F. */
import type { QuestionKind } from '../question/question.ts'
import type { ProblemCode, ProblemData } from './problem.ts'
import { normalText } from './value.ts'

const yes = new Set(['对', '正确', '是', '√', '✓', '✔', '✅', 't', 'true', 'yes', 'y', 'right', '1', '☑'])
const not = new Set([
  '错',
  '错误',
  '否',
  '不对',
  '不正确',
  '×',
  '✗',
  '✘',
  '✕',
  '✖',
  '❌',
  '╳',
  'x',
  'f',
  'false',
  'no',
  'n',
  'wrong',
  '0',
])

/** Case, width and spaces do not matter here, but signs do: √ and × are answers. */
const word = (written: string): string =>
  written
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    // Whether a sign is drawn as a picture (U+FE0F) changes nothing.
    .replace(/[\s.。]|\uFE0F/g, '')

/** @returns true, false, or null when it is not a word of truth */
export function truthOf(written: string): boolean | null {
  const said = word(written)
  return yes.has(said) ? true : not.has(said) ? false : null
}

/** @returns options as a bit set (A is 1), or null when it is not a list of letters */
export function lettersOf(written: string): number | null {
  const said = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s,、;/|&+和与.。]/g, '')
  // AA is a slip: nobody knows which letter the second one was to be.
  if (!/^[A-Z]{1,26}$/.test(said) || new Set(said).size < said.length) return null
  return [...said].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) - 65)), 0)
}

export type Answer = { right: number } | { code: ProblemCode; data: ProblemData }

/** @param options texts of the options given, without gaps; for true or false maybe none */
export function readAnswer(written: string, kind: QuestionKind, options: readonly string[]): Answer {
  if (written === '') return { code: 'answer-missing', data: {} }
  return kind === 'truefalse' ? readTruth(written, options) : readLetters(written, kind, options)
}

/** Bit 1 is 正确, bit 2 is 错误. A letter means the option of that letter, whatever the order in the sheet. */
function readTruth(written: string, options: readonly string[]): Answer {
  const letter = lettersOf(written)
  const chosen = letter === 1 ? (options[0] ?? '正确') : letter === 2 ? (options[1] ?? '错误') : written
  const named = optionSaid(written, options.length > 0 ? options : ['正确', '错误'])
  const truth = truthOf(chosen) ?? truthOf(written) ?? (named === null ? null : named === 1)
  return truth === null ? { code: 'answer-unreadable', data: { answer: written } } : { right: truth ? 1 : 2 }
}

function readLetters(written: string, kind: QuestionKind, options: readonly string[]): Answer {
  const right = lettersOf(written) ?? optionSaid(written, options)
  const data = {
    answer: written,
    last: letterAt(options.length - 1),
    letters: options.map((_, i) => letterAt(i)).join('、'),
  }
  if (right === null) return { code: 'answer-unreadable', data }
  if (right >= 1 << options.length) return { code: 'answer-not-option', data }
  const several = (right & (right - 1)) !== 0
  if (several && kind !== 'multiple') return { code: 'answer-several', data }
  if (!several && kind === 'multiple') return { code: 'answer-one', data }
  return { right }
}

/** Some sheets repeat the right option's text instead of its letter, or behind it: B. 十年 */
function optionSaid(written: string, options: readonly string[]): number | null {
  const at = options.findIndex(option => normalText(option) === normalText(written))
  if (at >= 0) return 1 << at
  const [mark = '', letter, circled] = ownLetter.exec(written) ?? []
  const named = letterNumber(letter ?? circled)
  const rest = normalText(written.slice(mark.length))
  return rest !== '' && named >= 0 && normalText(options[named] ?? '') === rest ? 1 << named : null
}

/** A. · （A） · A、 · ① before an option's text; ①② is a text that speaks of others. */
export const ownLetter =
  /^[(（【[]?\s*([A-ZＡ-Ｚa-z])\s*(?:[)）】\]]\s*[.．、:：]?|[.．、:：])\s*|^([①-⑳])(?!\s*[①-⑳、，,和及与])[.．、:：]?\s*/

/** @param mark what `ownLetter` found: a letter of any width and case, or ① @returns from 0; -1 for none */
export const letterNumber = (mark: string | undefined): number => {
  if (!mark) return -1
  return /^[①-⑳]/.test(mark) ? mark.charCodeAt(0) - circledOne : mark.normalize('NFKC').toUpperCase().charCodeAt(0) - 65
}

const circledOne = '①'.charCodeAt(0)

/** Answers that say ② for B, where no text beside them counts with such signs. */
export const withLetters = (answer: string): string =>
  answer.replace(/[①-⑳]/g, mark => letterAt(mark.charCodeAt(0) - circledOne))

/** Letters that all options bear themselves are none of their text: they would be wrong once options are shuffled. */
export function withoutLetters(options: readonly string[]): string[] {
  const isLettered = (option: string, at: number) => {
    const [mark = '', letter, circled] = ownLetter.exec(option) ?? []
    return letterNumber(letter ?? circled) === at && option.length > mark.length
  }
  const given = options.filter(option => option !== '')
  const all = given.length > 1 && options.every((option, at) => option === '' || isLettered(option, at))
  return all ? options.map(option => option.replace(ownLetter, '')) : [...options]
}

export const letterAt = (option: number): string => String.fromCharCode(65 + option)
