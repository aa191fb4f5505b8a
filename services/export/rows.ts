/** The rows of each list, page by page, as values in the order of the chosen columns. */
import { winnerName } from '#core/account/name'
import { maskedPhone } from '#core/account/phone'
import { awardCount } from '#core/contest/size'
import type { Locale } from '#core/locale'
import type { ExportFilter, ExportKind, TableKind } from '#core/prize/export'
import type { ExportColumn } from '#core/prize/export-columns'
import { type Result, ranked } from '#core/standing/rank'
import type { ContestRow } from '#db/contest'
import * as db from '#db/export-rows'
import { publishedListsOf } from '#db/winner'
import { unitsOf } from '../region.ts'
import type { Runtime } from '../runtime.ts'
import { answerRows } from './answers.ts'
import { inRegion, stamp } from './row.ts'
import { winnerRows } from './winners.ts'

export type Cell = string | number | null
export type Row = Partial<Record<ExportColumn, Cell>>

export interface Wanted {
  kind: ExportKind
  columns: ExportColumn[]
  masked: boolean
  filter: ExportFilter
  locale: Locale
}

/** Small enough that nobody else waits for a page: some 4 ms each, most of it for phones. */
const pageSize = 200

/** Pages of rows; between two of them the server does what others ask. */
export async function* pagesOf(rt: Runtime, contest: ContestRow, wanted: Wanted): AsyncGenerator<Cell[][]> {
  const people = await peopleOf(rt, contest, wanted)
  if (wanted.kind === 'certificates') return
  for await (const rows of sources[wanted.kind](rt, contest, wanted, people)) {
    yield rows.map(row => wanted.columns.map(column => row[column] ?? null))
    await new Promise(resolve => setImmediate(resolve))
  }
}

interface Known {
  name: string | null
  phoneCipher: string | null
}
/** Adds to rows who they are about, as the list may say it; rows that do not know it yet are asked for. */
export type Identify = <
  R extends { accountId: number; region: string | null; organisationId: number | null } & Partial<Known>,
>(
  rows: readonly R[],
) => Promise<(R & { shown: Row })[]>

async function peopleOf(rt: Runtime, contest: ContestRow, { masked, locale, columns }: Wanted): Promise<Identify> {
  const units = await unitsOf(rt, contest.edition)
  const districts = new Map(units.map(unit => [unit.slug, locale === 'zh' ? unit.nameZh : unit.nameEn]))
  const personal = columns.includes('name') || columns.includes('phone')
  const withPhone = columns.includes('phone')
  const names = new Map<number, string>()
  return async rows => {
    const asked = personal ? rows.filter(row => row.phoneCipher === undefined).map(row => row.accountId) : []
    const found = asked.length > 0 ? await db.identitiesOf(rt.storage.read, [...new Set(asked)]) : []
    const identities = new Map<number, Known>(found.map(one => [one.id, one]))
    await learnNames(rt, names, rows)
    return rows.map(row => {
      const known = row.phoneCipher === undefined ? identities.get(row.accountId) : row
      const phone = withPhone && known?.phoneCipher ? rt.secrets.decrypt(known.phoneCipher) : ''
      const name = known?.name ?? ''
      const shown: Row = {
        name: masked && name ? winnerName(name) : name,
        phone: masked && phone ? maskedPhone(phone) : phone,
        district: row.region === null ? '' : (districts.get(row.region) ?? row.region),
        organisation: row.organisationId === null ? '' : (names.get(row.organisationId) ?? ''),
      }
      return { ...row, shown }
    })
  }
}

async function learnNames(rt: Runtime, names: Map<number, string>, rows: readonly { organisationId: number | null }[]) {
  const missing = new Set(rows.flatMap(({ organisationId: id }) => (id === null || names.has(id) ? [] : [id])))
  if (missing.size === 0) return
  if (names.size > 20_000) names.clear()
  for (const { id, name } of await db.organisationNames(rt.storage.read, [...missing])) names.set(id, name)
}

type Source = (rt: Runtime, contest: ContestRow, wanted: Wanted, people: Identify) => AsyncGenerator<Row[]>

/** Certificates are pages, not rows. */
const sources: Record<TableKind, Source> = {
  standings: (rt, contest, wanted, people) => standingRows(rt, contest, wanted, people, Number.POSITIVE_INFINITY),
  winners: winnersOrFirst,
  participants: participantRows,
  organisations: organisationRows,
  answers: answerRows,
}

/** Whom the published lists name; before there is one, who stands first on the board. */
async function* winnersOrFirst(
  rt: Runtime,
  contest: ContestRow,
  wanted: Wanted,
  people: Identify,
): AsyncGenerator<Row[]> {
  const isPublished = (await publishedListsOf(rt.storage.read, contest.id)).length > 0
  if (isPublished) return yield* winnerRows(rt, contest, wanted, people)
  yield* standingRows(rt, contest, wanted, people, awardCount(contest.rules))
}

type Standing = Awaited<ReturnType<typeof db.standingsBehind>>[number]
type Ranked = Standing & { rank: number }

async function* standingRows(
  rt: Runtime,
  contest: ContestRow,
  { filter }: Wanted,
  people: Identify,
  lastRank: number,
): AsyncGenerator<Row[]> {
  let after: Buffer | null = null
  let before = 0
  let previous: (Result & { rank: number }) | null = null
  for (;;) {
    const page: Standing[] = await db.standingsBehind(rt.storage.read, contest.id, after, pageSize)
    const rows: Ranked[] = ranked(page, contest.rules.ties, before, previous)
    const won = rows.filter(row => row.rank <= lastRank)
    yield (await people(won.filter(inRegion(filter)))).map(
      ({ shown, rank, score, correct, attempts, durationMs, finishedAt }) => ({
        ...shown,
        ...{ rank, score, correct, attempts, seconds: durationMs / 1000, finishedAt: stamp(finishedAt) },
      }),
    )
    previous = rows.at(-1) ?? null
    after = page.at(-1)?.orderKey ?? null
    before += page.length
    if (page.length < pageSize || won.length < rows.length) return
  }
}

async function* participantRows(
  rt: Runtime,
  contest: ContestRow,
  { filter }: Wanted,
  people: Identify,
): AsyncGenerator<Row[]> {
  let after = 0
  for (;;) {
    const page = await db.participantsAfter(rt.storage.read, contest.id, after, pageSize)
    yield (await people(page.filter(inRegion(filter)))).map(({ shown, attempts, finished, firstStartedAt }) => ({
      ...shown,
      ...{ attempts, finished, firstStartedAt: firstStartedAt === null ? null : stamp(firstStartedAt) },
    }))
    after = page.at(-1)?.accountId ?? after
    if (page.length < pageSize) return
  }
}

async function* organisationRows(rt: Runtime, contest: ContestRow): AsyncGenerator<Row[]> {
  const all = await db.organisationTotals(rt.storage.read, contest.id)
  yield all.map(row => ({ ...row, meanScore: Math.round((row.totalScore / row.participants) * 100) / 100 }))
}
