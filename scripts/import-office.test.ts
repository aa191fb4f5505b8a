/** Files as LibreOffice Calc and Writer write them: kept in fixtures, and written anew where the programs are there. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalOf } from '#core/bank/canonical'
import type { QuestionDraft } from '#core/question/question'
import { readBankFiles } from '#services/bank-files'
import { exportFile } from '#services/sheet/export-file'
import { readUpload } from '#services/sheet/reading'
import { templateFile } from '#services/sheet/template'
import { jobOf } from '#services/sheet/testing'
import { hasOffice } from './office.fixture.ts'

const fixtures = join(import.meta.dirname, 'fixtures')

async function read(bytes: Buffer, name: string, entries: [string, { chapter: number }][] = []) {
  const found = await readUpload({ ...jobOf(bytes, name), entries })
  if (!('read' in found)) throw new Error('The columns were not known')
  return found.read
}

describe('A fixture', () => {
  it.each(['template-by-calc.xlsx', 'template-by-calc.csv'])(
    '%s, the template saved by Calc, reads as the template does',
    async name => {
      const own = await read((await templateFile('xlsx', 'zh', ['商标'])).bytes, 'questions.xlsx')
      const theirs = await read(readFileSync(join(fixtures, name)), name)
      expect(theirs.drafts.map(placed => canonicalOf(placed.draft))).toEqual(
        own.drafts.map(placed => canonicalOf(placed.draft)),
      )
      expect(theirs.rowsIn).toBe(4)
    },
  )

  it.each(['questions-by-writer.docx', 'questions-by-writer.odt', 'questions.txt'])(
    '%s reads as its text pasted',
    async name => {
      const { drafts, rowsIn, problems } = await read(readFileSync(join(fixtures, name)), name)
      expect(problems.filter(problem => problem.severity === 'error')).toEqual([])
      expect(rowsIn).toBe(4)
      expect(drafts.map(({ draft }) => [draft.kind, draft.right])).toEqual([
        ['single', 0b0010],
        ['single', 0b0100],
        ['multiple', 0b1011],
        ['truefalse', 0b01],
      ])
      expect(drafts[0]?.draft.face.options.map(option => option.zh)).toEqual(['五年', '十年', '二十年', '五十年'])
    },
  )
})

describe.skipIf(!hasOffice('what it writes is taken from the fixtures only'))('LibreOffice on this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ip-contest-office-'))
  let drafts: QuestionDraft[] = []
  let entries: [string, { chapter: number }][] = []
  let titles = new Map<string, string>()

  beforeAll(async () => {
    const bank = await readBankFiles(join(import.meta.dirname, '../questions'))
    if (!bank.ok) throw new Error(bank.problems[0]?.message)
    drafts = bank.bank.drafts
    entries = bank.bank.entries.map(({ id, chapter }) => [id, { chapter }])
    titles = new Map(bank.bank.entries.map(entry => [entry.id, entry.title.zh]))
  })

  /** Opened and saved again by Calc. */
  const saved = (bytes: Buffer, from: string, to: string): Buffer => {
    const name = `bank-${from}-${to.slice(0, 4)}`
    writeFileSync(join(folder, `${name}.${from}`), bytes)
    const filter = from === 'csv' ? ['--infilter=Text - txt - csv (StarCalc):44,34,76'] : []
    const profile = `-env:UserInstallation=file://${folder}/profile`
    execFileSync(
      'soffice',
      [
        profile,
        '--headless',
        ...filter,
        '--convert-to',
        to,
        '--outdir',
        join(folder, 'out'),
        join(folder, `${name}.${from}`),
      ],
      { stdio: 'ignore', timeout: 90_000 },
    )
    return readFileSync(join(folder, 'out', `${name}.${to.slice(0, to.includes(':') ? to.indexOf(':') : undefined)}`))
  }

  it.each([
    ['xlsx', 'xlsx'],
    ['csv', 'csv:Text - txt - csv (StarCalc):44,34,76'],
  ] as const)(
    'the whole bank as %s, opened and saved by Calc, comes back equal',
    async (format, to) => {
      const set = { head: { name: '题库', owner: '', licence: '', source: '' }, drafts, titles }
      const file = await exportFile(format, set)
      const back = await read(saved(file.bytes, format, to), `bank.${format}`, entries)
      expect(back.drafts.map(placed => canonicalOf(placed.draft))).toEqual(drafts.map(draft => canonicalOf(draft)))
    },
    120_000,
  )
})
