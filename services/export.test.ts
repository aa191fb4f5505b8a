import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Allowed, allow } from '#core/account/roles'
import { usualRules } from '#core/contest/rules'
import { dayMs } from '#core/day'
import { insertAccount, setName } from '#db/account'
import { exportRecords } from '#db/export'
import { chooseRegion } from './account.ts'
import { finishAttempt, finishOverdue, startAttempt } from './attempt.ts'
import { type ExportWish, exportList } from './export.ts'
import { publicId } from './secrets.ts'
import { sessionOf } from './session.ts'
import { readXlsx } from './sheet/xlsx.ts'
import { citizen, contestWith, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let organizer: Allowed<'standings.export'>
let contestId: number

/** Three people finish with the same score: the second and third need equally long. */
const people = [
  ['13800138001', '张三', 1000],
  ['13800138002', '=HYPERLINK("http://evil")', 2000],
  ['13800138003', '欧阳小敏', 2000],
] as const

beforeEach(async () => {
  site = await openTestSite()
  contestId = await contestWith(site.rt, {
    rules: { awards: { tiers: usualRules.awards.tiers.map(tier => ({ ...tier, count: 2 })) } },
  })
  for (const [phone, name, ms] of people) {
    site.at(0)
    const { who: stranger, token } = await citizen(site.rt, phone, null)
    await site.rt.storage.atomically(tx => setName(tx, stranger.account.id, name, true))
    await chooseRegion(site.rt, stranger.account.id, { region: 'yuzhong', organisation: '重庆火锅协会' })
    const who = (await sessionOf(site.rt, token)) ?? stranger
    const started = await startAttempt(site.rt, who, 'test', 'zh')
    if (!started.ok) throw new Error(started.refusal)
    site.at(ms)
    await finishAttempt(site.rt, who, started.value.attempt.id)
  }
  const roles = ['organizer' as const]
  const account = { publicId: publicId(), login: 'zhao', name: '赵组织', roles, createdAt: noon }
  const id = await site.rt.storage.atomically(tx => insertAccount(tx, account))
  organizer = allow({ id, roles }, 'standings.export') as Allowed<'standings.export'>
})
afterEach(() => site.close())

const list = async (wish: Partial<ExportWish> = {}) => {
  const whole = {
    kind: 'standings',
    format: 'csv',
    masked: false,
    reason: '联系获奖者',
    locale: 'zh',
    ...wish,
  } as const
  const file = await exportList(site.rt, organizer, 'test', whole)
  if (!file.ok) throw new Error(file.refusal)
  return file.value
}
const csv = async (wish?: Partial<ExportWish>): Promise<string[][]> =>
  parse((await list(wish)).bytes, { bom: true }) as string[][]

describe('A CSV list', () => {
  it('opens right in a spreadsheet program: byte order mark, CRLF, names and phones intact, no formula', async () => {
    const { bytes, name, type } = await list()
    expect([name, type]).toEqual(['test-standings.csv', 'text/csv; charset=utf-8'])
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
    expect(bytes.toString().split('\r\n')).toHaveLength(5)
    expect(await csv()).toEqual([
      ['名次', '姓名', '手机号', '区县', '单位', '得分', '用时（秒）', '交卷时间'],
      ['1', '张三', '13800138001', '渝中区', '重庆火锅协会', '0', '1', '2026-11-22 12:00:01'],
      ['2', `'=HYPERLINK("http://evil")`, '13800138002', '渝中区', '重庆火锅协会', '0', '2', '2026-11-22 12:00:02'],
      ['2', '欧阳小敏', '13800138003', '渝中区', '重庆火锅协会', '0', '2', '2026-11-22 12:00:02'],
    ])
  })

  it('in masked form shows what public lists show', async () => {
    const rows = await csv({ masked: true })
    expect(rows[1]?.slice(0, 3)).toEqual(['1', '张**', '138****8001'])
    expect(JSON.stringify(rows)).not.toContain('小敏')
  })
})

describe('An XLSX list', () => {
  it('has typed text cells and a sheet that says what it is', async () => {
    const [standings, about] = await readXlsx((await list({ format: 'xlsx' })).bytes)
    expect(standings?.name).toBe('成绩')
    expect(standings?.formulas).toEqual([])
    expect(standings?.rows[2]?.cells.slice(0, 3)).toEqual(['2', '=HYPERLINK("http://evil")', '13800138002'])
    const said = Object.fromEntries(about?.rows.map(row => row.cells) ?? [])
    expect(said).toMatchObject({ 竞赛: '试赛', 行数: '3', 导出人: '赵组织', 用途: '联系获奖者' })
  })
})

describe('Winners', () => {
  it('are the first n once no paper is open, and whoever shares the last rank', async () => {
    const late = (await citizen(site.rt, '13800138009')).who
    await startAttempt(site.rt, late, 'test', 'zh')
    expect(await exportList(site.rt, organizer, 'test', wish())).toMatchObject({ refusal: 'contest-not-closed' })
    site.at(7 * dayMs)
    expect(await exportList(site.rt, organizer, 'test', wish())).toMatchObject({ refusal: 'contest-not-closed' })
    await finishOverdue(site.rt)
    const rows = await csv({ kind: 'winners' })
    expect(rows.slice(1).map(row => row[0])).toEqual(['1', '2', '2'])
  })

  const wish = (): ExportWish => ({
    kind: 'winners',
    format: 'csv',
    masked: true,
    reason: '公示获奖名单',
    locale: 'zh',
  })
})

describe('Every export', () => {
  it('is recorded with who, when and what for; without a reason there is none', async () => {
    await list({ reason: ' 公示 获奖名单 ' })
    expect(await exportRecords(site.rt.storage.read, contestId)).toMatchObject([
      { who: '赵组织', reason: '公示 获奖名单', kind: 'standings', format: 'csv', masked: false, rows: 3 },
    ])
    const silent = { kind: 'standings', format: 'csv', masked: true, reason: ' 啊 ', locale: 'zh' } as const
    expect(await exportList(site.rt, organizer, 'test', silent)).toMatchObject({ refusal: 'reason-needed' })
    expect(await exportList(site.rt, organizer, 'other', silent)).toMatchObject({ refusal: 'not-found' })
    expect(await exportRecords(site.rt.storage.read, contestId)).toHaveLength(1)
  })
})
