/**
 * Questions as people have them in Word: "1. 题干 / A. … B. … / 答案：B / 解析：…", with full-width letters and signs,
 * answers in the brackets of the stem, or all together at the end.
 */
import type { LocalText } from '../locale.ts'
import { letterNumber, ownLetter } from './answer.ts'
import { type Field, targetOf } from './columns.ts'
import { noText } from './rich-item.ts'
import { sheetLimits } from './sheet.ts'
import type { Item } from './table.ts'
import { kindOf } from './value.ts'

/** A question while its lines are being read. Texts are lists of lines. */
interface Open {
  line: number
  /** As it is written; 0 without one. */
  number: number
  kind: string
  stem: string[]
  options: string[][]
  said: Map<Field, string[]>
}

/** A line that is too long for any text stays as it is: nothing is looked for in it. */
export function readPasted(text: string): Item[] {
  const reader: Reader = { questions: [], unanswered: new Map(), kind: '', last: [], isKey: false }
  for (const [at, written] of text.split('\n').entries()) {
    // One question more than a file may have is enough to see that there are too many.
    if (reader.questions.length > sheetLimits.rows) break
    const line = written.length > longestLine ? written : evenly(written)
    if (line.length > sheetLimits.characters) reader.last.push(line)
    else if (line !== '') readLine(reader, line, at + 1)
  }
  return reader.questions.map(itemIn)
}

/** Whatever its blanks: no paragraph of a document is longer. */
const longestLine = 64 * 1024

/** Blanks of all kinds as spaces; of a long row of them, or of signs that part things, a few: expressions go back over them. */
const evenly = (line: string): string =>
  asciiNumber(line)
    .replace(/[\s\u3000]/g, ' ')
    .replace(/ {9,}/g, '        ')
    .replace(/([;；]) *(?=[;；])/g, '')
    .trim()

/** １． and ⒈ at the start of a line are 1. */
const asciiNumber = (line: string): string =>
  line.replace(/^[\s\u3000(（【[第]*(?:[０-９]{1,5}|[⒈-⒛⑴-⒇])/, mark => mark.normalize('NFKC'))

/** Whether a text looks like questions one below the other: a number before each, and options or answers below. */
export function looksPasted(text: string): boolean {
  const start = text.slice(0, 20_000).split('\n').map(asciiNumber).join('\n')
  return question.test(start) && (answerLine.test(start) || optionLine.test(start) || inlineAnswer.test(start))
}

const question = /^[ \u3000\t]*(?:第\s*\d{1,5}\s*题|[(（【[]?\d{1,5}[)）】\]]?\s*[.．、)）:：])/m
const answerLine = /^[ \u3000\t]*[【[]?(?:正确|标准|参考)?(?:答案|answer)[】\]]?\s*[:：]?/im
const optionLine = /^[ \u3000\t]*[(（【[]?[AＡ][)）】\]]?\s*[.．、:：)）]/m
const inlineAnswer = /[（(]\s*(?:[A-HＡ-Ｈ]{1,8}|√|×|✓|✗|对|错|正确|错误)\s*[)）]/

interface Reader {
  questions: Open[]
  /** Those that wait for a key at the end, by the number they bear: the first of each number comes first. */
  unanswered: Map<number, { all: Open[]; next: number }>
  /** Of the section: 一、单选题 */
  kind: string
  /** What a line without a mark goes on with. */
  last: string[]
  /** Below the heading 参考答案: numbers with letters, no questions. */
  isKey: boolean
}

function readLine(reader: Reader, line: string, at: number): void {
  if (readSection(reader, line) || readKey(reader, line)) return
  const current = reader.questions.at(-1)
  const numbered = numberedLine(line)
  if (numbered && startsNext(current, numbered)) startQuestion(reader, numbered, at)
  else if (!(current && readOptions(reader, current, line)) && !readLabels(reader, current, line, at))
    reader.last.push(line)
}

/** 一、单项选择题（每题 2 分） · 二、判断题 */
function readSection(reader: Reader, line: string): boolean {
  const [, name = ''] =
    /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?\s*[、.．:：]?|第[一二三四五六七八九十]{1,3}部分\s*[、:：]?)\s*([\p{L}]{2,8}题?)/u.exec(
      line,
    ) ?? []
  const bare = /^([\p{L}]{2,6}题)\s*(?:[(（].*)?[:：]?$/u.exec(line)?.[1] ?? ''
  const kind = kindOf(name) ? name : kindOf(bare) ? bare : ''
  if (kind === '') return false
  reader.kind = kind
  reader.isKey = false
  return true
}

/** 答案：1.B 2.C 3.ABD · 1-5 BCADB · or one to a line below 参考答案 */
function readKey(reader: Reader, line: string): boolean {
  if (/^[【[]?(?:参考|标准|正确)?答案(?:及解析)?[】\]]?\s*[:：]?$/.test(line)) {
    reader.isKey = reader.questions.length > 1 || reader.questions.at(-1)?.said.has('answer') === true
    if (!reader.isKey && reader.questions.length === 1) reader.last = fieldOf(reader.questions[0] as Open, 'answer')
    return true
  }
  const bare = line.normalize('NFKC').replace(/^[【[]?(?:参考|标准|正确)?答案[】\]]?\s*:?\s*/, '')
  const [, from, to, letters = ''] = /^(\d{1,5})\s*[-~—–]\s*(\d{1,5})\s*[:.、]?\s*([A-H\s]+)$/.exec(bare) ?? []
  if (from && to) {
    const all = letters.replace(/\s/g, '')
    if (all.length !== Number(to) - Number(from) + 1) return false
    for (const [at, letter] of [...all].entries()) setKey(reader, Number(from) + at, letter)
    return true
  }
  const pairs = [...bare.matchAll(/(\d{1,5})\s*[.、:)-]\s*([A-H]{1,8}|√|×|对|错|正确|错误)(?=[\s,，;；]|$)/g)]
  const rest = bare
    .replace(/(\d{1,5})\s*[.、:)-]\s*([A-H]{1,8}|√|×|对|错|正确|错误)(?=[\s,，;；]|$)/g, '')
    .replace(/[\s,，;；。]/g, '')
  if (rest !== '' || pairs.length < (reader.isKey ? 1 : 2)) return false
  for (const [, number, answer = ''] of pairs) setKey(reader, Number(number), answer)
  return true
}

function setKey(reader: Reader, number: number, answer: string): void {
  const waiting = reader.unanswered.get(number)
  while (waiting?.all[waiting.next]?.said.has('answer')) waiting.next++
  waiting?.all[waiting.next]?.said.set('answer', [answer])
}

const numberedLine = (line: string): { number: number; rest: string } | null => {
  const [, a, b, rest = ''] =
    /^(?:第\s*(\d{1,5})\s*题\s*[.．、:：]?|[(（【[]?(\d{1,5})(?:[)）】\]]\s*[.．、:：]?|\s*[.．、:：]))\s*(.*)$/.exec(
      line,
    ) ?? []
  return a || b ? { number: Number(a ?? b), rest } : null
}

/** 3.5 万元 at the start of a line begins no question; the next number does, and any number after an answer or options. */
function startsNext(current: Open | undefined, { number, rest }: { number: number; rest: string }): boolean {
  if (!current || number === current.number + 1) return true
  const isWhole = current.said.has('answer') || current.options.length > 1
  return isWhole && !/^\d/.test(rest)
}

function startQuestion(reader: Reader, { number, rest }: { number: number; rest: string }, line: number): void {
  const [, kind = '', stem = rest] =
    /^[【[(（]((?:单|多)选题?|判断题?|案例题?|(?:单|多)项选择题?)[】\])）]\s*(.*)$/.exec(rest) ?? []
  const open: Open = { line, number, kind: kind || reader.kind, stem: [], options: [], said: new Map() }
  reader.questions.push(open)
  const alike = reader.unanswered.get(number)
  if (alike) alike.all.push(open)
  else reader.unanswered.set(number, { all: [open], next: 0 })
  reader.isKey = false
  reader.last = open.stem
  if (stem !== '') open.stem.push(stem)
}

/** One or several options on a line: A. 五年  B. 十年 */
function readOptions(reader: Reader, current: Open, line: string): boolean {
  let rest = line
  let taken = 0
  for (;;) {
    const mark = ownLetter.exec(rest)
    if (!mark || letterNumber(mark[1] ?? '') !== current.options.length) return taken > 0
    rest = rest.slice(mark[0].length)
    const next = nextMark(rest, current.options.length + 1)
    const text = [rest.slice(0, next).trim()].filter(Boolean)
    current.options.push(text)
    reader.last = text
    taken++
    if (next === rest.length) return true
    rest = rest.slice(next).replace(/^[\s;；]+/, '')
  }
}

/** Where the option of this number begins within a line; its end without one. */
function nextMark(text: string, option: number): number {
  for (const { index } of text.matchAll(
    /[\s;；]+(?=[(（【[]?\s?[A-HＡ-Ｈ]\s?[)）】\].．、:：])|(?=[(（【]\s?[B-HＢ-Ｈ]\s?[)）】])/g,
  )) {
    const mark = ownLetter.exec(text.slice(index).replace(/^[\s;；]+/, ''))
    if (mark && letterNumber(mark[1] ?? '') === option) return index
  }
  return text.length
}

const label = /^[【[]?([\p{L}]{2,12})[】\]]?\s*(?:[:：]|(?<=[】\]]))\s*(.*)$/u

/** 答案：B  解析：… on one line are two. */
function readLabels(reader: Reader, current: Open | undefined, line: string, at: number): boolean {
  const [, name = '', value = ''] = label.exec(line) ?? []
  const target = name === '' ? null : targetOf(name)
  if (!target || target.startsWith('option') || target.endsWith('/en')) return false
  const field = target as Field
  if (field === 'stem' || (field === 'scenario' && (!current || current.said.has('answer')))) {
    startQuestion(reader, { number: 0, rest: field === 'stem' ? value : '' }, at)
    if (field === 'stem') return true
  }
  const open = reader.questions.at(-1)
  if (!open) return false
  const [, first = value, more] = field === 'answer' ? splitLabel(value) : []
  reader.last = fieldOf(open, field)
  if (first !== '') reader.last.push(first)
  if (more) readLabels(reader, open, more, at)
  return true
}

const splitLabel = (value: string): RegExpExecArray | [] =>
  /^(.*?)\s*[;；。]?\s*([【[]?(?:答案)?(?:解析|解释|依据|explanation)[】\]]?\s*[:：]?.*)$/i.exec(value) ?? []

function fieldOf(open: Open, field: Field): string[] {
  const lines = open.said.get(field) ?? []
  open.said.set(field, lines)
  return lines
}

function itemIn({ line, kind, stem, options, said }: Open): Item {
  const text = (lines: string[] | undefined): LocalText => ({ zh: (lines ?? []).join('\n'), en: '' })
  const asked = said.has('answer') ? { stem: stem.join('\n'), answer: '' } : withoutAnswer(stem.join('\n'))
  const others = [...said].filter(([field]) => field !== 'scenario' && field !== 'explanation')
  return {
    number: line,
    said: {
      kind,
      ...(asked.answer && { answer: asked.answer }),
      ...Object.fromEntries(others.map(([field, lines]) => [field, lines.join(' ')])),
    },
    scenario: said.has('scenario') ? text(said.get('scenario')) : noText,
    stem: { zh: asked.stem, en: '' },
    options: options.map(text),
    explanation: text(said.get('explanation')),
    faults: [],
  }
}

/** 期限是（ B ）。 → the answer B, and the brackets empty */
function withoutAnswer(stem: string): { stem: string; answer: string } {
  const all = [...stem.matchAll(new RegExp(inlineAnswer.source, 'g'))]
  const found = all.at(-1)
  if (!found) return { stem, answer: '' }
  const answer = found[0].replace(/[（()）\s]/g, '')
  const isTruth = !/[A-HＡ-Ｈ]/.test(answer)
  const before = stem.slice(0, found.index)
  const after = stem.slice(found.index + found[0].length)
  return { stem: isTruth ? `${before}${after}`.trim() : `${before}（　）${after}`, answer }
}
