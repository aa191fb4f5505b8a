/** Lists of a contest as files: who may, with a second person where people are shown in full, and always in the log. */
import type { Allowed } from '#core/account/roles'
import { phaseAt } from '#core/contest/phase'
import type { Locale } from '#core/locale'
import { type ExportFilter, type ExportFormat, type ExportKind, isFormatOf } from '#core/prize/export'
import { chosenColumns, type ExportColumn, isFull } from '#core/prize/export-columns'
import { no, type Outcome, yes } from '#core/refusal'
import { type ContestRow, contestBySlug } from '#db/contest'
import { attemptCounts } from '#db/contest-setup'
import * as db from '#db/export'
import type { Db } from '#db/storage'
import { propose, takeApproval } from './approval.ts'
import { record } from './audit.ts'
import { boardState } from './board-state.ts'
import { listsBoard, runExport } from './export-job.ts'
import { unitsOf } from './region.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

export interface ExportWish {
  kind: ExportKind
  format: ExportFormat
  /** 张** and 138****1234, as lists are published. */
  masked: boolean
  columns: readonly string[]
  filter: ExportFilter
  reason: string
  locale: Locale
  /** Under which the site was asked: codes on certificates lead there. */
  origin: string
}

type Exporter = Allowed<'standings.export'>
/** The export that has begun, or the proposal that now waits for a second person. */
export type Begun = { export: string; approval: null } | { export: null; approval: string }

/**
 * Begins an export; `done` ends with the file (or its failure). A list that shows people in full is proposed to a
 * second person the first time it is asked for, and begins when it is asked for again after their yes.
 * @returns refusals: not-found, columns-unknown, invalid-request (format), reason-needed, certificates-none, contest-not-closed (winners, while papers may come in),
 *   boards-not-revealed (winners, while boards stand still; lists of boards, in the moment of their reveal)
 */
export async function beginExport(
  rt: Runtime,
  allowed: Exporter,
  slug: string,
  wish: ExportWish,
): Promise<Outcome<Begun & { done: Promise<void> }>> {
  const contest = await contestBySlug(rt.storage.read, slug)
  if (!contest || contest.publishedAt === null) return no('not-found')
  const columns = chosenColumns(wish.kind, wish.columns)
  if (!columns) return no('columns-unknown', { where: 'columns' })
  if (!isFormatOf(wish.kind, wish.format)) return no('invalid-request', { where: 'format' })
  if ([...wish.reason.trim()].length < 4) return no('reason-needed', { where: 'reason' })
  if (!(await isRegion(rt, contest, wish.filter.region))) return no('region-unknown', { where: 'region' })
  if (wish.kind === 'winners' && !(await isFinal(rt, contest))) return no('contest-not-closed')
  if (!(await isWhole(rt, contest, wish.kind))) return no('boards-not-revealed')
  const total = await db.countRows(rt.storage.sweep, contest.id, wish.kind)
  if (wish.kind === 'certificates' && total === 0) return no('certificates-none')
  const begun = await rt.storage.atomically(tx => begin(rt, tx, allowed, contest, { ...wish, columns }, total))
  const done = begun.export === null ? Promise.resolve() : runExport(rt, begun.export, wish.origin)
  return yes({ ...begun, done })
}

type Chosen = ExportWish & { columns: ExportColumn[] }

/** One unit: the row, the approval that is used up, and the line in the log; or nothing. */
async function begin(
  rt: Runtime,
  tx: Db,
  allowed: Exporter,
  contest: ContestRow,
  wish: Chosen,
  total: number,
): Promise<Begun> {
  const { kind, format, masked, columns, filter, locale } = wish
  const subject = `contest:${contest.slug}`
  const reason = wish.reason.trim()
  const full = isFull(masked, columns)
  const payload = { slug: contest.slug, kind, format, columns, filter }
  const approved = full ? await takeApproval(rt, tx, allowed, { kind: 'full-export', subject, payload }) : null
  if (approved && !approved.ok)
    return { export: null, approval: await propose(rt, tx, allowed, { kind: 'full-export', subject, payload, reason }) }
  const id = publicId()
  const now = rt.clock.now()
  await db.insertExport(tx, {
    ...{ publicId: id, contestId: contest.id, kind, format, masked, reason, columns, filter, locale },
    ...{ rows: 0, total, createdBy: allowed.id, createdAt: now },
  })
  const detail = { export: id, kind, format, masked, full, columns: columns.join(' '), region: filter.region, total }
  const more: Record<string, string | number | null> = approved?.ok
    ? { approval: approved.value.publicId, approvedBy: approved.value.decidedBy }
    : {}
  await record(tx, { at: now, actor: allowed, action: 'export.made', subject, detail: { ...detail, ...more }, reason })
  return { export: id, approval: null }
}

async function isRegion(rt: Runtime, contest: ContestRow, region: string | null): Promise<boolean> {
  return region === null || (await unitsOf(rt, contest.edition)).some(unit => unit.slug === region)
}

/** After the close, once the server has finished the papers that were still open. */
async function isFinal(rt: Runtime, contest: ContestRow): Promise<boolean> {
  if (phaseAt(contest, rt.clock.now()) !== 'closed') return false
  const { started, finished } = await attemptCounts(rt.storage.read, contest.id)
  return started === finished
}

/** Boards that stand still are listed as of their freeze; but winners by half of the results would be wrong ones. */
async function isWhole(rt: Runtime, contest: ContestRow, kind: ExportKind): Promise<boolean> {
  if (!(await listsBoard(rt, contest, kind))) return true
  const { frozenSince, revealing } = await boardState(rt, contest)
  return !revealing && (kind !== 'winners' || frozenSince === null)
}
