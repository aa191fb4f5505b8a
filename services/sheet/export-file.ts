/** A set of questions as a file of a format: everything comes back equal when it is read again. */
import { strToU8, zipSync } from 'fflate'
import { giftOf } from '#core/bank/gift'
import { jsonOf, type SetHead } from '#core/bank/json'
import { moodleOf } from '#core/bank/moodle'
import { type QtiVersion, qtiOf } from '#core/bank/qti-write'
import { itemOf, kindNames, tableColumns, tableOf } from '#core/bank/table'
import type { QuestionDraft } from '#core/question/question'
import { csvBytes, type OutgoingFile, types, workbookBytes } from './spreadsheet.ts'

export const exportFormats = ['xlsx', 'csv', 'json', 'gift', 'moodle', 'qti', 'qti3'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface WholeSet {
  head: SetHead
  drafts: QuestionDraft[]
  /** Names of handbook entries by number. */
  titles: ReadonlyMap<string, string>
}

export async function exportFile(format: ExportFormat, set: WholeSet): Promise<OutgoingFile> {
  const items = () => set.drafts.map(draft => itemOf(draft))
  const named = (end: string, type: keyof typeof types, bytes: Buffer): OutgoingFile => {
    return { name: `questions.${end}`, type: types[type], bytes }
  }
  switch (format) {
    case 'xlsx':
      return named('xlsx', 'xlsx', await workbook(set))
    case 'csv':
      return named('csv', 'csv', csvBytes(rowsOf(set)))
    case 'json':
      return named('json', 'json', Buffer.from(jsonOf(set.head, set.drafts)))
    case 'gift':
      return named('gift.txt', 'text', Buffer.from(giftOf(items())))
    case 'moodle':
      return named('moodle.xml', 'xml', Buffer.from(moodleOf(items(), set.head.name)))
    case 'qti':
      return named('qti-2.1.zip', 'zip', zipped(qtiOf(items(), '2.1' satisfies QtiVersion)))
    case 'qti3':
      return named('qti-3.0.zip', 'zip', zipped(qtiOf(items(), '3.0' satisfies QtiVersion)))
    default:
      return format satisfies never
  }
}

const rowsOf = ({ drafts, titles }: WholeSet): string[][] => tableOf(drafts, entry => titles.get(entry) ?? '')

/** Long texts get room; the others what their headings need. */
const widthOf = (heading: string): number =>
  /题干|案例|解析/.test(heading) ? 40 : /选项|依据|条目/.test(heading) ? 20 : 10

function workbook(set: WholeSet): Promise<Buffer> {
  const kind = tableColumns.findIndex(column => column.field === 'kind')
  const level = tableColumns.findIndex(column => column.field === 'level')
  const { name, owner, licence, source } = set.head
  return workbookBytes([
    {
      name: '题库',
      rows: rowsOf(set),
      widths: tableColumns.map(column => widthOf(column.heading)),
      choices: [
        { column: kind, values: Object.values(kindNames) },
        { column: level, values: ['1', '2', '3', '4', '5'] },
      ],
    },
    {
      name: '题集',
      rows: [
        ['名称', name],
        ['责任方', owner],
        ['许可', licence],
        ['来源', source],
      ],
      widths: [12, 60],
    },
  ])
}

const zipped = (parts: readonly { name: string; text: string }[]): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(parts.map(({ name, text }) => [name, strToU8(text)])), { level: 6 }))
