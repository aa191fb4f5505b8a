/**
 * A set as JSON, whole: name, owner, licence, source and every question with all that is known of it. JSON of
 * others, a list of flat objects, is read as a table whose headings are the keys.
 */
import { z } from 'zod'
import { type QuestionDraft, truefalseOptions } from '../question/question.ts'
import { letterAt } from './answer.ts'
import { targetOf } from './columns.ts'
import { fault, noText } from './rich-item.ts'
import { type Sheet, sheetLimits } from './sheet.ts'
import { answerSaid, type Item, itemOf, sheetOfItems } from './table.ts'
import { kindOf } from './value.ts'

export interface SetHead {
  name: string
  owner: string
  licence: string
  source: string
}

const format = 'ip-contest/question-set'
const text = z.strictObject({ zh: z.string(), en: z.string().default('') })
const head = z.strictObject({
  name: z.string().max(200),
  owner: z.string().max(200).default(''),
  licence: z.string().max(200).default(''),
  source: z.string().max(200).default(''),
})
const option = z.strictObject({ zh: z.string(), en: z.string().default(''), right: z.boolean().default(false) })
const question = z.strictObject({
  id: z.string().default(''),
  kind: z.enum(['single', 'multiple', 'truefalse', 'case']),
  level: z.int().min(1).max(5).default(3),
  levelReason: text.nullable().default(null),
  seconds: z.int().min(5).max(600).optional(),
  chapter: z.int().min(1).max(99).nullable().default(null),
  entry: z.string().max(20).nullable().default(null),
  validFrom: z.string().nullable().default(null),
  validTo: z.string().nullable().default(null),
  scenario: text.nullable().default(null),
  stem: text,
  options: z.array(option).max(26).default([]),
  answer: z.boolean().optional(),
  explanation: text.default(noText),
  sources: z
    .array(z.strictObject({ law: z.string(), article: z.string(), anchors: z.array(z.string()).default([]) }))
    .default([]),
})
type Question = z.infer<typeof question>

/** @returns the text of the file */
export function jsonOf(set: SetHead, drafts: readonly QuestionDraft[]): string {
  const questions = drafts.map(draft => ` ${JSON.stringify(questionOf(draft))}`).join(',\n')
  return `{"format":"${format}","version":1,"set":${JSON.stringify(set)},"questions":[\n${questions}\n]}\n`
}

const questionOf = ({
  externalId: id,
  entryId: entry,
  face,
  right,
  ...draft
}: QuestionDraft): z.input<typeof question> => ({
  id,
  kind: draft.kind,
  level: draft.level,
  levelReason: draft.levelReason ?? null,
  seconds: draft.seconds,
  chapter: draft.chapter,
  entry,
  validFrom: draft.validFrom,
  validTo: draft.validTo,
  scenario: face.scenario,
  stem: face.stem,
  ...(draft.kind === 'truefalse'
    ? { answer: right === 1 }
    : { options: face.options.map((one, at) => ({ ...one, right: (right & (1 << at)) !== 0 })) }),
  explanation: draft.explanation,
  sources: draft.sources,
})

/** Of more rows or columns than a table may have, only how many. */
type TooMany = { rows: number } | { columns: number }

/** @returns null when it is no list of questions, in no manner that is known */
export function readJson(value: unknown, name: string): { sheet: Sheet; set: SetHead | null } | TooMany | null {
  if (isObject(value) && value.format === format) return wholeSet(value, name)
  const list = listed(value)
  if (!list.some(isObject)) return null
  if (list.length > sheetLimits.rows) return { rows: list.length }
  const sheet = tableOf(list, name)
  return 'columns' in sheet ? sheet : { sheet, set: null }
}

/** A list; or all lists of objects in an object, whose key may say their kind: {"单选":[…],"判断":[…]}. */
function listed(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  const lists = Object.entries(isObject(value) ? value : {}).flatMap(([key, one]) =>
    Array.isArray(one) && one.some(isObject) ? [{ key, list: one as unknown[] }] : [],
  )
  return lists.flatMap(({ key, list }) => (kindOf(key) ? list.map(one => ofKind(one, key)) : list))
}

const ofKind = (one: unknown, kind: string): unknown =>
  isObject(one) && !Object.keys(one).some(key => targetOf(key) === 'kind') ? { 题型: kind, ...one } : one

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function wholeSet(value: Json, name: string): { sheet: Sheet; set: SetHead } | TooMany | null {
  const set = head.safeParse(value.set)
  if (!set.success || value.version !== 1 || !Array.isArray(value.questions)) return null
  if (value.questions.length > sheetLimits.rows) return { rows: value.questions.length }
  const items = value.questions.map((one: unknown, at: number) => readQuestion(one, at + 1))
  return { sheet: { ...sheetOfItems(name, items), whole: true }, set: set.data }
}

function readQuestion(value: unknown, number: number): Item {
  const read = question.safeParse(value)
  if (read.success) return { ...itemFrom(read.data), number }
  const issue = read.error.issues[0]
  const stem = isObject(value) && isObject(value.stem) ? String(value.stem.zh ?? '').slice(0, 200) : ''
  const where = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])].join('.')
  return {
    number,
    said: {},
    scenario: noText,
    stem: { zh: stem, en: '' },
    options: [],
    explanation: noText,
    faults: [fault('question-broken', { sign: where })],
  }
}

function itemFrom({ answer, options, id, entry, seconds, scenario, stem, ...read }: Question): Item {
  const right =
    read.kind === 'truefalse' && answer !== undefined
      ? answer
        ? 1
        : 2
      : options.reduce((bits, one, at) => (one.right ? bits | (1 << at) : bits), 0)
  const shown = options.map(({ zh, en }) => ({ zh, en }))
  const face = { scenario, stem, options: read.kind === 'truefalse' ? truefalseOptions : shown }
  const item = itemOf({ ...read, externalId: id, entryId: entry, seconds: seconds ?? 0, face, right })
  const written = right === 0 ? '' : answerSaid({ kind: read.kind, right })
  return { ...item, said: { ...item.said, answer: written, seconds: seconds === undefined ? '' : String(seconds) } }
}

/** Lists of options become columns; other values are told as text. What is no object at all is a row that is refused. */
function tableOf(rows: readonly unknown[], name: string): Sheet | { columns: number } {
  const flat = rows.map(row => new Map(isObject(row) ? cellsIn(row) : []))
  const headings = [...new Set(flat.flatMap(row => [...row.keys()]))]
  if (headings.length > sheetLimits.columns) return { columns: headings.length }
  const stem = Math.max(
    0,
    headings.findIndex(heading => targetOf(heading) === 'stem'),
  )
  const strange = rows.flatMap((row, at) => (isObject(row) ? [] : [{ at, text: shortened(row) }]))
  for (const { at, text } of strange) flat[at]?.set(headings[stem] ?? '', text)
  return {
    name,
    rows: [
      { number: 0, cells: headings },
      ...flat.map((row, at) => ({ number: at + 1, cells: headings.map(heading => row.get(heading) ?? '') })),
    ],
    formulas: [],
    lines: true,
    faults: strange.map(({ at, text }) => ({ row: at + 1, ...fault('question-broken', { sign: text }) })),
  }
}

const shortened = (value: unknown): string => JSON.stringify(value).slice(0, 40)

function cellsIn(row: Json): [string, string][] {
  const cells = Object.entries(row).flatMap(([key, value]) => cellsOf(key, value))
  const marked = cells.some(([key]) => targetOf(key) === 'answer') ? '' : rightsIn(row)
  return marked === '' ? cells : [...cells, ['答案', marked]]
}

const isOptions = (key: string): boolean => /^(?:options|choices|选项)$/i.test(key)

function cellsOf(key: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) {
    if (isOptions(key)) return value.map((one, at) => [`选项${letterAt(at)}`, optionSaid(one)])
    return [[key, value.map(said).join('')]]
  }
  if (isObject(value)) return Object.entries(value).map(([name, one]) => [headingOf(key, name), said(one)])
  return [[key, said(value)]]
}

/** {"options":{"A":…,"B":…}} has options by letter; any other object is a text in several languages. */
function headingOf(key: string, name: string): string {
  if (isOptions(key) && /^[a-h]$/i.test(name)) return `选项${name.toUpperCase()}`
  return name === 'zh' ? key : `${key}（${name}）`
}

const optionSaid = (one: unknown): string => (isObject(one) ? said(one.text ?? one.zh ?? one.content) : said(one))

const isMarked = (one: unknown): boolean =>
  isObject(one) && ['correct', 'isCorrect', 'right', 'isRight'].some(key => one[key] === true)

/** Options that say themselves whether they are right. */
function rightsIn(row: Json): string {
  const options = Object.entries(row).find(([key, value]) => isOptions(key) && Array.isArray(value))?.[1]
  return Array.isArray(options) ? options.flatMap((one, at) => (isMarked(one) ? [letterAt(at)] : [])).join('') : ''
}

/** A list of one thing is that thing. */
function said(value: unknown): string {
  if (Array.isArray(value) && value.length === 1) return said(value[0])
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''
}
