import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bankFindings } from '#core/bank/check'
import { holdsThroughout } from '#core/bank/entry'
import { bankReport } from '#core/bank/report'
import { reportTable } from '#core/bank/report-table'
import { optionsIn } from '#core/question/question'
import { readBankFiles } from './bank-files.ts'

const folder = join(import.meta.dirname, '../questions')
/** Read once: a thousand YAML nodes a file take a second. */
const whole = readBankFiles(folder)
const opposition = '05-trademarks/5.09-opposition.yaml'

/** A copy of the bank with one file changed. */
async function problemsAfter(file: string, change: (text: string) => string): Promise<string[]> {
  const copy = mkdtempSync(join(tmpdir(), 'bank-'))
  cpSync(folder, copy, { recursive: true })
  const before = readFileSync(join(copy, file), 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(join(copy, file), after)
  const read = await readBankFiles(copy)
  return read.ok ? [] : read.problems.map(problem => `${problem.file}:${problem.line} ${problem.message}`)
}

describe('the bank that comes along', () => {
  it('reads without a problem: the whole core, and three questions at least for each entry that was verified', async () => {
    const read = await whole
    if (!read.ok) return expect(read.problems).toEqual([])
    const { bank } = read
    const { entries, questions, languages } = bankReport(bank.entries, bank.drafts)
    expect(entries.core).toBe(157)
    expect(questions.total).toBeGreaterThanOrEqual(600)
    expect(questions.perVerifiedEntryMinimum).toBeGreaterThanOrEqual(3)
    expect(languages.missing).toEqual({ zh: [], en: [] })
    expect(new Set(bank.drafts.map(draft => draft.chapter)).size).toBe(14)
  })

  it('gives no answer away, asks nothing twice, and says the same figures in both languages', async () => {
    const read = await whole
    expect(read.ok && bankFindings(read.bank.drafts)).toEqual([])
  })

  it('says each thing in 120 to 300 hanzi', async () => {
    const read = await whole
    const lengths = (read.ok ? read.bank.entries : []).flatMap(({ id, versions }) =>
      versions.map(({ text, example }) => ({
        id,
        hanzi: (text.zh + example.zh).match(/\p{Script=Han}/gu)?.length ?? 0,
      })),
    )
    expect(lengths.filter(({ hanzi }) => hanzi < 120 || hanzi > 300)).toEqual([])
  })

  it.each(['2026-11-24', '2027-01-15'])('has three questions at least for each verified entry on %s', async day => {
    const read = await whole
    if (!read.ok) return expect(read.problems).toEqual([])
    const { entries, drafts } = read.bank
    const few = entries
      .filter(entry => entry.status === 'verified')
      .map(({ id }) => ({ id, questions: drafts.filter(d => d.entryId === id && holdsThroughout(d, day, day)).length }))
      .filter(({ questions }) => questions < 3)
    expect(few).toEqual([])
  })

  it('is what docs/bank.md says (npm run bank:report -- --docs)', async () => {
    const read = await whole
    if (!read.ok) return expect(read.problems).toEqual([])
    const { chapters, entries, drafts } = read.bank
    const page = readFileSync(join(folder, '../docs/bank.md'), 'utf8')
    expect(page).toBe(reportTable(chapters, entries, drafts))
  })

  it('has both languages everywhere, and a key that fits the kind', async () => {
    const read = await whole
    for (const { kind, right, face, explanation } of read.ok ? read.bank.drafts : []) {
      for (const text of [face.stem, explanation, ...face.options]) {
        expect(text.zh).toMatch(/\p{Script=Han}|\d/u)
        expect(text.en).toMatch(/[A-Za-z0-9]/)
      }
      const rights = optionsIn(right)
      expect(rights.every(option => option < face.options.length)).toBe(true)
      expect(kind === 'multiple' ? rights.length > 1 : rights.length === 1).toBe(true)
    }
  })

  it('has enough that holds today, and enough that held in April 2021', async () => {
    const read = await whole
    const drafts = read.ok ? read.bank.drafts : []
    const valid = (first: string, last: string) => drafts.filter(draft => holdsThroughout(draft, first, last)).length
    expect(valid('2026-11-22', '2026-12-22')).toBeGreaterThanOrEqual(90)
    expect(valid('2021-04-20', '2021-04-26')).toBeGreaterThanOrEqual(40)
  })
})

describe('a file that is wrong is refused with file, line and what to do', () => {
  it.each([
    ['a missing language', (text: string) => text.replace(/^ {2}en: .*$/m, '')],
    ['an unknown key', (text: string) => text.replace('level: ', 'colour: red\nlevel: ')],
    ['a law that is not listed', (text: string) => text.replace('law: TmL-2019', 'law: TmL-1999')],
    ['a related entry that does not exist', (text: string) => text.replace(/related: .*/, 'related: ["5.99"]')],
    ['a validity before the law', (text: string) => text.replace('valid_from: 2019-11-01', 'valid_from: 2018-11-01')],
    [
      'an anchor longer than twelve characters',
      (text: string) => text.replace(/anchors: \[三个月\]/, 'anchors: [一二三四五六七八九十一二三]'),
    ],
    ['an anchor that is missing', (text: string) => text.replace(/anchors: \[三个月\]/, 'anchors: []')],
    [
      'a law nobody has read',
      (text: string) => text.replace('law: TmL-2019, article: "33"', 'law: CCM-2024, article: "33"'),
    ],
    ['the slug of another entry', (text: string) => text.replace('slug: opposition', 'slug: registrable-signs')],
    ['broken YAML', (text: string) => text.replace('title:', 'title: [')],
    [
      'two right options in a single choice',
      (text: string) => text.replace(/(right: true[\s\S]*?- \{ ?)(zh)/, '$1right: true, $2'),
    ],
  ])('%s', async (_what, change) => {
    const problems = await problemsAfter(opposition, change)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems[0]).toMatch(/^05-trademarks\/5\.09-opposition\.yaml:\d+ ./)
  })

  it('a term of the glossary that leads nowhere or stands there twice', async () => {
    const nowhere = await problemsAfter('glossary.yaml', text => text.replace('["8.01"]', '["8.99"]'))
    expect(nowhere).toEqual([expect.stringMatching(/^glossary\.yaml:\d+ entry 8\.99 does not exist$/)])
    const twice = await problemsAfter('glossary.yaml', text => text.replace('slug: confusion', 'slug: pledge'))
    expect(twice.join()).toContain('pledge is used twice')
  })

  it('names the fault alone, not what follows from it elsewhere', async () => {
    const problems = await problemsAfter(opposition, text => text.replace('level: 2', 'level: nine'))
    expect(problems).toEqual([expect.stringMatching(/5\.09-opposition\.yaml:\d+ .*level/)])
  })

  it('an id that is used twice, and a file in the wrong place', async () => {
    const twice = await problemsAfter(opposition, text => text.replace('id: "5.09-2"', 'id: "5.09-1"'))
    expect(twice.join()).toContain('5.09-1 is used twice')
    const misplaced = await problemsAfter(opposition, text => text.replace('slug: opposition', 'slug: objection'))
    expect(misplaced.join()).toContain('5.09-objection.yaml')
  })
})
