/** Standings and winner lists as files. Each one is recorded before its first byte goes out. */
import { winnerName } from '#core/account/name'
import { maskedPhone } from '#core/account/phone'
import type { Allowed } from '#core/account/roles'
import { phaseAt } from '#core/contest/phase'
import { awardCount } from '#core/contest/size'
import type { Locale } from '#core/locale'
import type { ExportKind } from '#core/prize/export'
import { firstOf } from '#core/prize/winners'
import { no, type Outcome, yes } from '#core/refusal'
import { ranked } from '#core/standing/rank'
import { accountById } from '#db/account'
import { type ContestRow, contestBySlug } from '#db/contest'
import { attemptCounts } from '#db/contest-setup'
import { exportRecords, identitiesIn, insertExport } from '#db/export'
import { everybodyInOrder } from '#db/standing-all'
import { csvOf, type ListRow, type Sheets, xlsxOf } from './list-file.ts'
import { unitsOf } from './region.ts'
import type { Runtime } from './runtime.ts'

export interface ExportWish {
  kind: 'standings' | 'winners'
  format: 'xlsx' | 'csv'
  /** 张** and 138****1234, as lists are published. */
  masked: boolean
  reason: string
  locale: Locale
}

export interface ExportFile {
  name: string
  type: string
  bytes: Buffer
}

/**
 * The standings, or the first n of the final ones as winners, with phone, district and organisation.
 * @returns refusals: not-found, reason-needed, contest-not-closed (winners, while papers may still come in)
 */
export async function exportList(
  rt: Runtime,
  allowed: Allowed<'standings.export'>,
  slug: string,
  wish: ExportWish,
): Promise<Outcome<ExportFile>> {
  const contest = await contestBySlug(rt.storage.read, slug)
  if (!contest || contest.publishedAt === null) return no('not-found')
  if ([...wish.reason.trim()].length < 4) return no('reason-needed', { where: 'reason' })
  if (wish.kind === 'winners' && !(await isFinal(rt, contest))) return no('contest-not-closed')
  const createdAt = rt.clock.now()
  const rows = await rowsOf(rt, contest, wish)
  const who = await accountById(rt.storage.read, allowed.id)
  const sheets: Sheets = { contest, wish, rows, createdAt, who: who?.name ?? who?.login ?? '' }
  const bytes = wish.format === 'xlsx' ? await xlsxOf(sheets) : csvOf(sheets)
  const { kind, format, masked, reason } = wish
  await rt.storage.atomically(tx =>
    insertExport(tx, {
      contestId: contest.id,
      kind,
      format,
      masked,
      reason: reason.trim(),
      rows: rows.length,
      createdBy: allowed.id,
      createdAt,
    }),
  )
  return yes({ name: `${slug}-${kind}${masked ? '-masked' : ''}.${format}`, type: mediaTypes[format], bytes })
}

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** After the close, once the server has finished the papers that were still open. */
async function isFinal(rt: Runtime, contest: ContestRow): Promise<boolean> {
  if (phaseAt(contest, rt.clock.now()) !== 'closed') return false
  const { started, finished } = await attemptCounts(rt.storage.read, contest.id)
  return started === finished
}

async function rowsOf(rt: Runtime, contest: ContestRow, wish: ExportWish): Promise<ListRow[]> {
  const { ties } = contest.rules
  const standings = ranked(await everybodyInOrder(rt.storage.read, contest.id), ties)
  const wanted = wish.kind === 'winners' ? firstOf(standings, awardCount(contest.rules)) : standings
  const identities = await identitiesIn(rt.storage.read, contest.id)
  const names = new Map(
    (await unitsOf(rt, contest.edition)).map(unit => [unit.slug, wish.locale === 'zh' ? unit.nameZh : unit.nameEn]),
  )
  return wanted.map(({ rank, accountId, region, score, durationMs, finishedAt }) => {
    const identity = identities.get(accountId)
    const phone = identity?.phoneCipher ? rt.secrets.decrypt(identity.phoneCipher) : ''
    const name = identity?.name ?? ''
    return {
      rank,
      name: wish.masked && name ? winnerName(name) : name,
      phone: wish.masked && phone ? maskedPhone(phone) : phone,
      district: region === null ? '' : (names.get(region) ?? region),
      organisation: identity?.organisation ?? '',
      score,
      seconds: durationMs / 1000,
      finishedAt,
    }
  })
}

export interface ExportRecord {
  at: number
  who: string
  kind: ExportKind
  format: 'xlsx' | 'csv'
  masked: boolean
  reason: string
  rows: number
}

/** What was exported of a contest, the newest first. @returns none for a contest that does not exist */
export async function exportsFor(
  rt: Runtime,
  _allowed: Allowed<'standings.export'>,
  slug: string,
): Promise<ExportRecord[]> {
  const contest = await contestBySlug(rt.storage.read, slug)
  return contest
    ? (await exportRecords(rt.storage.read, contest.id)).map(({ createdAt: at, ...row }) => ({ ...row, at }))
    : []
}
