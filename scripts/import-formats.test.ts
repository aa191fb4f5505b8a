/** The whole bank out in every format and in again: nothing is lost, nothing is changed. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalOf } from '#core/bank/canonical'
import type { QuestionDraft } from '#core/question/question'
import { type BankFiles, readBankFiles } from '#services/bank-files'
import { exportFile, exportFormats } from '#services/sheet/export-file'
import { type Read, readUpload } from '#services/sheet/reading'
import { jobOf } from '#services/sheet/testing'

let bank: BankFiles
beforeAll(async () => {
  const read = await readBankFiles(join(import.meta.dirname, '../questions'))
  if (!read.ok) throw new Error(read.problems[0]?.message)
  bank = read.bank
})

const head = { name: '知识产权 <手册> & "题库"', owner: '市局', licence: 'CC BY 4.0', source: '自编' }

async function there(format: (typeof exportFormats)[number], drafts: QuestionDraft[]) {
  const titles = new Map(bank.entries.map(entry => [entry.id, entry.title.zh]))
  return exportFile(format, { head, drafts, titles })
}

async function back(bytes: Buffer, name: string): Promise<Read> {
  const found = await readUpload({
    ...jobOf(bytes, name),
    chapters: bank.chapters,
    entries: bank.entries.map(({ id, chapter }) => [id, { chapter }]),
  })
  if (!('read' in found)) throw new Error('The columns were not known')
  return found.read
}

/** A question whose texts do their best to be taken for something else. */
const nasty = (): QuestionDraft => ({
  externalId: '007',
  kind: 'multiple',
  chapter: 6,
  entryId: '6.10',
  level: 2,
  levelReason: { zh: '两处 [数字]；要“记住”=2', en: 'two\nlines {x} 50%' },
  seconds: 33,
  validFrom: '2026-01-01',
  validTo: null,
  face: {
    scenario: null,
    stem: {
      zh: '=1+1 < 2 & "引号" {花括号} ~ # : \\ 第一行\n第二行  两个空格',
      en: '<b>not bold</b> {mlang en} &amp; 5.10',
    },
    options: [
      { zh: '5.10', en: '5.10' },
      { zh: "'=SUM(A1)", en: "'quoted" },
      { zh: '2026-01-01', en: '-3' },
      { zh: '_x000D_ 是文字', en: '@home' },
    ],
  },
  right: 0b0101,
  explanation: { zh: '依据：见下。\n\n# 标题\n// 不是注释\n::x::', en: '' },
  sources: [{ law: 'TmL-2019', article: '219-1', anchors: ['三个月', 'a;b|c', '50%', '{x}'] }],
})

describe.each(exportFormats)('In %s', format => {
  it('the whole bank comes back equal', async () => {
    const file = await there(format, bank.drafts)
    const read = await back(file.bytes, file.name)
    expect(read.problems.filter(problem => problem.severity === 'error')).toEqual([])
    expect(read.drafts.map(placed => placed.draft.externalId)).toEqual(bank.drafts.map(draft => draft.externalId))
    for (const [at, { draft }] of read.drafts.entries())
      expect(canonicalOf(draft)).toBe(canonicalOf(bank.drafts[at] as QuestionDraft))
    expect(read.set).toEqual(format === 'json' ? head : null)
  })

  it('texts that look like something else come back as they are', async () => {
    const file = await there(format, [nasty()])
    const read = await back(file.bytes, file.name)
    expect(read.drafts.map(placed => placed.draft)).toEqual([nasty()])
  })
})

it('A set that was exported whole keeps chapters and entries that nobody knows here', async () => {
  const draft = { ...nasty(), chapter: 42, entryId: '42.01' }
  const file = await there('json', [draft])
  expect((await back(file.bytes, file.name)).drafts[0]?.draft).toEqual(draft)
})
