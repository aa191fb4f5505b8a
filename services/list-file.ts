/** A list as XLSX (typed cells, a sheet that says what it is) or CSV (UTF-8 with byte order mark, CRLF). */
import { stringify } from 'csv-stringify/sync'
import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node'
import { awardCount } from '#core/contest/size'
import { said } from '#core/locale'
import { safeCell } from '#core/prize/cell'
import type { ContestRow } from '#db/contest'
import { messagesIn } from '#messages/messages'
import type { ExportWish } from './export.ts'

export interface ListRow {
  rank: number
  name: string
  phone: string
  district: string
  organisation: string
  score: number
  /** Time used, to the thousandth. */
  seconds: number
  finishedAt: number
}

export interface Sheets {
  contest: ContestRow
  wish: ExportWish
  rows: ListRow[]
  createdAt: number
  who: string
}

export async function xlsxOf(sheets: Sheets): Promise<Buffer> {
  const text = messagesIn(sheets.wish.locale).staff.list
  const heading = headingsOf(sheets).map(bold)
  const widths = [8, 14, 16, 16, 30, 8, 12, 22].map(width => ({ width }))
  const list: SheetData = [heading, ...sheets.rows.map(row => valuesOf(row).map(typed))]
  const about: SheetData = aboutLines(sheets).map(([label, value]) => [bold(label), typed(value)])
  return writeExcelFile([
    { data: list, sheet: text[sheets.wish.kind], columns: widths, stickyRowsCount: 1 },
    { data: about, sheet: text.about, columns: [{ width: 18 }, { width: 60 }] },
  ]).toBuffer()
}

export function csvOf(sheets: Sheets): Buffer {
  const rows = sheets.rows.map(row => valuesOf(row).map(value => (typeof value === 'string' ? safeCell(value) : value)))
  return Buffer.from(stringify([headingsOf(sheets), ...rows], { bom: true, record_delimiter: 'windows' }))
}

const headingsOf = ({ wish }: Sheets): string[] => {
  const { rank, name, phone, district, organisation, score, seconds, finishedAt } = messagesIn(wish.locale).staff.list
  return [rank, name, phone, district, organisation, score, seconds, finishedAt]
}

const valuesOf = (row: ListRow): (string | number)[] => {
  const { rank, name, phone, district, organisation, score, seconds, finishedAt } = row
  return [rank, name, phone, district, organisation, score, seconds, stamp(finishedAt)]
}

/** Typed cells: text is never taken for a number or a formula. */
const typed = (value: string | number): Cell =>
  typeof value === 'string' ? { type: String, value } : { type: Number, value }
const bold = (value: string): Cell => ({ type: String, value, fontWeight: 'bold' })

/** 2026-04-26 18:05:09 in Shanghai: sorts as text in every program. */
const stamp = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

function aboutLines({ contest, wish, rows, createdAt, who }: Sheets): [string, string][] {
  const text = messagesIn(wish.locale).staff.list
  return [
    [text.contest, said(contest.title, wish.locale)],
    [text.content, wish.kind === 'winners' ? text.firstOf(awardCount(contest.rules)) : text.everybody],
    [text.form, wish.masked ? text.inMaskedForm : text.inFull],
    [text.rows, String(rows.length)],
    [text.period, `${stamp(contest.opensAt)} – ${stamp(contest.closesAt)}`],
    [text.createdAt, stamp(createdAt)],
    [text.zone, 'Asia/Shanghai (UTC+8)'],
    [text.createdBy, who],
    [text.reason, wish.reason.trim()],
  ]
}
