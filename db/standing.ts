/** Standings: the attempt that counts for each person in each contest, and what is counted from them. */
import { and, asc, desc, eq, gt, lt, or, placeholder, type SQL } from 'drizzle-orm'
import type { ContestRules } from '../core/contest/rules.ts'
import type { Result } from '../core/standing/rank.ts'
import { asValue, count, sum } from './columns.ts'
import { accounts, organisations } from './schema/account.ts'
import { standings } from './schema/standing.ts'
import { type Awaitable, type Db, prepared } from './storage.ts'

export type StandingRow = typeof standings.$inferSelect
type Placed = Pick<
  StandingRow,
  'contestId' | 'accountId' | 'attemptId' | 'score' | 'durationMs' | 'finishedAt' | 'region' | 'organisationId'
>
type Ties = ContestRules['ties']

export function standingOf(db: Db, contestId: number, accountId: number): Awaitable<StandingRow | null> {
  return prepared(db, 'standing_of', db =>
    db
      .select()
      .from(standings)
      .where(and(eq(standings.contestId, placeholder('contestId')), eq(standings.accountId, placeholder('accountId')))),
  ).first({ contestId, accountId })
}

/** Puts this attempt in the place of the one that counted. Region and organisation stay those of the first. */
export async function putStanding(tx: Db, row: Placed): Promise<void> {
  const set = {
    attemptId: asValue('attemptId'),
    score: asValue('score'),
    durationMs: asValue('durationMs'),
    finishedAt: asValue('finishedAt'),
    region: asValue('region'),
    organisationId: asValue('organisationId'),
  }
  await prepared(tx, 'put_standing', tx =>
    tx
      .insert(standings)
      .values({ contestId: placeholder('contestId'), accountId: placeholder('accountId'), ...set })
      .onConflictDoUpdate({ target: [standings.contestId, standings.accountId], set }),
  ).written({ ...row })
}

const tieColumns = {
  'less-time': [standings.durationMs, 'durationMs'],
  'earlier-finish': [standings.finishedAt, 'finishedAt'],
} as const

/** The columns that decide among equal scores, in the rules' order, up to the point where a rank is shared. */
function deciding(ties: Ties) {
  const until = ties.indexOf('shared')
  return (until < 0 ? ties : ties.slice(0, until)).flatMap(tie =>
    tie in tieColumns ? [tieColumns[tie as keyof typeof tieColumns]] : [],
  )
}

/** Standings strictly before a result (its values as placeholders) under the rules' ties. */
function before(ties: Ties): SQL {
  let equal: SQL | undefined = eq(standings.score, placeholder('score'))
  const ahead: (SQL | undefined)[] = [gt(standings.score, placeholder('score'))]
  for (const [column, key] of deciding(ties)) {
    ahead.push(and(equal, lt(column, placeholder(key))))
    equal = and(equal, eq(column, placeholder(key)))
  }
  return or(...ahead) as SQL
}

/** How many stand before a result: its rank is one more. */
export async function countBefore(
  db: Db,
  contestId: number,
  region: string | null,
  result: Result,
  ties: Ties,
): Promise<number> {
  const { score, durationMs, finishedAt } = result
  const row = await prepared(db, `count_before_${ties.join('_')}_${region !== null}`, db =>
    db
      .select({ n: count() })
      .from(standings)
      .where(and(inContest(region !== null), before(ties))),
  ).first({ contestId, region, score, durationMs, finishedAt })
  return row?.n ?? 0
}

export async function countStandings(db: Db, contestId: number, region: string | null): Promise<number> {
  const row = await prepared(db, `count_standings_${region !== null}`, db =>
    db
      .select({ n: count() })
      .from(standings)
      .where(inContest(region !== null)),
  ).first({ contestId, region })
  return row?.n ?? 0
}

/** Of one contest, and where asked of one region: values as placeholders. */
const inContest = (inRegion: boolean): SQL =>
  and(
    eq(standings.contestId, placeholder('contestId')),
    inRegion ? eq(standings.region, placeholder('region')) : undefined,
  ) as SQL

export interface PersonRow extends Result {
  accountId: number
  region: string | null
  name: string | null
  showName: boolean
}

const person = {
  accountId: standings.accountId,
  score: standings.score,
  durationMs: standings.durationMs,
  finishedAt: standings.finishedAt,
  region: standings.region,
  name: accounts.name,
  showName: accounts.showName,
}

/** Where a page begins: the last row of the page before. */
export interface Place extends Result {
  accountId: number
}

/**
 * One page of people in ranking order. The order is total (what decides, then time, finish and account), so that pages
 * never overlap.
 */
export const peoplePage = async (
  db: Db,
  page: { contestId: number; region: string | null; ties: Ties; after: Place | null; limit: number },
): Promise<PersonRow[]> => {
  const order = totalOrder(page.ties)
  return db
    .select(person)
    .from(standings)
    .innerJoin(accounts, eq(accounts.id, standings.accountId))
    .where(
      and(
        eq(standings.contestId, page.contestId),
        page.region === null ? undefined : eq(standings.region, page.region),
        page.after ? behind(page.after, order) : undefined,
      ),
    )
    .orderBy(desc(standings.score), ...order.map(([column]) => asc(column)))
    .limit(page.limit)
}

type Order = readonly (readonly [
  typeof standings.durationMs | typeof standings.finishedAt | typeof standings.accountId,
  keyof Place,
])[]

function totalOrder(ties: Ties): Order {
  const decided = deciding(ties)
  const rest = Object.values(tieColumns).filter(pair => !decided.includes(pair))
  return [...decided, ...rest, [standings.accountId, 'accountId']]
}

function behind(place: Place, order: Order): SQL {
  let equal: SQL | undefined = eq(standings.score, place.score)
  const later: (SQL | undefined)[] = [lt(standings.score, place.score)]
  for (const [column, key] of order) {
    later.push(and(equal, gt(column, place[key])))
    equal = and(equal, eq(column, place[key]))
  }
  return or(...later) as SQL
}

export interface GroupCount {
  participants: number
  score: number
}

export async function countByRegion(db: Db, contestId: number): Promise<Map<string, GroupCount>> {
  const rows = await db
    .select({ region: standings.region, participants: count(), score: sum(standings.score) })
    .from(standings)
    .where(eq(standings.contestId, contestId))
    .groupBy(standings.region)
  return new Map(rows.flatMap(({ region, ...counted }) => (region === null ? [] : [[region, counted] as const])))
}

export const countByOrganisation = async (db: Db, contestId: number) =>
  db
    .select({
      publicId: organisations.publicId,
      name: organisations.name,
      participants: count(),
      score: sum(standings.score),
    })
    .from(standings)
    .innerJoin(organisations, eq(organisations.id, standings.organisationId))
    .where(eq(standings.contestId, contestId))
    .groupBy(organisations.publicId, organisations.name)
