/** Options that have no cells of their own: below the question, in one line with it, or all in one cell. */
import { letterNumber, ownLetter } from './answer.ts'

export interface OwnOptions {
  /** What stands before them: the question. */
  before: string
  options: string[]
}

/** Where a mark may stand: at the start of a line, after a blank, or where a sentence ends. */
const start = /(?:^|[\s\u3000;；。？?：:)）])(?=[(（【[]?\s?[AＡa]\s?[)）】\].．、:：]|①)/gm

/** A question and its options, as long as they may be; and how many places are tried that look like the first of them. */
const longestText = 4000
const mostTries = 3

/** @returns null when the text does not end with options marked A, B … or ①, ② … in their order, at least two */
export function ownOptionsIn(text: string): OwnOptions | null {
  if (text.length > longestText) return null
  for (const { index, 0: sign } of text.matchAll(start).take(mostTries)) {
    const from = index + sign.length
    const options = markedFrom(text.slice(from))
    if (options) return { before: text.slice(0, from).trim(), options }
  }
  return bareIn(text)
}

/** @returns the options of a cell that holds nothing else: marked, one a line, or parted by | or ; */
export function optionsOfCell(text: string): string[] {
  const marked = ownOptionsIn(text)
  if (marked?.before === '') return marked.options
  const parted = [/\n/, /[|｜]/, /[;；]/].find(sign => sign.test(text))
  return (parted ? text.split(parted) : [text]).map(one => one.trim()).filter(Boolean)
}

/** Those that count with circles must not have letters below them: then they are what the letters speak of. */
function markedFrom(text: string): string[] | null {
  const options: string[] = []
  const isCircled = text.startsWith('①')
  let rest = text
  for (;;) {
    const [mark = '', letter, circled] = ownLetter.exec(rest) ?? []
    if (mark === '' || letterNumber(letter ?? circled) !== options.length) break
    rest = rest.slice(mark.length)
    const next = nextMark(rest, options.length + 1, isCircled ? circles : letters)
    options.push(
      rest
        .slice(0, next)
        .trim()
        .replace(/[;；]$/, ''),
    )
    if (next === rest.length) break
    rest = rest.slice(next).replace(/^[\s;；]+/, '')
  }
  const isWhole = options.length > 1 && options.every(option => option !== '')
  return isWhole && !(isCircled && /(?:^|\s)[AＡ]\s?[.．、]/.test(text)) ? options : null
}

const letters = /[\s;；]+(?=[(（【[]?\s?[A-ZＡ-Ｚ]\s?[)）】\].．、:：])|(?=[(（【[]\s?[B-ZＢ-Ｚ]\s?[)）】\]])/g
const circles = /[\s;；]*(?=[②-⑳])/g

/** @returns where the mark of this option (from 0) stands within a text; its end without one */
export function nextMark(text: string, option: number, marks = letters): number {
  for (const { index, 0: before } of text.matchAll(marks)) {
    const [, letter, circled] = ownLetter.exec(text.slice(index + before.length)) ?? []
    if (letterNumber(marks === letters ? letter : circled) === option) return index
  }
  return text.length
}

/** A 五年 and B 十年 on lines of their own that end the text. */
function bareIn(text: string): OwnOptions | null {
  const lines = text.split('\n')
  const from = lines.findIndex(line => /^[AＡ][ \u3000\t]+\S/.test(line))
  const options = from < 0 ? [] : lines.slice(from)
  const isInOrder = options.every((line, at) => {
    const [, letter] = /^([A-ZＡ-Ｚ])[ \u3000\t]+\S/.exec(line) ?? []
    return letterNumber(letter) === at
  })
  if (options.length < 2 || !isInOrder) return null
  return { before: lines.slice(0, from).join('\n').trim(), options: options.map(line => line.slice(1).trim()) }
}
