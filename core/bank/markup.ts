/**
 * Texts in two languages as HTML, for Moodle and QTI: Moodle's own multilang spans, and a division of the class
 * `scenario` before the question. What other programs write is read for its text.
 */
import type { LocalText } from '../locale.ts'

/** What a tag or a piece of text means to the reader below; HTML strings and XML trees are both told as these. */
export type Token =
  | { type: 'open'; name: string; attribute: (name: string) => string }
  | { type: 'close'; name: string }
  | { type: 'text'; text: string }

export interface RichText {
  scenario: LocalText
  text: LocalText
  /** Pictures, sound and the like: the question may mean nothing without them. */
  media: string[]
  /** Tables, indices: their text stays, their form does not. */
  lost: string[]
}

const media = new Set(['img', 'audio', 'video', 'object', 'svg', 'math', 'iframe', 'embed', 'canvas', 'picture'])
const formed = new Set(['table', 'sub', 'sup', 'pre', 'del', 's', 'strike'])
const blocks = new Set('p div li ul ol h1 h2 h3 h4 h5 h6 tr blockquote section article pre'.split(' '))
const empty = new Set(['br', 'hr', 'img', 'input', 'source', 'wbr', 'meta', 'link', 'embed', 'col'])

export function richText(tokens: Iterable<Token>): RichText {
  const written = { scenario: builder(), text: builder() }
  const found = { media: new Set<string>(), lost: new Set<string>() }
  const open: { name: string; language: Language; isScenario: boolean }[] = []
  const here = () => open.at(-1) ?? { language: 'any' as Language, isScenario: false }
  const target = () => (here().isScenario ? written.scenario : written.text)
  for (const token of tokens) {
    if (token.type === 'text') target().add(here().language, token.text)
    else if (token.type === 'close') {
      const at = open.findLastIndex(one => one.name === token.name)
      if (blocks.has(token.name)) target().endLine()
      if (at >= 0) open.length = at
    } else {
      const { name } = token
      if (media.has(name)) found.media.add(name)
      if (formed.has(name)) found.lost.add(name)
      if (name === 'br') target().breakLine(here().language)
      if (blocks.has(name)) target().endLine()
      if (empty.has(name)) continue
      const language = languageOf(token.attribute('lang')) ?? here().language
      const isScenario = here().isScenario || token.attribute('class').split(/\s+/).includes('scenario')
      open.push({ name, language, isScenario })
    }
  }
  return {
    scenario: written.scenario.done(),
    text: written.text.done(),
    media: [...found.media],
    lost: [...found.lost],
  }
}

type Language = 'zh' | 'en' | 'any'

const languageOf = (tag: string): Language | null =>
  /^zh/i.test(tag) ? 'zh' : /^en/i.test(tag) ? 'en' : tag === 'other' ? 'any' : null

/** Gathers text by language; what is in no language belongs to both. */
function builder() {
  const texts = { zh: '', en: '' }
  const used = { zh: false, en: false }
  let breaks = false
  const both = ['zh', 'en'] as const
  const append = (language: Language, text: string) => {
    for (const one of both) if (language === 'any' || language === one) texts[one] += text
  }
  return {
    add(language: Language, text: string) {
      // Only runs with a line end are a matter of layout; other spaces were meant.
      const flowing = withoutLayout(text)
      if (flowing.trim() === '') return append(language, texts.zh === '' && texts.en === '' ? '' : flowing)
      if (breaks) for (const one of both) if (texts[one] !== '') texts[one] = `${texts[one].trimEnd()}\n`
      breaks = false
      if (language !== 'any') used[language] = true
      append(language, flowing)
    },
    breakLine: (language: Language) => append(language, '\n'),
    endLine() {
      breaks = texts.zh.trim() !== '' || texts.en.trim() !== ''
    },
    /** Text without any language is Chinese: the English columns of a sheet may be empty too. */
    done: (): LocalText => ({
      zh: used.zh || !used.en ? texts.zh.trim() : '',
      en: used.en ? texts.en.trim() : '',
    }),
  }
}

const withoutLayout = (text: string): string =>
  text
    .split(/[\r\n]+/)
    .map((line, at, all) => {
      const start = at === 0 ? line : line.trimStart()
      return at === all.length - 1 ? start : start.trimEnd()
    })
    .join(' ')

/** No sign < or > within: however a text is made, it is read once from left to right. */
const tag = /<![^<>]*>|<(\/?)([a-z][\w:-]*)([^<>]*)>/gi

/** HTML as tokens. What is no tag is text; `{mlang zh}` of Moodle's other filter opens a language too. */
export function* htmlTokens(html: string): Generator<Token> {
  let from = 0
  for (const match of html.matchAll(tag)) {
    yield* textTokens(html.slice(from, match.index))
    from = match.index + match[0].length
    const [, slash, name = '', attributes = ''] = match
    if (name === '') continue
    if (slash) yield { type: 'close', name: name.toLowerCase() }
    else yield { type: 'open', name: name.toLowerCase(), attribute: wanted => attributeIn(attributes, wanted) }
  }
  yield* textTokens(html.slice(from))
}

function* textTokens(text: string): Generator<Token> {
  for (const part of text.split(/(\{mlang(?:\s+[\w,-]+)?\})/i)) {
    const [isMark, language] = /^\{mlang(?:\s+([\w,-]+))?\}$/i.exec(part) ?? []
    if (isMark === undefined) {
      if (part !== '') yield { type: 'text', text: decoded(part) }
    } else if (language) yield { type: 'open', name: 'mlang', attribute: name => (name === 'lang' ? language : '') }
    else yield { type: 'close', name: 'mlang' }
  }
}

function attributeIn(attributes: string, wanted: string): string {
  for (const [, name = '', value = ''] of attributes
    .slice(0, 500)
    .matchAll(/([^\s"'>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/g))
    if (name.toLowerCase() === wanted) return decoded(value.replace(/^["']|["']$/g, ''))
  return ''
}

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  times: '×',
  middot: '·',
  yen: '¥',
}

/** Entities of HTML that texts of ours may meet; an unknown one stays as it is written. */
const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, digits, name) => {
    if (name) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
    const code = hex ? Number.parseInt(hex, 16) : Number(digits)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

export const escapeXml = (text: string): string =>
  text.replace(/[<>&"]/g, sign => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[sign] ?? sign)

/** A brace could begin a mark of Moodle's other filter. */
const lines = (text: string): string => escapeXml(text).replaceAll('{', '&#123;').replaceAll('\n', '<br/>')

/** @param lang the attribute that names a language: `lang` in HTML, `xml:lang` in QTI */
export function htmlOf({ zh, en }: LocalText, lang: 'lang' | 'xml:lang' = 'lang'): string {
  if (en === '') return lines(zh)
  const span = (language: string, text: string) =>
    text === '' ? '' : `<span class="multilang" ${lang}="${language}">${lines(text)}</span>`
  return `${span('zh-CN', zh)}${span('en', en)}`
}

export const scenarioHtml = (scenario: LocalText, lang?: 'lang' | 'xml:lang'): string =>
  scenario.zh === '' && scenario.en === '' ? '' : `<div class="scenario">${htmlOf(scenario, lang)}</div>`
