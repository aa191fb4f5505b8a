/** Boards: people, districts and counties, organisations. */
import { z } from 'zod'
import { boardName } from '#core/account/name'
import type { Locale } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import { fewestForMean, meanOf, rankedBy, rateOf } from '#core/standing/group'
import { ranked } from '#core/standing/rank'
import type { WireGroupRow, WirePersonRow, WireStandings } from '#core/wire'
import { accountById } from '#db/account'
import type { ContestRow } from '#db/contest'
import * as db from '#db/standing'
import { publishedRow } from './contest.ts'
import { forAMoment } from './memory.ts'
import { unitNamed, unitsOf } from './region.ts'
import type { Runtime } from './runtime.ts'

export interface StandingsQuery {
  slug: string
  by: 'person' | 'region' | 'organisation'
  /** People of one district or county only. */
  region: string | null
  limit: number
  /** `next` of the page before. */
  after: string | null
  /** Whose own row comes along. */
  accountId: number | null
  locale: Locale
}

/** Rows are shared by all who ask within a second; one's own row is read anew. */
const keptFor = 1000

/** @returns refusals: not-found, region-unknown, invalid-request (an `after` that is not ours) */
export async function standingsOf(rt: Runtime, query: StandingsQuery): Promise<Outcome<WireStandings>> {
  const contest = await forAMoment(rt, `contest ${query.slug}`, keptFor, () => publishedRow(rt, query.slug))
  if (!contest) return no('not-found')
  const region = query.region === null ? null : await unitNamed(rt, contest.edition, query.region)
  if (query.region !== null && !region) return no('region-unknown')
  const after = query.after === null ? null : placeFrom(rt, query.after)
  if (query.after !== null && !after) return no('invalid-request')
  const slug = region?.slug ?? null
  const board = await forAMoment(
    rt,
    `board ${contest.id} ${query.by} ${slug} ${query.limit} ${query.after} ${query.locale}`,
    keptFor,
    () => boardOf(rt, contest, { ...query, region: slug }, after),
  )
  const me = query.accountId === null ? null : await ownRow(rt, contest, slug, query.accountId, query.locale)
  return yes({ ...board, me })
}

type Board = Omit<WireStandings, 'me'>

async function boardOf(rt: Runtime, contest: ContestRow, query: StandingsQuery, after: Place | null): Promise<Board> {
  const head = {
    by: query.by,
    region: query.region,
    participants: await peopleIn(rt, contest.id, query.region),
    asOf: rt.clock.now(),
  }
  switch (query.by) {
    case 'person':
      return { ...head, ...(await people(rt, contest, query, after)) }
    case 'region':
      return { ...head, rows: await regionRows(rt, contest, query.locale), next: null }
    case 'organisation':
      return { ...head, rows: await organisationRows(rt, contest), next: null }
    default:
      return query.by satisfies never
  }
}

/** A second old at most. */
export const peopleIn = (rt: Runtime, contestId: number, region: string | null): Promise<number> =>
  forAMoment(rt, `people ${contestId} ${region}`, keptFor, () => db.countStandings(rt.storage.read, contestId, region))

/** Where the next page begins: how many rows stand before it, and the last of them with its rank. */
const place = z.strictObject({
  before: z.int().min(0),
  rank: z.int().min(1),
  score: z.int(),
  durationMs: z.int(),
  finishedAt: z.int(),
  accountId: z.int(),
})
type Place = z.infer<typeof place>

/** Sealed, because it names an account by its inner number. */
const tokenOf = (rt: Runtime, value: Place): string => rt.secrets.encrypt(JSON.stringify(value))

function placeFrom(rt: Runtime, token: string): Place | null {
  try {
    return place.safeParse(JSON.parse(rt.secrets.decrypt(token))).data ?? null
  } catch {
    return null
  }
}

async function people(rt: Runtime, contest: ContestRow, query: StandingsQuery, after: Place | null) {
  const { ties } = contest.rules
  const page = { contestId: contest.id, region: query.region, ties, after, limit: query.limit + 1 }
  const found = await db.peoplePage(rt.storage.read, page)
  const rows = ranked(found.slice(0, query.limit), ties, after?.before ?? 0, after)
  return {
    rows: await Promise.all(rows.map(row => personRow(rt, contest.edition, row, query.locale))),
    next: found.length > query.limit ? nextAfter(rt, rows, after?.before ?? 0) : null,
  }
}

function nextAfter(rt: Runtime, rows: (db.PersonRow & { rank: number })[], before: number): string | null {
  const last = rows.at(-1)
  if (!last) return null
  const { rank, score, durationMs, finishedAt, accountId } = last
  return tokenOf(rt, { before: before + rows.length, rank, score, durationMs, finishedAt, accountId })
}

async function personRow(
  rt: Runtime,
  edition: string,
  row: Omit<db.PersonRow, 'accountId'> & { rank: number },
  locale: Locale,
): Promise<WirePersonRow> {
  const unit = row.region === null ? null : (await unitsOf(rt, edition)).find(found => found.slug === row.region)
  return {
    rank: row.rank,
    name: row.showName && row.name ? boardName(row.name) : anonymous[locale],
    region: row.region,
    regionName: unit ? (locale === 'zh' ? unit.nameZh : unit.nameEn) : null,
    score: row.score,
    durationMs: row.durationMs,
  }
}

/** How a board calls those who have not agreed to be named. */
const anonymous: Record<Locale, string> = { zh: '匿名', en: 'Anonymous' }

async function ownRow(
  rt: Runtime,
  contest: ContestRow,
  region: string | null,
  accountId: number,
  locale: Locale,
): Promise<WirePersonRow | null> {
  const standing = await db.standingOf(rt.storage.read, contest.id, accountId)
  if (!standing || (region !== null && standing.region !== region)) return null
  const account = await accountById(rt.storage.read, accountId)
  const before = await db.countBefore(rt.storage.read, contest.id, region, standing, contest.rules.ties)
  const named = { name: account?.name ?? null, showName: account?.showName ?? false }
  return personRow(rt, contest.edition, { ...standing, ...named, rank: before + 1 }, locale)
}

/** Every unit of the edition, by participants per 10,000 residents; those nobody has come from stand last. */
async function regionRows(rt: Runtime, contest: ContestRow, locale: Locale): Promise<WireGroupRow[]> {
  const counts = await db.countByRegion(rt.storage.read, contest.id)
  const groups = (await unitsOf(rt, contest.edition))
    .filter(unit => unit.kind !== 'zone')
    .map(unit => ({
      slug: unit.slug,
      name: locale === 'zh' ? unit.nameZh : unit.nameEn,
      population: unit.population,
      ...(counts.get(unit.slug) ?? { participants: 0, score: 0 }),
    }))
  return rankedBy(groups, group => (group.population === null ? 0 : group.participants / group.population)).map(
    group => ({
      rank: group.rank,
      slug: group.slug,
      name: group.name,
      participants: group.participants,
      mean: meanOf(group),
      perTenThousand: rateOf(group),
    }),
  )
}

/** Organisations with at least five people, by number of participants. */
async function organisationRows(rt: Runtime, contest: ContestRow): Promise<WireGroupRow[]> {
  const groups = (await db.countByOrganisation(rt.storage.read, contest.id)).filter(
    group => group.participants >= fewestForMean,
  )
  return rankedBy(groups, group => group.participants).map(group => ({
    rank: group.rank,
    slug: group.publicId,
    name: group.name,
    participants: group.participants,
    mean: meanOf({ ...group, population: null }),
    perTenThousand: null,
  }))
}
