/**
 * Search in the handbook: hanzi (single ones too), pinyin, initials and English. A few hundred short texts are looked
 * through from end to end for each query: that takes a millisecond and needs no index that could disagree with them.
 */
import { letterPairs } from '../bank/similar.ts'
import type { Locale, LocalText } from '../locale.ts'

export interface SearchText {
  /** '5.09', or a term of the glossary. */
  id: string
  title: LocalText
  /** One syllable for each letter of the Chinese title; '' for what has none. */
  syllables: readonly string[]
  body: LocalText
}

/** A piece of text; `hit` where it answers the query. */
export interface Piece {
  text: string
  hit: boolean
}

export interface Found {
  id: string
  title: Piece[]
  /** The sentence around the first hit, or the beginning. */
  excerpt: Piece[]
}

export interface SearchAnswer {
  found: Found[]
  /** How many there are in all. */
  total: number
  /** Nothing had all of the words: these come near. */
  isNear: boolean
}

/** More of a query is not read: nobody types it, and whoever pastes a page gets an answer too. */
const mostLetters = 100
const mostWords = 12
/** Letters of the excerpt before and after the first hit. */
const before = 16
const around = 72
const titleWeight = 12
const nameWeight = 5

const hanzi = /\p{Script=Han}/u

/** A text made ready for searching. */
interface Prepared {
  text: SearchText
  title: LocalText
  body: LocalText
  initials: string
  pairs: Set<string>
}

export type SearchIndex = readonly Prepared[]

export const searchIndex = (texts: readonly SearchText[]): SearchIndex =>
  texts.map(text => ({
    text,
    title: { zh: fold(text.title.zh), en: fold(text.title.en) },
    body: { zh: fold(text.body.zh), en: fold(text.body.en) },
    initials: text.syllables.map(syllable => syllable[0] ?? ' ').join(''),
    pairs: letterPairs(text.title.zh + text.body.zh),
  }))

/**
 * @param query anything at all; blanks and punctuation part its words
 * @param limit how many to give
 */
export function search(index: SearchIndex, query: string, locale: Locale, limit = 30): SearchAnswer {
  const words = wordsOf(query)
  if (words.length === 0) return { found: [], total: 0, isNear: false }
  const full = ranked(index, entry => scoreOf(entry, words, locale))
  if (full.length > 0) return answer(full, words, locale, limit, false)
  const pairs = letterPairs(words.filter(word => hanzi.test(word)).join(''))
  return answer(nearest(index, pairs), [...pairs], locale, limit, true)
}

/** @returns the words of a query: runs of hanzi, runs of other letters and digits */
export function wordsOf(query: string): string[] {
  const plain = query
    .slice(0, 4 * mostLetters)
    .normalize('NFKC')
    .toLowerCase()
    .slice(0, mostLetters)
  const found = plain.match(
    /\p{Script=Han}+|\d+(?:\.\d+)?|[\p{L}\p{M}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{M}\p{N}]|$)/gu,
  )
  return [...new Set(found ?? [])].slice(0, mostWords)
}

function ranked(index: SearchIndex, score: (entry: Prepared) => number): Prepared[] {
  return index
    .map(entry => ({ entry, score: score(entry) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry)
}

/** 0 when one of the words is nowhere. A title counts more than a text, its beginning more than its end. */
function scoreOf(entry: Prepared, words: readonly string[], locale: Locale): number {
  let score = 0
  for (const word of words) {
    const worth = Math.max(worthOf(entry, word, locale), worthOf(entry, word, locale === 'zh' ? 'en' : 'zh') * 0.8)
    if (worth === 0) return 0
    score += worth
  }
  return score
}

function worthOf(entry: Prepared, word: string, locale: Locale): number {
  if (entry.text.id === word) return 10 * titleWeight
  const [inTitle] = hitsIn(entry.title[locale], word)
  if (inTitle) return titleWeight + 1 / (1 + inTitle.from)
  if (locale === 'zh' && syllableHits(entry, word).length > 0) return nameWeight
  const inBody = hitsIn(entry.body[locale], word).length
  return inBody === 0 ? 0 : 1 + Math.min(inBody, 5) / 5
}

/** Texts that share letter pairs with the query, when none has all of its words. */
function nearest(index: SearchIndex, pairs: ReadonlySet<string>): Prepared[] {
  const rarity = new Map(
    [...pairs].map(pair => [pair, Math.log((index.length + 1) / (1 + index.filter(e => e.pairs.has(pair)).length))]),
  )
  const worth = (entry: Prepared) =>
    [...pairs].reduce((sum, pair) => sum + (entry.pairs.has(pair) ? (rarity.get(pair) ?? 0) : 0), 0)
  const best = Math.max(0, ...index.map(worth))
  return ranked(index, entry => (worth(entry) >= best / 2 ? worth(entry) : 0))
}

function answer(
  entries: readonly Prepared[],
  words: readonly string[],
  locale: Locale,
  limit: number,
  isNear: boolean,
): SearchAnswer {
  const found = entries.slice(0, limit).map(entry => ({
    id: entry.text.id,
    title: pieces(entry.text.title[locale], [
      ...words.flatMap(word => hitsIn(entry.title[locale], word)),
      ...(locale === 'zh' ? words.flatMap(word => syllableHits(entry, word)) : []),
    ]),
    excerpt: excerptOf(
      entry.text.body[locale],
      words.flatMap(word => hitsIn(entry.body[locale], word)),
    ),
  }))
  return { found, total: entries.length, isNear: isNear && entries.length > 0 }
}

interface Span {
  from: number
  to: number
}

/** Hanzi and figures anywhere; other words at the beginning of a word. */
function hitsIn(folded: string, word: string): Span[] {
  const spans: Span[] = []
  const anywhere = hanzi.test(word)
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
    if (anywhere || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? ' ') || hanzi.test(folded[at - 1] ?? ''))
      spans.push({ from: at, to: at + word.length })
  return spans
}

/** Letters of the title whose pinyin, or initials, the word spells: 'shangbiao', 'shangb', 'sbxz'. */
function syllableHits({ text: { syllables }, initials }: Prepared, word: string): Span[] {
  if (!/^[a-z]{2,}$/.test(word)) return []
  const spans: Span[] = []
  for (let from = 0; from < syllables.length; from++) {
    const to = spelledUntil(syllables, from, word)
    if (to > from) spans.push({ from, to })
  }
  for (let at = initials.indexOf(word); at >= 0; at = initials.indexOf(word, at + 1))
    spans.push({ from: at, to: at + word.length })
  return spans
}

/** @returns where a word that spells syllables from `from` on ends; the last syllable may be unfinished */
function spelledUntil(syllables: readonly string[], from: number, word: string): number {
  let rest = word
  for (let at = from; at < syllables.length; at++) {
    const syllable = syllables[at] ?? ''
    if (syllable === '') return from
    if (syllable.startsWith(rest)) return at + 1
    if (!rest.startsWith(syllable)) return from
    rest = rest.slice(syllable.length)
  }
  return from
}

/** @param spans in any order, overlapping or not */
function pieces(text: string, spans: readonly Span[]): Piece[] {
  const found: Piece[] = []
  let at = 0
  for (const { from, to } of merged(spans)) {
    if (from > at) found.push({ text: text.slice(at, from), hit: false })
    found.push({ text: text.slice(from, to), hit: true })
    at = to
  }
  if (at < text.length) found.push({ text: text.slice(at), hit: false })
  return found
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else result.push({ ...span })
  }
  return result
}

function excerptOf(body: string, spans: readonly Span[]): Piece[] {
  const first = Math.min(...spans.map(span => span.from))
  const start = Number.isFinite(first) ? startOf(body, first) : 0
  const end = Math.min(body.length, start + (hanzi.test(body) ? around : 2 * around))
  const inside = spans
    .filter(span => span.to > start && span.from < end)
    .map(span => ({ from: Math.max(span.from, start) - start, to: Math.min(span.to, end) - start }))
  const shown = pieces(body.slice(start, end), inside)
  const dots = (isOpen: boolean): Piece[] => (isOpen ? [{ text: '…', hit: false }] : [])
  return [...dots(start > 0), ...shown, ...dots(end < body.length)]
}

/** The beginning of the sentence, or of the word, not too far before the hit. */
function startOf(body: string, hit: number): number {
  const from = Math.max(0, hit - before)
  if (from === 0) return 0
  const stop = body.slice(from, hit).search(/[。！？；，、.!?;,\s]/)
  return stop < 0 ? from : from + stop + 1
}

/** Lower case and half-width, letter by letter, so that places in it are places in the text. */
function fold(text: string): string {
  let folded = ''
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const plain = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : (text[i] as string)
    const lower = plain.toLowerCase()
    folded += lower.length === 1 ? lower : plain
  }
  return folded
}
