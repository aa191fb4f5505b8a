/** The report at the end: figures equal a count by hand, small numbers are withheld, and the file is whole. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Allowed, allow, type Role } from '#core/account/roles'
import { interval } from '#core/report/interval'
import { bandsOf, type ReportSection } from '#core/report/report'
import { insertAccount } from '#db/account'
import { rowsOf } from '#db/raw.fixture'
import { finishAttempt, startAttempt } from '../attempt.ts'
import { publicId } from '../secrets.ts'
import { citizen, contestWith, handbookWith, inventedQuestion, noon, openTestSite, type TestSite } from '../testing.ts'
import { reportFile } from './file.ts'
import { publicReport, reportFor, showReport } from './report.ts'

let site: TestSite
let organizer: Allowed<'contests.write'>
const week = 8 * 86_400_000
const hour = 3_600_000

beforeEach(async () => {
  site = await openTestSite()
  const roles: Role[] = ['organizer']
  const account = { publicId: publicId(), login: 'chen', name: '陈', roles, createdAt: noon }
  const id = await site.rt.storage.atomically(tx => insertAccount(tx, account))
  organizer = allow({ id, roles }, 'contests.write') as Allowed<'contests.write'>
  const drafts = Array.from({ length: 20 }, (_, i) => ({ ...inventedQuestion(i), entryId: `${(i % 5) + 1}.01` }))
  await handbookWith(site.rt, drafts)
  await contestWith(site.rt, { drafts })
})
afterEach(() => site.close())

/** A paper that is handed in empty: everything on it is missed. */
async function finish(phone: string, region: string, at = 0, slug = 'test'): Promise<void> {
  site.at(at)
  const { who } = await citizen(site.rt, phone, region)
  const started = await startAttempt(site.rt, who, slug, 'zh')
  if (!started.ok) throw new Error(started.refusal)
  await finishAttempt(site.rt, who, started.value.attempt.id)
}
async function report(locale: 'zh' | 'en' = 'zh', slug = 'test') {
  site.at(week)
  const made = await reportFor(site.rt, organizer, slug, locale)
  if (!made.ok) throw new Error(made.refusal)
  return made.value
}
const rows = (found: { sections: ReportSection[] }, key: string): string[][] =>
  found.sections.find(section => section.key === key)?.rows ?? []

/** What the database answers when the statements beside a table are asked of it as they stand there. */
async function askedAgain(found: { sections: ReportSection[] }, key: string): Promise<(number | string)[][][]> {
  const statements = found.sections.find(section => section.key === key)?.statements ?? []
  expect(statements).not.toEqual([])
  const told = (value: unknown) => (Number.isNaN(Number(value)) ? String(value) : Number(value))
  return Promise.all(
    statements.map(async statement => (await rowsOf(site.rt.storage.read, statement)).map(row => row.map(told))),
  )
}

describe('A report', () => {
  it('is there only once the contest has closed', async () => {
    expect(await reportFor(site.rt, organizer, 'test', 'zh')).toMatchObject({ refusal: 'contest-not-closed' })
    expect(await showReport(site.rt, organizer, 'test', true)).toMatchObject({ refusal: 'contest-not-closed' })
    expect(await reportFor(site.rt, organizer, 'none', 'zh')).toMatchObject({ refusal: 'not-found' })
    site.at(week)
    const empty = await report()
    for (const key of ['days', 'hours', 'scores', 'missed', 'winners', 'draws', 'activities'])
      expect(rows(empty, key)).toEqual([])
    for (const { query } of empty.sections) expect(query.counted && query.table && query.filter).not.toBe('')
  })

  it('counts what was handed in, by day and hour in Shanghai, and withholds what is small', async () => {
    for (let i = 0; i < 6; i++) await finish(`1380013800${i}`, 'yuzhong')
    await finish('13800138009', 'nanan', 13 * 3_600_000)
    const found = await report()
    expect(rows(found, 'totals').map(([, n]) => n)).toEqual(['7', '7', '7', '2', '0'])
    expect(rows(found, 'days')).toEqual([
      ['2026-11-22', '6'],
      ['2026-11-23', '1'],
    ])
    expect(await askedAgain(found, 'totals')).toEqual([[[7]], [[7, 7, 2, 0]]])
    expect((await askedAgain(found, 'scores')).flat()).toHaveLength(7)
    expect((await askedAgain(found, 'missed'))[0]).toHaveLength(7)
    expect(
      (await askedAgain(found, 'regions'))
        .flat()
        .map(([, people]) => people)
        .sort(),
    ).toEqual([1, 6])
    const hours = rows(found, 'hours')
    expect([hours.length, hours[12], hours[1]]).toEqual([24, ['12:00–13:00', '6'], ['01:00–02:00', '1']])
    expect(rows(found, 'scores').reduce((sum, [, n]) => sum + Number(n), 0)).toBe(7)
    const [nanan, yuzhong] = ['南岸区', '渝中区'].map(name => rows(found, 'regions').find(row => row[0] === name))
    expect(yuzhong?.[1]).toBe('6')
    expect(nanan?.slice(1)).toEqual(['<5', '—', '—'])
    // Twenty questions of five entries on seven papers: 28 answers an entry are too few to compare over the city.
    expect(rows(found, 'missed')).toEqual([])
    const missed = rows(found, 'missedByRegion')
    expect(missed.find(row => row[0] === '渝中区')?.slice(2)).toEqual(['24', '100%', '86%–100%'])
    expect(missed.find(row => row[0] === '南岸区')).toEqual(['南岸区', '数据太少，不显示', '—', '—', '—'])
  })

  it('leaves out what was answered in a warm-up, in its figures and in its statements', async () => {
    const rules = { calendar: { warmUp: { opensAt: noon - 3 * hour, closesAt: noon - 2 * hour } } }
    await contestWith(site.rt, { slug: 'warm', opensAt: noon, closesAt: noon + 24 * hour, rules })
    await finish('13800138000', 'yuzhong', -3 * hour, 'warm')
    await finish('13800138001', 'nanan', -3 * hour, 'warm')
    await finish('13800138001', 'nanan', hour, 'warm')
    const found = await report('zh', 'warm')
    expect(rows(found, 'totals').map(([, n]) => n)).toEqual(['1', '1', '1', '1', '0'])
    expect(rows(found, 'days')).toEqual([['2026-11-22', '1']])
    expect(rows(found, 'scores').reduce((sum, [, n]) => sum + Number(n), 0)).toBe(1)
    expect(await askedAgain(found, 'totals')).toEqual([[[1]], [[1, 1, 1, 0]]])
  })

  it('is public only when the organizer says so, the same, and without anybody’s name', async () => {
    await finish('13800138000', 'yuzhong')
    site.at(week)
    expect(await publicReport(site.rt, 'test', 'en')).toBeNull()
    expect(await showReport(site.rt, organizer, 'test', true)).toMatchObject({ ok: true })
    const shown = await publicReport(site.rt, 'test', 'en')
    expect(shown?.sections.map(section => section.key)).toEqual(
      (await report('en')).sections.map(section => section.key),
    )
    expect(JSON.stringify(shown)).not.toContain('13800138000')
    await showReport(site.rt, organizer, 'test', false)
    expect(await publicReport(site.rt, 'test', 'en')).toBeNull()
  })

  it('is a PDF with both fonts and every page numbered', async () => {
    await finish('13800138000', 'yuzhong')
    const bytes = await reportFile(site.rt, await report(), 'zh')
    const text = bytes.toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    for (const font of ['NotoSansCJKsc-Regular', 'NotoSerifCJKsc-Bold']) expect(text).toContain(font)
    expect(text).toContain('/Lang (zh-CN)')
  })
})

describe('Its arithmetic', () => {
  it('holds intervals that are wide with few cases and stay between nothing and all', () => {
    expect(interval(0, 0)).toEqual({ low: 0, high: 1 })
    // Wilson for 8 of 10, by the published formula: 0.490 to 0.943.
    expect(interval(8, 10).low).toBeCloseTo(0.49, 2)
    expect(interval(8, 10).high).toBeCloseTo(0.943, 3)
    expect(interval(10, 10).high).toBeCloseTo(1)
    expect(interval(800, 1000).low).toBeGreaterThan(interval(8, 10).low)
  })

  it('has bands that hold every score once', () => {
    const bands = bandsOf(
      new Map([
        [0, 1],
        [9, 2],
        [10, 3],
        [99, 4],
        [100, 5],
      ]),
      100,
    )
    expect(bands.map(band => [band.from, band.to, band.n]).filter(([, , n]) => n !== 0)).toEqual([
      [0, 9, 3],
      [10, 19, 3],
      [90, 100, 9],
    ])
    expect(bandsOf(new Map([[0, 1]]), 0)).toHaveLength(1)
  })
})
