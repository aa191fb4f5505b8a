/** Statutes as text files: which articles they have, and whether an article says what is cited from it. */
import type { Source } from '../question/question.ts'
import { chineseNumber } from './figures.ts'

/** Articles by number ('24', '219-1'). */
export type Statute = Map<string, string>

const numerals = '[零一二三四五六七八九十百千]+'
/** An article begins a line, sometimes in bold: 第二十四条, 第二百一十九条之一. */
const heading = new RegExp(`^\\s*(?:\\*\\*)?第(${numerals})条(?:之(${numerals}))?(?:\\*\\*)?[\\s　]`, 'gm')

/** @param text of one law @returns its articles, each from its number to the next one's */
export function articlesOf(text: string): Statute {
  const articles: Statute = new Map()
  let last = { name: '', order: 0, start: 0 }
  const end = (stop: number | undefined) => last.name && articles.set(last.name, text.slice(last.start, stop))
  for (const { 1: number = '', 2: part, index } of text.matchAll(heading)) {
    const order = chineseNumber(number) + (part ? chineseNumber(part) / 100 : 0)
    // A paragraph that begins with an earlier article only refers to it.
    if (order <= last.order) continue
    end(index)
    last = { name: chineseNumber(number) + (part ? `-${chineseNumber(part)}` : ''), order, start: index }
  }
  end(undefined)
  return articles
}

/** @returns what is wrong with a source, or null; blanks and line ends do not count */
export function sourceProblem(statute: Statute | undefined, { law, article, anchors }: Source): string | null {
  if (!statute) return `the text of ${law} is not there`
  const text = statute.get(article)
  if (text === undefined) return `${law} has no Article ${article}`
  const plain = text.replaceAll(/\s/g, '')
  const missing = anchors.filter(anchor => !plain.includes(anchor.replaceAll(/\s/g, '')))
  return missing.length === 0
    ? null
    : `Article ${article} of ${law} does not say ${missing.map(a => `“${a}”`).join(', ')}`
}
