/** Which column of a sheet holds what, by its heading in Chinese or English. */
import { guessColumns } from './headless.ts'
import type { ColumnMapping, SaidColumns } from './mapping.ts'
import type { Row, Sheet } from './sheet.ts'

export const fields = [
  'id',
  'kind',
  'scenario',
  'stem',
  'options',
  'answer',
  'explanation',
  'basis',
  'level',
  'reason',
  'chapter',
  'entry',
  'seconds',
  'validFrom',
  'validTo',
  'validity',
] as const
export type Field = (typeof fields)[number]

/** Headings as offices write them, normalised by `normalHeading`. */
const headings: Record<Field, string> = {
  id: '编号 题号 题目编号 id number no',
  kind: '题型 类型 试题类型 题目类型 kind type questiontype',
  scenario: '案例 情景 材料 背景 案例材料 案情 scenario case background',
  stem: '题干 题目 试题 问题 题目内容 试题内容 题干内容 question stem questiontext',
  options: '选项 备选项 备选答案 候选项 选项内容 全部选项 options choices',
  answer: '答案 正确答案 标准答案 参考答案 正确选项 answer answers correctanswer correct key',
  explanation: '解析 答案解析 试题解析 题目解析 解释 explanation rationale feedback',
  basis: '依据 法律依据 法条 出处 来源 法条依据 basis source law legalbasis',
  level: '难度 难易度 难易程度 难度等级 level difficulty',
  reason: '难度理由 难度说明 定级理由 levelreason reason',
  chapter: '章节 章 所属章节 分类 知识章节 chapter topic category',
  entry: '条目 知识点 知识点编号 手册条目 条目编号 entry handbookentry',
  seconds: '时长 用时 建议用时 答题时间 秒 秒数 seconds time',
  validFrom: '有效期起 有效期自 有效期开始 生效日期 起始日期 validfrom from',
  validTo: '有效期止 有效期至 有效期结束 失效日期 截止日期 validto validuntil until',
  validity: '有效期 有效期限 validity',
}
const fieldOf = new Map<string, Field>(
  fields.flatMap(field => headings[field].split(' ').map(heading => [heading, field] as const)),
)
/** More than a question may have: whoever has as many must hear that they do not fit. */
export const optionColumns = 10
const optionHeading = /^(?:(?:选项|备选项|option|choice)([a-j]|[1-9]|10)|([a-j])(?:选项|项)?)$/

/** Column numbers from 0. English ones may be missing altogether. */
export interface Columns {
  fields: Map<Field, number>
  english: Map<Field, number>
  /** By option: 0 is A. */
  options: Map<number, number>
  englishOptions: Map<number, number>
  /** Headings count the options (选项1): answers may too. */
  byNumber?: boolean
}

export interface Header {
  /** Position of the heading row in `rows`; without one, of what stands above the first question, from -1. */
  at: number
  /** The first row is a question already. */
  headless: boolean
  columns: Columns
  /** Headings that name a column which is there already; the first one is used. */
  repeated: { column: number; heading: string }[]
}

/** How far down a title or a note may push the headings. */
const searchedRows = 10

/**
 * @param mappingOf columns as somebody said them once for these headings: they come first
 * @returns the heading row, or null when no row names both the question and its answer, nor the first one is surely
 * a question
 */
export function findHeader(
  sheet: Sheet,
  mappingOf?: (headings: string) => SaidColumns | undefined,
): (Header & { mapped: boolean }) | null {
  const searched = [...sheet.rows.slice(0, searchedRows).entries()]
  for (const [at, row] of searched) {
    const said = mappingOf?.(headingsSaid(row))
    if (said) return { ...withoutHeadings(said.headless ? at - 1 : at, said.columns, said.headless), mapped: true }
  }
  for (const [at, row] of searched) {
    const header = { at, headless: false, mapped: false, ...readHeadings(row) }
    if (header.columns.fields.has('stem') && header.columns.fields.has('answer')) return header
  }
  return headlessIn(sheet)
}

const withoutHeadings = (at: number, columns: ColumnMapping, headless: boolean): Header => {
  return { at, headless, columns: columnsOf(columns), repeated: [] }
}

/** Above the first question there may be a title. */
function headlessIn(sheet: Sheet): (Header & { mapped: boolean }) | null {
  const first = likelyHeadings(sheet)
  const at = first ? sheet.rows.indexOf(first) : 0
  const guess = first && guessColumns(sheet.rows.slice(at))
  return guess?.sure ? { ...withoutHeadings(at - 1, guess.columns, true), mapped: false } : null
}

/** One text for a heading row, to know it by next time. */
export const headingsSaid = (row: Row): string => row.cells.map(cell => normalHeading(cell.normalize('NFKC'))).join('|')

/** The first row that could be headings, or a question: at least two cells with something in them. */
export const likelyHeadings = (sheet: Sheet): Row | null =>
  sheet.rows.slice(0, searchedRows).find(row => row.cells.filter(cell => cell.trim() !== '').length >= 2) ?? null

/** What a single heading is taken for. */
export function targetOf(written: string): ColumnMapping[string] | null {
  const { name, english } = withoutLanguage(written)
  const option = optionNumber(name)
  const target = option === null ? fieldOf.get(name) : (`option ${option}` as const)
  return target ? (english ? `${target}/en` : target) : null
}

/** Whether columns said by hand name the question and its answer, each once. */
export function isWholeMapping(mapping: ColumnMapping): boolean {
  const targets = Object.values(mapping)
  return targets.includes('stem') && targets.includes('answer') && new Set(targets).size === targets.length
}

function columnsOf(mapping: ColumnMapping): Columns {
  const columns: Columns = { fields: new Map(), english: new Map(), options: new Map(), englishOptions: new Map() }
  for (const [key, target] of Object.entries(mapping)) {
    const english = target.endsWith('/en')
    const name = english ? target.slice(0, -3) : target
    const option = name.startsWith('option ') ? Number(name.slice(7)) : null
    if (option !== null) (english ? columns.englishOptions : columns.options).set(option, Number(key))
    else (english ? columns.english : columns.fields).set(name as Field, Number(key))
  }
  return columns
}

function readHeadings(row: Row): Pick<Header, 'columns' | 'repeated'> {
  const columns: Columns = { fields: new Map(), english: new Map(), options: new Map(), englishOptions: new Map() }
  const repeated: Header['repeated'] = []
  for (const [column, written] of row.cells.entries()) {
    const { name, english } = withoutLanguage(written)
    const option = optionNumber(name)
    const field = fieldOf.get(name)
    if (option !== null) note(english ? columns.englishOptions : columns.options, option)
    else if (field) note(english ? columns.english : columns.fields, field)

    function note<K>(known: Map<K, number>, key: K): void {
      if (known.has(key)) repeated.push({ column, heading: written })
      else known.set(key, column)
    }
  }
  columns.byNumber = row.cells.some(cell => /\d/.test(cell) && optionNumber(withoutLanguage(cell).name) !== null)
  return { columns, repeated }
}

const englishMark = /^英文|(?:[\s_\-(（/[【]+(?:english|en|eng|英文?|英语)[)）\]】]?|英文版?|英语)$/

/** A cell that is longer than this is no heading; nobody goes back and forth over it. */
const longestHeading = 100

function withoutLanguage(written: string): { name: string; english: boolean } {
  if (written.length > longestHeading) return { name: '', english: false }
  const heading = written.normalize('NFKC').trim().toLowerCase()
  const english = englishMark.test(heading)
  return { name: normalHeading(heading.replace(englishMark, '')), english }
}

/** 题干 * （必填） → 题干; Option A → optiona */
const normalHeading = (heading: string): string =>
  heading.replace(/\((?:必填|选填|可选|required|optional|yyyy-mm-dd|1-5|秒)\)/g, '').replace(/[^\p{L}\p{N}]/gu, '')

function optionNumber(name: string): number | null {
  const [, a, b] = optionHeading.exec(name) ?? []
  const mark = a ?? b
  if (!mark) return null
  return /\d/.test(mark) ? Number(mark) - 1 : mark.charCodeAt(0) - 97
}
