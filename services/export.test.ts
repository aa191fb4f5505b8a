import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayMs } from '#core/day'
import { type TableKind, tableKinds } from '#core/prize/export'
import { columnsOf } from '#core/prize/export-columns'
import { setName } from '#db/account'
import { auditRows } from '#db/audit'
import { exportRecords } from '#db/export'
import { auditLog } from '#db/schema/audit'
import { endWinners, listsOf, winnersOf } from '#db/winner'
import { chooseRegion } from './account.ts'
import { decide } from './approval-decide.ts'
import { finishAttempt, finishOverdue, startAttempt } from './attempt.ts'
import { batchOf, certificatesFor, issueCertificates, revoke } from './certificate.ts'
import { writeCsv } from './export/csv.ts'
import type { Cell } from './export/rows.ts'
import type { Book } from './export/xlsx.ts'
import { beginExport, type ExportWish } from './export.ts'
import { exportedFile, tidyExports } from './export-job.ts'
import { exportOf, exportsFor } from './export-view.ts'
import { approved, staffMember } from './prize-testing.ts'
import { sessionOf } from './session.ts'
import { readXlsx } from './sheet/xlsx.ts'
import { citizen, contestWith, noon, openTestSite, type TestSite } from './testing.ts'
import { staffWith, type TestStaff } from './testing-staff.ts'
import { proposePublication, settle } from './winner-list.ts'

let site: TestSite
let dataDir: string
let zhao: TestStaff
let qian: TestStaff
let contestId: number

/** Three people finish with the same score: the second and third need equally long. */
const people = [
  ['13800138001', '张三', 1000],
  ['13800138002', '=HYPERLINK("http://evil")', 2000],
  ['13800138003', '欧阳小敏', 2000],
] as const

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'ip-contest-exports-'))
  site = await openTestSite({ DATA_DIR: dataDir })
  contestId = await contestWith(site.rt, { rules: { ties: ['less-time', 'shared'] } })
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
  zhao = await staffWith(site.rt, ['organizer'], { name: '赵组织' })
  qian = await staffWith(site.rt, ['auditor'], { name: '钱审计' })
})
afterEach(async () => {
  await site.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const exporter = () => zhao.may('standings.export')
const wished = (wish: Partial<ExportWish> = {}): ExportWish => ({
  ...{ kind: 'standings', format: 'csv', masked: true, filter: { region: null }, reason: '联系获奖者', locale: 'zh' },
  origin: 'https://ip.example.cn',
  columns: columnsOf[wish.kind ?? 'standings'],
  ...wish,
})
async function begin(wish?: Partial<ExportWish>, slug = 'test') {
  const begun = await beginExport(site.rt, exporter(), slug, wished(wish))
  if (!begun.ok) throw new Error(begun.refusal)
  await begun.value.done
  return begun.value
}
const approve = (id: string) => decide(site.rt, qian.may('exports.approve'), id, { approve: true, note: '' })
/** In full by two people: proposed, approved, begun. */
async function made(wish?: Partial<ExportWish>, slug?: string): Promise<string> {
  const first = await begin(wish, slug)
  if (first.export !== null) return first.export
  await approve(first.approval)
  return (await begin(wish, slug)).export ?? ''
}
async function bytesOf(id: string): Promise<Buffer> {
  const found = await exportedFile(site.rt, exporter(), id)
  if (!found.ok) throw new Error(found.refusal)
  return buffer(await found.value.read(0, found.value.bytes - 1))
}
const list = async (wish?: Partial<ExportWish>, slug?: string) => bytesOf(await made(wish, slug))
const csv = async (wish?: Partial<ExportWish>): Promise<string[][]> =>
  parse(await list(wish), { bom: true, relax_column_count: true }) as string[][]
const actions = async () => (await auditRows(site.rt.storage.read, 0, 99)).map(row => row.action)

describe('A CSV list', () => {
  it('opens right in a spreadsheet program: byte order mark, CRLF, names and phones intact, no formula', async () => {
    const wish = { masked: false } as const
    const bytes = await list(wish)
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
    expect(bytes.toString().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const rows = parse(bytes, { bom: true, relax_column_count: true }) as string[][]
    expect(rows.slice(0, 4)).toEqual([
      ['名次', '姓名', '手机号', '区县', '单位', '得分', '答对题数', '用时（秒）', '交卷时间', '作答次数'],
      ['1', '张三', '\t13800138001', '渝中区', '重庆火锅协会', '0', '0', '1', '2026-11-22 12:00:01', '1'],
      expect.arrayContaining(['2', `'=HYPERLINK("http://evil")`, '\t13800138002']),
      expect.arrayContaining(['2', '欧阳小敏', '\t13800138003']),
    ])
    const said = Object.fromEntries(rows.slice(5))
    expect(said).toMatchObject({ 竞赛: '试赛', 筛选: '全部区县', 导出人: '赵组织', 用途: '联系获奖者' })
  })

  it('keeps text that looks like a number or a day as it is written, behind a tab', async () => {
    const units = ['0012345', '1e5', '3-4', '2026/1/2', 'TRUE', '50010119900307001X']
    const out = new PassThrough()
    const about = { sheet: '说明', lines: [] }
    const book: Book = { sheet: '单位', headings: ['单位', '时间', '人数'], about }
    await writeCsv(
      out,
      book,
      (async function* () {
        yield units.map((unit): Cell[] => [unit, '2026-11-22 12:00:01', 7])
      })(),
    )
    const rows = parse(out.end().read(), { bom: true, relax_column_count: true }) as string[][]
    expect(rows.slice(1, 1 + units.length)).toEqual(
      units.map(unit => [unit.endsWith('X') ? unit : `\t${unit}`, '2026-11-22 12:00:01', '7']),
    )
  })

  it('in masked form shows what public lists show', async () => {
    const rows = await csv()
    expect(rows[1]?.slice(0, 3)).toEqual(['1', '张**', '138****8001'])
    expect(JSON.stringify(rows)).not.toContain('小敏')
  })

  it('has the chosen columns in the order of the sheet, and the chosen district', async () => {
    const rows = await csv({ columns: ['score', 'district', 'rank'], filter: { region: 'nanan' } })
    expect(rows[0]).toEqual(['名次', '区县', '得分'])
    expect(rows.find(row => row[0] === '筛选')).toEqual(['筛选', '南岸区'])
    expect(rows.filter(row => row.length === 3)).toHaveLength(1)
  })
})

describe('An XLSX list', () => {
  it('has typed text cells and a sheet that says what it is', async () => {
    const [standings, about] = await readXlsx(await list({ format: 'xlsx', masked: false }))
    expect(standings?.name).toBe('成绩')
    expect(standings?.formulas).toEqual([])
    expect(standings?.rows[2]?.cells.slice(0, 3)).toEqual(['2', '=HYPERLINK("http://evil")', '13800138002'])
    const said = Object.fromEntries(about?.rows.map(row => row.cells) ?? [])
    expect(said).toMatchObject({ 竞赛: '试赛', 导出人: '赵组织', 用途: '联系获奖者' })
  })

  it.each(tableKinds)('of %s comes out in every form', async kind => {
    site.at(7 * dayMs)
    await finishOverdue(site.rt)
    const [sheet] = await readXlsx(await list({ kind, format: 'xlsx' }))
    const rows: Record<TableKind, number> = {
      winners: 3,
      standings: 3,
      participants: 3,
      organisations: 1,
      answers: 60,
    }
    expect(sheet?.rows[0]?.cells).toHaveLength(columnsOf[kind].length)
    expect(sheet?.rows).toHaveLength(rows[kind] + 1)
  })
})

it('Answers of a warm-up are on no list of answers', async () => {
  site.at(2 * dayMs)
  const warmUp = { opensAt: noon + 2 * dayMs, closesAt: noon + 3 * dayMs }
  const window = { opensAt: noon + 4 * dayMs, closesAt: noon + 5 * dayMs }
  await contestWith(site.rt, { slug: 'warm', ...window, rules: { calendar: { warmUp } } })
  const { who } = await citizen(site.rt, '13800138077')
  for (const day of [2, 4]) {
    site.at(day * dayMs)
    const started = await startAttempt(site.rt, who, 'warm', 'zh')
    if (started.ok) await finishAttempt(site.rt, who, started.value.attempt.id)
  }
  site.at(6 * dayMs)
  const [sheet] = await readXlsx(await list({ kind: 'answers', format: 'xlsx' }, 'warm'))
  expect(sheet?.rows).toHaveLength(20 + 1)
})

describe('Certificates as one PDF', () => {
  const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length
  const printed = (wish: Partial<ExportWish> = {}) => list({ kind: 'certificates', format: 'pdf', ...wish })
  const refused = async (wish: Partial<ExportWish>) => {
    const begun = await beginExport(site.rt, exporter(), 'test', wished(wish))
    return begun.ok ? null : begun.refusal
  }

  beforeEach(() => site.at(8 * dayMs))

  async function issued(): Promise<void> {
    const begun = await issueCertificates(site.rt, zhao.may('contests.write'), 'test', { basis: 'mark', least: 0 })
    const batch = begun.ok ? begun.value.batch : ''
    const done = () => {
      const state = batchOf(site.rt, zhao.may('contests.write'), batch)
      return state.ok && state.value.finished
    }
    await expect.poll(done).toBe(true)
  }

  it('are a page each, in the filter, without those that were revoked', async () => {
    expect(await refused({ kind: 'certificates', format: 'pdf' })).toBe('certificates-none')
    await issued()
    const all = await printed()
    expect([all.subarray(0, 5).toString(), pages(all)]).toEqual(['%PDF-', 3])
    expect(pages(await printed({ filter: { region: 'yuzhong' }, locale: 'en' }))).toBe(3)
    expect(pages(await printed({ filter: { region: 'wushan' } }))).toBeUndefined()
    const listed = await certificatesFor(site.rt, zhao.may('contests.write'), 'test', 1)
    const [first] = listed.ok ? listed.value.certificates : []
    await revoke(site.rt, zhao.may('contests.write'), first?.number ?? '', '成绩取消')
    expect(pages(await printed())).toBe(2)
    expect((await exportsFor(site.rt, exporter(), 'test'))[0]).toMatchObject({ rows: 2, total: 2, format: 'pdf' })
  })

  it('take two people where they bear names in full, and are no table', async () => {
    await issued()
    expect(await begin({ kind: 'certificates', format: 'pdf', masked: false })).toMatchObject({ export: null })
    expect(await refused({ kind: 'certificates', format: 'xlsx' })).toBe('invalid-request')
    expect(await refused({ kind: 'standings', format: 'pdf' })).toBe('invalid-request')
    expect(await refused({ kind: 'certificates', format: 'pdf', reason: '' })).toBe('reason-needed')
  })
})

describe('A list in full', () => {
  it('takes two people, covers what was approved, and is used up', async () => {
    const proposed = await begin({ masked: false })
    expect(proposed.export).toBeNull()
    expect(await begin({ masked: false })).toMatchObject({ export: null, approval: proposed.approval })
    await approve(proposed.approval ?? '')
    expect((await begin({ masked: false, columns: ['name'] })).export).toBeNull()
    expect((await begin({ masked: false })).export).not.toBeNull()
    expect((await begin({ masked: false })).export).toBeNull()
    expect(await actions()).toEqual(expect.arrayContaining(['approval.proposed', 'approval.approved', 'export.made']))
  })

  it('without names and phones is nobody’s data, and needs no second person', async () => {
    expect((await begin({ masked: false, columns: ['rank', 'district', 'score'] })).export).not.toBeNull()
  })

  it('is in the log or does not happen', async () => {
    const before = await actions()
    const { storage } = site.rt
    const faulty = {
      ...site.rt,
      storage: {
        ...storage,
        atomically: <T>(work: (tx: typeof storage.read) => Promise<T>) =>
          storage.atomically(tx =>
            work(
              new Proxy(tx, {
                get: (target, key) =>
                  key === 'insert'
                    ? (table: unknown) => {
                        if (table === auditLog) throw new Error('The log cannot be written')
                        return target.insert(table as typeof auditLog)
                      }
                    : Reflect.get(target, key),
              }),
            ),
          ),
      },
    }
    await expect(beginExport(faulty, exporter(), 'test', wished())).rejects.toThrow('The log cannot be written')
    expect(await exportRecords(site.rt.storage.read, contestId)).toEqual([])
    expect(await actions()).toEqual(before)
  })

  it('lies encrypted on the disk', async () => {
    const id = await made({ masked: false })
    const stored = readFileSync(join(dataDir, 'exports', id))
    expect(stored.includes('张三')).toBe(false)
    expect((await bytesOf(id)).includes('张三')).toBe(true)
    expect(stored).toHaveLength((await bytesOf(id)).length)
  })
})

describe('A download', () => {
  it('goes on from where it broke, at any byte', async () => {
    const id = await made()
    const whole = await bytesOf(id)
    const found = await exportedFile(site.rt, exporter(), id)
    if (!found.ok) throw new Error(found.refusal)
    for (const [from, to] of [
      [0, 0],
      [1, 20],
      [15, 16],
      [16, 40],
      [33, whole.length - 1],
    ] as const)
      expect((await buffer(await found.value.read(from, to))).equals(whole.subarray(from, to + 1))).toBe(true)
  })

  it('is for who made it, for a day, and in the log', async () => {
    const id = await made()
    const other = (await staffWith(site.rt, ['organizer'])).may('standings.export')
    expect(await exportedFile(site.rt, other, id)).toMatchObject({ refusal: 'not-found' })
    expect(await exportOf(site.rt, other, id)).toMatchObject({ refusal: 'not-found' })
    expect(await exportOf(site.rt, exporter(), id)).toMatchObject({ value: { state: 'ready', rows: 3, mine: true } })
    await bytesOf(id)
    expect(await actions()).toContain('export.downloaded')
    site.at(dayMs + 3000)
    await tidyExports(site.rt)
    expect(await exportedFile(site.rt, exporter(), id)).toMatchObject({ refusal: 'export-gone' })
    expect(() => readFileSync(join(dataDir, 'exports', id))).toThrow()
    expect(await exportsFor(site.rt, exporter(), 'test')).toMatchObject([{ state: 'removed' }])
  })
})

describe('An export', () => {
  it('that cannot be written is said to have failed, and is in the log', async () => {
    writeFileSync(join(dataDir, 'exports'), 'a file in the way')
    const { export: id } = await begin()
    expect(await exportOf(site.rt, exporter(), id ?? '')).toMatchObject({ value: { state: 'failed' } })
    expect(await actions()).toContain('export.failed')
  })

  it('is refused without a reason, with foreign columns, and for what is not there', async () => {
    const refusal = async (wish: Partial<ExportWish>, slug = 'test') =>
      beginExport(site.rt, exporter(), slug, wished(wish))
    expect(await refusal({ reason: ' 啊 ' })).toMatchObject({ refusal: 'reason-needed' })
    expect(await refusal({ columns: ['passwordHash'] })).toMatchObject({ refusal: 'columns-unknown' })
    expect(await refusal({ columns: [] })).toMatchObject({ refusal: 'columns-unknown' })
    expect(await refusal({ filter: { region: 'atlantis' } })).toMatchObject({ refusal: 'region-unknown' })
    expect(await refusal({}, 'other')).toMatchObject({ refusal: 'not-found' })
    expect(await refusal({ kind: 'winners' })).toMatchObject({ refusal: 'contest-not-closed' })
    expect(await exportRecords(site.rt.storage.read, contestId)).toEqual([])
  })

  it('of winners has those of the published lists once there is one, with what they have won', async () => {
    site.at(7 * dayMs + 1)
    const [asks, says] = [
      await staffMember(site.rt, 'sun', ['organizer'], 'contests.write'),
      await staffMember(site.rt, 'li', ['organizer'], 'contests.approve'),
    ]
    const list = await settle(site.rt, asks, 'test', 'awards')
    if (!list.ok) throw new Error(list.refusal)
    const [first] = await listsOf(site.rt.storage.read, contestId)
    const [second] = (await winnersOf(site.rt.storage.read, [first?.id ?? 0])).slice(1)
    await site.rt.storage.atomically(tx => endWinners(tx, [second?.winner.id ?? 0], 'objection', 1))
    const columns = ['rank', 'name', 'award', 'prize', 'attempts'] as const
    expect((await csv({ kind: 'winners', columns })).map(row => row[2])).not.toContain('优胜奖')
    await approved(site.rt, says, await proposePublication(site.rt, asks, 'test', list.value))
    const rows = await csv({ kind: 'winners', columns })
    expect(rows[1]).toEqual(['1', '张**', '优胜奖', '荣誉证书', '1'])
    // Two share the second rank; which of them lost the prize to the objection is a matter of their order in the list.
    const [rank, name, ...won] = rows[2] ?? []
    expect([rank, ...won]).toEqual(['2', '优胜奖', '荣誉证书', '1'])
    expect(['欧**', "'=**"]).toContain(name)
    expect(rows.map(row => row[0])).not.toContain('3')
    const issued = await issueCertificates(site.rt, asks, 'test', { basis: 'winners' })
    expect(issued).toMatchObject({ value: { total: 2 } })
  })

  it('of winners has the first n once no paper is open, and whoever shares the last rank', async () => {
    const late = (await citizen(site.rt, '13800138009')).who
    await startAttempt(site.rt, late, 'test', 'zh')
    site.at(7 * dayMs)
    expect(await beginExport(site.rt, exporter(), 'test', wished({ kind: 'winners' }))).toMatchObject({
      refusal: 'contest-not-closed',
    })
    await finishOverdue(site.rt)
    const rows = await csv({ kind: 'winners', columns: ['rank'] })
    expect(rows.slice(1, 4).map(row => row[0])).toEqual(['1', '2', '2'])
  })
})
