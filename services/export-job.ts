/** The work of an export: rows into a file, its progress, its removal. */
import type { Readable } from 'node:stream'
import type { Allowed } from '#core/account/roles'
import { awardCount } from '#core/contest/size'
import { said } from '#core/locale'
import type { ExportKind } from '#core/prize/export'
import type { ExportColumn } from '#core/prize/export-columns'
import { no, type Outcome, yes } from '#core/refusal'
import { accountById } from '#db/account'
import { type ContestRow, contestById } from '#db/contest'
import * as db from '#db/export'
import { publishedListsOf } from '#db/winner'
import { messagesIn } from '#messages/messages'
import { record } from './audit.ts'
import { boardState } from './board-state.ts'
import { certificatesIn, writeCertificates } from './export/certificates.ts'
import { writeCsv } from './export/csv.ts'
import { readFile, removeFile, writeFile } from './export/file.ts'
import { stamp } from './export/row.ts'
import { pagesOf, type Wanted } from './export/rows.ts'
import { type Book, writeXlsx } from './export/xlsx.ts'
import { unitsOf } from './region.ts'
import type { Runtime } from './runtime.ts'

/** A day to fetch it, then it is gone. */
const fileLife = 24 * 3_600_000

/**
 * Writes the file of an export that was recorded. Never throws: a failure is noted in the row and in the log.
 * @param origin under which the site was asked
 */
export async function runExport(rt: Runtime, id: string, origin: string): Promise<void> {
  const row = await db.exportRecord(rt.storage.read, id)
  const contest = row && (await contestById(rt.storage.read, row.contestId))
  if (!row || !contest) return
  const progress = `export ${id}`
  rt.memory.set(progress, 0)
  try {
    const { kind, masked, format, locale, filter, columns } = row
    const wanted: Wanted = {
      ...{ kind, masked, locale: locale ?? 'zh', filter: filter ?? { region: null } },
      columns: (columns ?? []) as ExportColumn[],
    }
    const written = { rows: 0 }
    const count = <T>(pages: AsyncIterable<T[]>) => counted(rt, progress, written, pages)
    const bytes = await writeFile(rt, id, async out => {
      if (format === 'pdf') {
        const title = `${said(contest.title, wanted.locale)} · ${messagesIn(wanted.locale).certificate.title}`
        const sheets = certificatesIn(sweeping(rt), contest, wanted, origin)
        return writeCertificates(out, { title, locale: wanted.locale }, count(sheets))
      }
      const write = format === 'xlsx' ? writeXlsx : writeCsv
      await write(out, await bookOf(rt, contest, row, wanted), count(pagesOf(sweeping(rt), contest, wanted)))
    })
    const finishedAt = rt.clock.now()
    await rt.storage.atomically(tx =>
      db.noteExport(tx, id, { rows: written.rows, bytes, finishedAt, expiresAt: finishedAt + fileLife }),
    )
  } catch (error) {
    rt.log.error({ export: id, error }, 'an export failed')
    await failExport(rt, id, contest.slug)
  } finally {
    rt.memory.delete(progress)
  }
}

/** Some hundred thousand people are read once: kept in reach, they would stay in memory for nothing. */
const sweeping = (rt: Runtime): Runtime => ({ ...rt, storage: { ...rt.storage, read: rt.storage.sweep } })

async function* counted<T>(rt: Runtime, progress: string, written: { rows: number }, pages: AsyncIterable<T[]>) {
  for await (const rows of pages) {
    yield rows
    written.rows += rows.length
    rt.memory.set(progress, written.rows)
  }
}

async function failExport(rt: Runtime, id: string, slug: string): Promise<void> {
  await removeFile(rt, id).catch((error: unknown) => rt.log.error({ export: id, error }, 'a part of an export stays'))
  const at = rt.clock.now()
  await rt.storage.atomically(async tx => {
    await db.noteExport(tx, id, { failedAt: at })
    const detail = { export: id }
    await record(tx, { at, actor: null, action: 'export.failed', subject: `contest:${slug}`, detail })
  })
}

/** Whether a list is made of the board: that of winners is until one is published. */
export async function listsBoard(rt: Runtime, contest: ContestRow, kind: ExportKind): Promise<boolean> {
  if (kind === 'winners') return (await publishedListsOf(rt.storage.read, contest.id)).length === 0
  return kind === 'standings' || kind === 'organisations'
}

async function bookOf(rt: Runtime, contest: ContestRow, row: db.ExportRecord, wanted: Wanted): Promise<Book> {
  const { list } = messagesIn(wanted.locale).staff
  const { kind, column } = messagesIn(wanted.locale).exports
  const who = await accountById(rt.storage.read, row.createdBy)
  const unit = (await unitsOf(rt, contest.edition)).find(one => one.slug === wanted.filter.region)
  const isBoard = await listsBoard(rt, contest, wanted.kind)
  const isFirst = isBoard && wanted.kind === 'winners'
  const { frozenSince } = await boardState(rt, contest)
  const district = wanted.locale === 'zh' ? unit?.nameZh : unit?.nameEn
  return {
    sheet: kind[wanted.kind],
    headings: wanted.columns.map(name => column[name]),
    about: {
      sheet: list.about,
      lines: [
        [list.contest, said(contest.title, wanted.locale)],
        [list.content, isFirst ? list.firstOf(awardCount(contest.rules)) : kind[wanted.kind]],
        [list.filter, district ?? list.everyDistrict],
        [list.form, wanted.masked ? list.inMaskedForm : list.inFull],
        [list.period, `${stamp(contest.opensAt)} – ${stamp(contest.closesAt)}`],
        [list.createdAt, stamp(row.createdAt)],
        ...(isBoard && frozenSince !== null ? [[list.asOf, list.frozen(stamp(frozenSince))] as [string, string]] : []),
        [list.zone, 'Asia/Shanghai (UTC+8)'],
        [list.createdBy, who?.name ?? who?.login ?? ''],
        [list.reason, row.reason],
        [list.export, row.publicId ?? ''],
      ],
    },
  }
}

export interface ExportedFile {
  id: string
  name: string
  type: string
  bytes: number
  /** Plain bytes from one place to another, both included; in the log before the first of them. */
  read(from: number, to: number): Promise<Readable>
}

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
}

/** The file of an export of one’s own. @returns refusals: not-found, export-gone */
export async function exportedFile(
  rt: Runtime,
  allowed: Allowed<'standings.export'>,
  id: string,
): Promise<Outcome<ExportedFile>> {
  const row = await db.exportRecord(rt.storage.read, id)
  if (!row || row.createdBy !== allowed.id) return no('not-found')
  const contest = await contestById(rt.storage.read, row.contestId)
  const { bytes, kind, format, masked, finishedAt, removedAt } = row
  if (!contest || bytes === null || finishedAt === null || removedAt !== null) return no('export-gone')
  const name = `${contest.slug}-${kind}${masked ? '-masked' : ''}.${format}`
  const read = async (from: number, to: number): Promise<Readable> => {
    const [at, subject] = [rt.clock.now(), `contest:${contest.slug}`]
    const fetched = { at, actor: allowed, subject, detail: { export: id, from } }
    await rt.storage.atomically(tx => record(tx, { ...fetched, action: 'export.downloaded' }))
    return readFile(rt, id, from, to)
  }
  return yes({ id, name, type: mediaTypes[format], bytes, read })
}

/** Removes files whose day is over, and gives up what an earlier process left half done. */
export async function tidyExports(rt: Runtime): Promise<void> {
  const now = rt.clock.now()
  for (const { publicId, finishedAt, slug } of await db.exportsToTidy(rt.storage.read, now)) {
    if (publicId === null || rt.memory.has(`export ${publicId}`)) continue
    if (finishedAt === null) await failExport(rt, publicId, slug)
    else {
      await removeFile(rt, publicId)
      await rt.storage.atomically(tx => db.noteExport(tx, publicId, { removedAt: now }))
    }
  }
}
