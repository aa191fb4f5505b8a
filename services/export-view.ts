/** Exports as staff see them: what was made, how far it is, what may be asked for. */
import type { Allowed } from '#core/account/roles'
import { phaseAt } from '#core/contest/phase'
import type { ExportFormat, ExportKind } from '#core/prize/export'
import { no, type Outcome, yes } from '#core/refusal'
import { contestBySlug } from '#db/contest'
import * as db from '#db/export'
import { unitsOf } from './region.ts'
import type { Runtime } from './runtime.ts'

type Exporter = Allowed<'standings.export'>

export interface ExportLine {
  id: string | null
  at: number
  who: string
  kind: ExportKind
  format: ExportFormat
  masked: boolean
  reason: string
  rows: number
  total: number | null
  bytes: number | null
  state: ExportState
  expiresAt: number | null
  /** Only who made it may fetch it. */
  mine: boolean
}
export type ExportState = 'working' | 'ready' | 'failed' | 'removed'

/** What was exported of a contest, the newest first. @returns none for a contest that does not exist */
export async function exportsFor(rt: Runtime, allowed: Exporter, slug: string): Promise<ExportLine[]> {
  const contest = await contestBySlug(rt.storage.read, slug)
  return contest ? (await db.exportRecords(rt.storage.read, contest.id)).map(row => lineOf(rt, allowed, row)) : []
}

/** One export of one's own. @returns refusals: not-found */
export async function exportOf(rt: Runtime, allowed: Exporter, id: string): Promise<Outcome<ExportLine>> {
  const row = await db.exportRecord(rt.storage.read, id)
  return row && row.createdBy === allowed.id ? yes(lineOf(rt, allowed, row)) : no('not-found')
}

function lineOf(rt: Runtime, allowed: Exporter, row: db.ExportRecord): ExportLine {
  const { publicId: id, createdAt: at, who, kind, format, masked, reason, total, bytes, expiresAt } = row
  const written = (rt.memory.get(`export ${id}`) as number | undefined) ?? row.rows
  const state = exportStateOf(row)
  return {
    ...{ id, at, who, kind, format, masked, reason, total, bytes, expiresAt, state },
    ...{ rows: state === 'working' ? written : row.rows, mine: row.createdBy === allowed.id },
  }
}

function exportStateOf(row: db.ExportRecord): ExportState {
  if (row.failedAt !== null) return 'failed'
  if (row.removedAt !== null || row.publicId === null) return 'removed'
  return row.finishedAt === null ? 'working' : 'ready'
}

/** What the page needs to offer lists. @returns refusals: not-found (drafts too) */
export async function contestForExport(rt: Runtime, _allowed: Exporter, slug: string) {
  const contest = await contestBySlug(rt.storage.read, slug)
  if (!contest || contest.publishedAt === null) return no('not-found')
  const closed = phaseAt(contest, rt.clock.now()) === 'closed'
  return yes({ closed, regions: await unitsOf(rt, contest.edition) })
}
