/** Questions as rows of a table: the columns of the template, and of everything that is exported to be edited. */
import type { LocalText } from '../locale.ts'
import { maximumOptions, optionsIn, type QuestionDraft, type QuestionKind } from '../question/question.ts'
import { letterAt } from './answer.ts'
import type { Columns, Field } from './columns.ts'
import type { ProblemCode, ProblemData } from './problem.ts'
import type { Sheet } from './sheet.ts'
import { sourcesSaid } from './source-cell.ts'

/** One column: its heading, and where it belongs. */
export interface Column {
  heading: string
  field: Field | { option: number }
  english: boolean
}

const names: [Field, string][] = [
  ['answer', '答案'],
  ['explanation', '解析'],
  ['level', '难度'],
  ['reason', '难度理由'],
  ['chapter', '章节'],
  ['entry', '条目编号'],
  ['basis', '法律依据'],
  ['seconds', '用时'],
  ['validFrom', '有效期起'],
  ['validTo', '有效期止'],
]
const chinese = (field: Column['field'], heading: string): Column => ({ heading, field, english: false })
const english = (field: Column['field'], heading: string): Column => ({
  heading: `${heading}（英文）`,
  field,
  english: true,
})
const letters = Array.from({ length: maximumOptions }, (_, option) => option)

/** Chinese first, as somebody writes a question; the English columns stand together at the end. */
export const tableColumns: readonly Column[] = [
  chinese('id', '编号'),
  chinese('kind', '题型'),
  chinese('scenario', '案例'),
  chinese('stem', '题干'),
  ...letters.map(option => chinese({ option }, `选项${letterAt(option)}`)),
  ...names.map(([field, heading]) => chinese(field, heading)),
  english('scenario', '案例'),
  english('stem', '题干'),
  ...letters.map(option => english({ option }, `选项${letterAt(option)}`)),
  english('explanation', '解析'),
  english('reason', '难度理由'),
]

/** Headings for columns that have none, by what they hold. */
export function headingsOf({ fields, english: inEnglish, options, englishOptions }: Columns): string[] {
  const cells: string[] = []
  for (const { heading, field, english } of [...tableColumns, chinese('validity', '有效期')]) {
    const at =
      typeof field === 'string'
        ? (english ? inEnglish : fields).get(field)
        : (english ? englishOptions : options).get(field.option)
    if (at !== undefined) cells[at] = heading
  }
  return Array.from(cells, heading => heading ?? '')
}

export const kindNames: Record<QuestionKind, string> = {
  single: '单选',
  multiple: '多选',
  truefalse: '判断',
  case: '案例',
}

/** A question as a format gave it, before anything of it is checked. Texts of fields are as people write them. */
export interface Item {
  /** Where it stands: a line, or the how-manieth question; from 1. */
  number: number
  said: Partial<Record<Field | 'reasonEn', string>>
  scenario: LocalText
  stem: LocalText
  options: LocalText[]
  explanation: LocalText
  /** What the format itself cannot hand on. */
  faults: { field: Column['field']; code: ProblemCode; data: ProblemData }[]
}

/** Questions of a format without cells as a sheet: the same checks, the same marks, lines instead of addresses. */
export function sheetOfItems(name: string, items: readonly Item[]): Sheet {
  return {
    name,
    rows: [
      { number: 0, cells: tableColumns.map(column => column.heading) },
      ...items.map(item => ({ number: item.number, cells: tableColumns.map(column => cellOf(item, column)) })),
    ],
    formulas: [],
    lines: true,
    faults: items.flatMap(item => [...item.faults, ...tooMany(item)].map(fault => ({ row: item.number, ...fault }))),
  }
}

/** There are no columns for more, and what is left out must be heard of. */
const tooMany = ({ options }: Item): Item['faults'] =>
  options.length > maximumOptions
    ? [{ field: { option: maximumOptions }, code: 'options-many', data: { most: maximumOptions } }]
    : []

function cellOf(item: Item, { field, english }: Column): string {
  const locale = english ? 'en' : 'zh'
  if (typeof field !== 'string') return item.options[field.option]?.[locale] ?? ''
  if (field === 'scenario' || field === 'stem' || field === 'explanation') return item[field][locale]
  return item.said[field === 'reason' && english ? 'reasonEn' : field] ?? ''
}

/** @param titleOf the name of a handbook entry: beside its number, no program takes 5.10 for 5.1 */
export function itemOf(draft: QuestionDraft, titleOf: (entry: string) => string = () => ''): Item {
  const { kind, chapter, entryId, level, seconds, face } = draft
  return {
    number: 0,
    said: {
      id: draft.externalId,
      kind: kindNames[kind],
      answer: answerSaid(draft),
      level: String(level),
      reason: draft.levelReason?.zh ?? '',
      reasonEn: draft.levelReason?.en ?? '',
      chapter: chapter === null ? '' : String(chapter),
      entry: entryId === null ? '' : `${entryId} ${titleOf(entryId)}`.trim(),
      basis: sourcesSaid(draft.sources),
      seconds: String(seconds),
      validFrom: draft.validFrom ?? '',
      validTo: draft.validTo ?? '',
    },
    scenario: face.scenario ?? { zh: '', en: '' },
    stem: face.stem,
    options: kind === 'truefalse' ? [] : face.options,
    explanation: draft.explanation,
    faults: [],
  }
}

/** 对 · 错 · A · ACD */
export const answerSaid = ({ kind, right }: Pick<QuestionDraft, 'kind' | 'right'>): string =>
  kind === 'truefalse' ? (right === 1 ? '对' : '错') : optionsIn(right).map(letterAt).join('')

/** The whole table: headings, then a row a question. */
export const tableOf = (drafts: readonly QuestionDraft[], titleOf?: (entry: string) => string): string[][] => [
  tableColumns.map(column => column.heading),
  ...drafts.map(draft => {
    const item = itemOf(draft, titleOf)
    return tableColumns.map(column => cellOf(item, column))
  }),
]
