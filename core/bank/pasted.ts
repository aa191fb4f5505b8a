/**
 * Questions as people have them in Word: "1. 题干 / A. … B. … / 答案：B / 解析：…", with full-width letters and signs,
 * answers in the brackets of the stem, or all together at the end.
 */
import type { LocalText } from '../locale.ts'
import { letterNumber, ownLetter } from './answer.ts'
import { type Field, targetOf } from './columns.ts'
import { inlineAnswer } from './inline-answer.ts'
import { nextMark } from './own-options.ts'
import { isKeyHeading, type Key, keysIn, numbersOf } from './pasted-key.ts'
import {
  answerBehind,
  answersAhead,
  circlesBare,
  countsInCircles,
  evenly,
  lostSign,
  type Numbered,
  type NumberForm,
  numberedLine,
  sectionKind,
} from './pasted-line.ts'
import { noText } from './rich-item.ts'
import { sheetLimits } from './sheet.ts'
import type { Item } from './table.ts'
import { kindOf } from './value.ts'

/** A question while its lines are being read. Texts are lists of lines. */
interface Open {
  line: number
  /** As it is written; 0 without one. */
  number: number
  form: NumberForm
  kind: string
  stem: string[]
  options: string[][]
  /** What stands in it a second time: another question is in it, whose number is missing. */
  twice: string
  said: Map<Field, string[]>
}

/** A line that is too long for any text stays as it is: nothing is looked for in it. */
export function readPasted(text: string): Item[] {
  const isCircled = countsInCircles(text)
  const isAhead = answersAhead(text)
  const reader: Reader = { questions: [], unanswered: new Map(), kind: '', last: [], key: null, isCircled }
  for (const [at, written] of text.split('\n').entries()) {
    // One question more than a file may have is enough to see that there are too many.
    if (reader.questions.length > sheetLimits.rows) break
    const line = written.length > longestLine ? written : evenly(isAhead ? answerBehind(written) : written)
    if (line.length > sheetLimits.characters) reader.last.push(line)
    else if (line !== '') readLine(reader, line, at + 1)
  }
  return reader.questions.map(itemIn)
}

/** Whatever its blanks: no paragraph of a document is longer. */
const longestLine = 64 * 1024

interface Reader {
  questions: Open[]
  /** Those that wait for a key at the end, by the number they bear: the first of each number comes first. */
  unanswered: Map<number, { all: Open[]; next: number }>
  /** Of the section: 一、单选题 */
  kind: string
  /** What a line without a mark goes on with. */
  last: string[]
  /** Below the heading 参考答案: numbers with letters, no questions. The question that was answered last is explained next. */
  key: { numbers: number[] | null; of: Open | undefined; kind: string } | null
  isCircled: boolean
}

function readLine(reader: Reader, line: string, at: number): void {
  if (readSection(reader, line) || readKey(reader, line)) return
  // Options or an answer without a question: it is missing, and must not be so in silence.
  if (
    reader.questions.length === 0 &&
    /^(?:[(（]?[AＡ]\s?[)）.．、]|[【[]?(?:正确|参考)?答案[】\]]?\s*[:：])/.test(line)
  )
    startQuestion(reader, { number: 0, form: 'bare', rest: '' }, at)
  const current = reader.key?.of ?? reader.questions.at(-1)
  const numbered = numberedLine(reader.isCircled ? circlesBare(line) : line)
  if (numbered && startsNext(reader, numbered)) startQuestion(reader, numbered, at)
  else if (!(current && readOptions(reader, current, line)) && !readLabels(reader, current, line, at)) {
    const isExplained = current && reader.last === current.said.get('explanation')
    if (current && !isExplained && current.options.length > 1 && letterNumber(ownLetter.exec(line)?.[1]) === 0)
      current.twice = line.slice(0, 20)
    reader.last.push(line)
  }
}

/** What follows the heading of a section belongs to no question before it. */
function readSection(reader: Reader, line: string): boolean {
  const kind = sectionKind(line)
  if (kind === null) return false
  reader.kind = kind
  reader.last = []
  if (reader.key) Object.assign(reader.key, { of: undefined, kind })
  // 一、单选题：1-5 BCADB
  const rest = line.slice(line.indexOf(kind) + kind.length).replace(/^[\s:：]+/, '')
  for (const key of keysIn(rest, reader.key !== null, null) ?? []) setKey(reader, key)
  return true
}

/** 答案：1.B 2.C 3.ABD · 1-5 BCADB · or one to a line below 参考答案 */
function readKey(reader: Reader, line: string): boolean {
  if (isKeyHeading(line)) {
    const isKey = reader.questions.length > 1 || reader.questions.at(-1)?.said.has('answer') === true
    reader.key = isKey ? { numbers: null, of: undefined, kind: '' } : null
    if (!isKey && reader.questions.length === 1) reader.last = fieldOf(reader.questions[0] as Open, 'answer')
    return true
  }
  const numbers = numbersOf(line)
  if (numbers && reader.questions.length > 0) {
    reader.key = { numbers, of: undefined, kind: '' }
    return true
  }
  const keys = keysIn(line, reader.key !== null, reader.key?.numbers ?? null)
  if (!keys) return false
  if (reader.key) reader.key.numbers = null
  for (const key of keys) setKey(reader, key)
  return true
}

function setKey(reader: Reader, { number, answer, explanation }: Key): void {
  const waiting = reader.unanswered.get(number)
  while (waiting?.all[waiting.next]?.said.has('answer')) waiting.next++
  // Below the heading of a section, none of another.
  const kind = kindOf(reader.key?.kind ?? '')
  const isMeant = (one: Open) => !one.said.has('answer') && (!kind || one.kind === '' || kindOf(one.kind) === kind)
  const open = waiting?.all.find((one, at) => at >= waiting.next && isMeant(one))
  open?.said.set('answer', [answer])
  if (open && explanation !== '') open.said.set('explanation', [explanation])
  reader.last = open && explanation !== '' ? fieldOf(open, 'explanation') : []
  if (reader.key) reader.key.of = open
}

/**
 * 3.5 万元 at the start of a line begins no question; the next number of the same form does, and any number after an answer or
 * options. Numbers in circles may count anything: they begin a question only after a whole one.
 */
function startsNext({ questions, isCircled }: Reader, { number, form, rest }: Numbered): boolean {
  const current = questions.at(-1)
  if (!current) return true
  const isWhole = current.said.has('answer') || current.options.length > 1
  if (isCircled) return isWhole || inlineAnswer.test(current.stem.join('\n'))
  return (number === current.number + 1 && form === current.form) || (isWhole && !/^\d/.test(rest))
}

function startQuestion(reader: Reader, { number, form, rest }: Numbered, line: number): void {
  const [, kind = '', stem = rest] =
    /^[【[(（]((?:单|多)选题?|判断题?|案例题?|(?:单|多)项选择题?)[】\])）]\s*(.*)$/.exec(rest) ?? []
  const open: Open = {
    line,
    number,
    form,
    kind: kind || reader.kind,
    stem: [],
    options: [],
    twice: '',
    said: new Map(),
  }
  reader.questions.push(open)
  const alike = reader.unanswered.get(number)
  if (alike) alike.all.push(open)
  else reader.unanswered.set(number, { all: [open], next: 0 })
  reader.key = null
  reader.last = open.stem
  if (stem !== '') open.stem.push(stem)
}

/** One or several options on a line: A. 五年  B. 十年 */
function readOptions(reader: Reader, current: Open, line: string): boolean {
  let rest = line
  let taken = 0
  for (;;) {
    const mark = ownLetter.exec(rest)
    if (!mark || letterNumber(mark[1]) !== current.options.length) return taken > 0
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

/** 答案 B is one without its colon. */
const label = /^[【[]?([\p{L}]{2,12})[】\]]?\s*(?:[:：]|(?<=[】\]])|(?<=答案)\s(?=[A-H√×对错正]))\s*(.*)$/u

/** 答案：B  解析：… on one line are two. */
function readLabels(reader: Reader, current: Open | undefined, line: string, at: number): boolean {
  const [, name = '', value = ''] = label.exec(line) ?? []
  const target = name === '' ? null : targetOf(name)
  if (!target || target.startsWith('option') || target.endsWith('/en')) return false
  const field = target as Field
  if (field === 'stem' || (field === 'scenario' && (!current || current.said.has('answer')))) {
    startQuestion(reader, { number: 0, form: 'bare', rest: field === 'stem' ? value : '' }, at)
    if (field === 'stem') return true
  }
  const open = reader.key?.of ?? reader.questions.at(-1)
  if (!open) return false
  if (field === 'answer' && open.said.has('answer')) open.twice = line.slice(0, 20)
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

function itemIn({ line, kind, stem, options, twice, said }: Open): Item {
  const text = (lines: string[] | undefined): LocalText => ({ zh: (lines ?? []).join('\n'), en: '' })
  const isLost = [...stem, ...options.flat(), ...[...said.values()].flat()].some(line => line.includes(lostSign))
  const others = [...said].filter(([field]) => field !== 'scenario' && field !== 'explanation')
  return {
    number: line,
    said: {
      kind,
      ...Object.fromEntries(others.map(([field, lines]) => [field, lines.join(' ')])),
    },
    scenario: said.has('scenario') ? text(said.get('scenario')) : noText,
    stem: text(stem),
    options: options.map(text),
    explanation: text(said.get('explanation')),
    faults: [
      ...(isLost ? [{ field: 'stem' as const, code: 'media' as const, data: { what: 'img' } }] : []),
      ...(twice ? [{ field: 'stem' as const, code: 'question-twice' as const, data: { text: twice } }] : []),
    ],
  }
}
