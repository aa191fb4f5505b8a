/** Every list of a contest, in both forms and both formats, as LibreOffice Calc opens it: one run of the program for each format. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayMs } from '#core/day'
import { type TableKind, tableKinds } from '#core/prize/export'
import { columnsOf } from '#core/prize/export-columns'
import { setName } from '#db/account'
import { chooseRegion } from '#services/account'
import { decide } from '#services/approval-decide'
import { finishAttempt, startAttempt } from '#services/attempt'
import { beginExport, type ExportWish } from '#services/export'
import { exportedFile } from '#services/export-job'
import { sessionOf } from '#services/session'
import { citizen, contestWith, openTestSite, type TestSite } from '#services/testing'
import { staffWith, type TestStaff } from '#services/testing-staff'
import { hasOffice } from './office.fixture.ts'

/** Names and organisations that a program would run, count with, or cut: each as it must be read again. */
const people = [
  ['=1+1', '0012345'],
  ['+86', '500101199003070012'],
  ['-2+3', '50010119900307001X'],
  ['@SUM(A1)', '=2+3'],
  ['＝1+1', '1e5'],
  ['＋86', '3-4'],
  ['－2', '2026/1/2'],
  ['＠SUM(A1)', '123'],
  ['阿卜杜热合曼·买买提明·艾合买提江·吐尔逊江·阿布都克里木江古丽', '"引号",逗号'],
  ['007', 'TRUE'],
] as const
const phoneOf = (at: number): string => `1380013${8001 + at}`
const forms = [true, false].flatMap(masked => (['xlsx', 'csv'] as const).map(format => ({ masked, format })))
const named = (kind: TableKind, masked: boolean, format: string) => `${kind}-${masked ? 'masked' : 'full'}-${format}`

describe.skipIf(!hasOffice('lists are not opened in it'))('LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ip-contest-lists-'))
  const opened = new Map<string, Sheet[]>()
  let site: TestSite
  let zhao: TestStaff
  let qian: TestStaff

  beforeAll(async () => {
    site = await openTestSite({ DATA_DIR: folder })
    zhao = await staffWith(site.rt, ['organizer'], { name: '赵组织' })
    qian = await staffWith(site.rt, ['auditor'], { name: '钱审计' })
    await heldContest(site)
    mkdirSync(join(folder, 'lists'))
    const files: string[] = []
    for (const kind of tableKinds)
      for (const { masked, format } of forms) {
        const file = join(folder, 'lists', `${named(kind, masked, format)}.${format}`)
        writeFileSync(file, await listed(site, [zhao, qian], { kind, masked, format }))
        files.push(file)
      }
    for (const format of ['xlsx', 'csv'] as const)
      openAll(
        folder,
        format,
        files.filter(file => file.endsWith(format)),
      )
    for (const file of files) {
      const name = file.slice(file.lastIndexOf('/') + 1, file.lastIndexOf('.'))
      opened.set(name, sheetsOf(readFileSync(join(folder, 'out', `${name}.fods`), 'utf8')))
    }
  }, 240_000)
  afterAll(async () => {
    await site?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const sheets = (kind: TableKind, masked: boolean, format: string) => opened.get(named(kind, masked, format)) ?? []
  const all = tableKinds.flatMap(kind => forms.map(({ masked, format }) => [kind, masked, format] as const))

  it.each(all)('opens %s (masked: %s) as %s: no formula, what people wrote is text', (kind, masked, format) => {
    const [list] = sheets(kind, masked, format)
    const rows = list?.rows.slice(0, sizes[kind] + 1) ?? []
    expect(rows).toHaveLength(sizes[kind] + 1)
    expect(rows[0]).toHaveLength(columnsOf[kind].length)
    expect(rows.filter(row => row.length > columnsOf[kind].length)).toEqual([])
    expect(
      sheets(kind, masked, format)
        .flatMap(sheet => sheet.rows.flat())
        .filter(cell => cell.formula),
    ).toEqual([])
    const columns: readonly string[] = columnsOf[kind]
    for (const name of ['name', 'phone', 'organisation'].filter(one => columns.includes(one)))
      expect(new Set(rows.map(row => row[columns.indexOf(name)]?.type))).toEqual(new Set(['string']))
  })

  it.each(tableKinds)('reads %s from a workbook as from a CSV', kind => {
    for (const masked of [true, false]) {
      const [workbook, text] = ['xlsx', 'csv'].map(format =>
        sheets(kind, masked, format)[0]
          ?.rows.slice(0, sizes[kind] + 1)
          .map(row => row.map(cell => plain(cell.text))),
      )
      expect(text).toEqual(workbook)
    }
  })

  it.each(['standings', 'participants', 'winners', 'answers'] as const)('reads people in %s whole, or masked', kind => {
    const columns: readonly string[] = columnsOf[kind]
    const places = ['name', 'phone', 'organisation'].map(name => columns.indexOf(name))
    const seen = (masked: boolean) =>
      new Set(
        sheets(kind, masked, 'xlsx')[0]
          ?.rows.slice(1)
          .map(row => places.map(at => row[at]?.text).join(' ')),
      )
    expect(seen(false)).toEqual(new Set(people.map(([name, unit], at) => `${name} ${phoneOf(at)} ${unit}`)))
    const masked = people.map(([name, unit], at) => `${[...name][0]}** 138****${8001 + at} ${unit}`)
    expect(seen(true)).toEqual(new Set(masked))
  })

  it('reads every organisation as it is written', () => {
    const names = sheets('organisations', false, 'xlsx')[0]
      ?.rows.slice(1)
      .map(row => row[0]?.text)
    expect(new Set(names)).toEqual(new Set(people.map(([, unit]) => unit)))
  })

  it.each(all)('finds in %s (masked: %s) as %s what it is: contest, filter, time, who, why', (kind, masked, format) => {
    const [list, about] = sheets(kind, masked, format)
    const lines = format === 'xlsx' ? about?.rows : list?.rows.slice(sizes[kind] + 2)
    const said = Object.fromEntries(lines?.map(row => [row[0]?.text, row[1]?.text]) ?? [])
    expect(said).toMatchObject({ 竞赛: '试赛', 筛选: '全部区县', 导出人: '赵组织', 用途: '联系获奖者' })
    expect(said.形式).toMatch(masked ? /^公示形式/ : /^完整姓名和手机号/)
    expect(said.导出时间).toMatch(/^2026-11-29 12:00/)
  })
})

const sizes: Record<TableKind, number> = {
  ...{ winners: people.length, standings: people.length, participants: people.length },
  ...{ organisations: people.length, answers: people.length * 20 },
}

/** A contest that everybody has finished, closed when it is listed. */
async function heldContest({ rt, at }: TestSite): Promise<void> {
  await contestWith(rt)
  for (const [i, [name, organisation]] of people.entries()) {
    at(i * 61_000)
    const { who: stranger, token } = await citizen(rt, phoneOf(i), null)
    await rt.storage.atomically(tx => setName(tx, stranger.account.id, name, true))
    const chosen = await chooseRegion(rt, stranger.account.id, { region: 'yuzhong', organisation })
    if (!chosen.ok) throw new Error(`${organisation}: ${chosen.refusal}`)
    const who = (await sessionOf(rt, token)) ?? stranger
    const started = await startAttempt(rt, who, 'test', 'zh')
    if (!started.ok) throw new Error(started.refusal)
    await finishAttempt(rt, who, started.value.attempt.id)
  }
  at(7 * dayMs + 1)
}

/** One list as a file, in full after the yes of the second. */
async function listed(
  { rt }: TestSite,
  [first, second]: [TestStaff, TestStaff],
  { kind, ...form }: Pick<ExportWish, 'kind' | 'masked' | 'format'>,
): Promise<Buffer> {
  const asked = { filter: { region: null }, reason: '联系获奖者', locale: 'zh' as const, origin: '' }
  const begin = async () => {
    const begun = await beginExport(rt, first.may('standings.export'), 'test', {
      ...{ ...asked, ...form, kind, columns: columnsOf[kind] },
    })
    if (!begun.ok) throw new Error(begun.refusal)
    await begun.value.done
    return begun.value
  }
  const asking = await begin()
  if (asking.approval !== null)
    await decide(rt, second.may('exports.approve'), asking.approval, { approve: true, note: '' })
  const id = asking.export ?? (await begin()).export ?? ''
  const found = await exportedFile(rt, first.may('standings.export'), id)
  if (!found.ok) throw new Error(found.refusal)
  return buffer(await found.value.read(0, found.value.bytes - 1))
}

/** A CSV in UTF-8 with commas, where everything that looks like a number, a date or a formula is taken for one. */
const reading = { xlsx: [], csv: ['--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true'] }

/** Opened by Calc, and saved as the format that says what each cell is. */
function openAll(folder: string, format: keyof typeof reading, files: string[]): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const how = ['--headless', ...reading[format], '--convert-to', 'fods', '--outdir', join(folder, 'out')]
  execFileSync('soffice', [profile, ...how, ...files], { stdio: 'ignore', timeout: 100_000 })
}

interface ReadCell {
  /** Of OpenDocument: string, float, date, boolean …; empty for a cell with nothing in it. */
  type: string
  text: string
  formula: string
}
interface Sheet {
  rows: ReadCell[][]
}

/** The cells of a flat OpenDocument spreadsheet up to the last that holds something; empty rows stay. */
function sheetsOf(xml: string): Sheet[] {
  const sheets: Sheet[] = []
  let cell: (ReadCell & { times: number; day: string | null }) | null = null
  let rowTimes = 1
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const rows = sheets.at(-1)?.rows
    if (name === 'table:table') sheets.push({ rows: [] })
    if (name === 'table:table-row') {
      rowTimes = Number(attributes['table:number-rows-repeated'] ?? 1)
      rows?.push([])
    }
    if (name === 'table:table-cell') {
      const type = attributes['office:value-type'] ?? ''
      const times = Number(attributes['table:number-columns-repeated'] ?? 1)
      const day = attributes['office:date-value'] ?? null
      cell = { type, text: '', formula: attributes['table:formula'] ?? '', times, day }
    }
    if (name === 'text:tab' && cell) cell.text += '\t'
    if (name === 'text:s' && cell) cell.text += ' '.repeat(Number(attributes['text:c'] ?? 1))
  })
  parser.on('text', text => {
    if (cell) cell.text += text.replace(/\n\s*/g, '')
  })
  parser.on('closetag', ({ name }) => {
    const rows = sheets.at(-1)?.rows
    if (name === 'table:table-cell' && cell) {
      const { times, day, ...written } = cell
      const read = day ? { ...written, text: day.replace('T', ' ') } : written
      rows?.at(-1)?.push(...Array.from({ length: read.type === '' ? Math.min(times, 20) : times }, () => read))
      cell = null
    }
    if (name === 'table:table-row') {
      const row = rows?.at(-1) ?? []
      while (row.at(-1)?.type === '') row.pop()
      for (let more = 1; more < Math.min(rowTimes, 5); more++) rows?.push([...row])
    }
  })
  parser.write(xml).close()
  return sheets
}

/** Without the sign that keeps it text in a CSV. */
const plain = (text: string): string => text.replace(/^['\t]/, '')
