/** Sums of boards: people, points and squares of points, by region, by organisation, by the day people came. */
import { and, eq, inArray, isNotNull, type Placeholder, placeholder } from 'drizzle-orm'
import type { Scope } from '../core/standing/scope.ts'
import { asText, excluded, plus, sum } from './columns.ts'
import { organisations } from './schema/account.ts'
import { boardChanges, boardSums } from './schema/standing.ts'
import { type Db, prepared } from './storage.ts'

export interface GroupSum {
  people: number
  score: number
  squares: number
}

/** @returns sums by region's slug; people without a region under '' */
export const sumsByRegion = (db: Db, contestId: number, scope: Scope): Promise<Map<string, GroupSum>> =>
  sumsBy(db, contestId, scope, 'region')

/** @returns sums by the organisation's inner id */
export const sumsByOrganisation = (db: Db, contestId: number, scope: Scope): Promise<Map<string, GroupSum>> =>
  sumsBy(db, contestId, scope, 'organisation')

async function sumsBy(
  db: Db,
  contestId: number,
  scope: Scope,
  kind: 'region' | 'organisation',
): Promise<Map<string, GroupSum>> {
  const asked = { contestId: placeholder('contestId'), scope: placeholder('scope') }
  const rows = await prepared(db, `sums_by_${kind}`, db => sumsQuery(db, kind, asked)).rows({ contestId, scope })
  return together(rows.map(({ name, ...counted }) => [name ?? '', counted] as const))
}

/** What is counted and what is not yet, by the names of a kind; names that are in both come twice. */
export function sumsQuery(
  db: Db,
  kind: 'region' | 'organisation',
  { contestId, scope }: { contestId: number | Placeholder; scope: string | Placeholder },
) {
  const group = kind === 'region' ? boardChanges.region : boardChanges.organisationId
  return db
    .select({
      name: asText(boardSums.name),
      people: sum(boardSums.people),
      score: sum(boardSums.score),
      squares: sum(boardSums.squares),
    })
    .from(boardSums)
    .where(and(eq(boardSums.contestId, contestId), eq(boardSums.scope, scope), eq(boardSums.kind, kind)))
    .groupBy(boardSums.name)
    .unionAll(
      db
        .select({
          name: asText(group),
          people: sum(boardChanges.n),
          score: sum(boardChanges.score),
          squares: sum(boardChanges.squares),
        })
        .from(boardChanges)
        .where(
          and(
            eq(boardChanges.contestId, contestId),
            eq(boardChanges.scope, scope),
            kind === 'organisation' ? isNotNull(boardChanges.organisationId) : undefined,
          ),
        )
        .groupBy(group),
    )
}

function together(rows: (readonly [string, GroupSum])[]): Map<string, GroupSum> {
  const sums = new Map<string, GroupSum>()
  for (const [name, { people, score, squares }] of rows) {
    const before = sums.get(name) ?? { people: 0, score: 0, squares: 0 }
    sums.set(name, {
      people: before.people + people,
      score: before.score + score,
      squares: before.squares + squares,
    })
  }
  for (const [name, { people }] of sums) if (people === 0) sums.delete(name)
  return sums
}

/** How many came on each day from each region: by day, then by region's slug ('' without one). */
export async function cameByDay(db: Db, contestId: number): Promise<Map<string, Map<string, number>>> {
  const rows = await prepared(db, 'came_by_day', db =>
    db
      .select({ day: asText(boardSums.scope), region: asText(boardSums.name), n: sum(boardSums.people) })
      .from(boardSums)
      .where(and(eq(boardSums.contestId, placeholder('contestId')), eq(boardSums.kind, 'joined')))
      .groupBy(boardSums.scope, boardSums.name)
      .unionAll(
        db
          .select({ day: asText(boardChanges.joined), region: asText(boardChanges.region), n: sum(boardChanges.n) })
          .from(boardChanges)
          .where(
            and(
              eq(boardChanges.contestId, placeholder('contestId')),
              eq(boardChanges.scope, 'whole'),
              isNotNull(boardChanges.joined),
            ),
          )
          .groupBy(boardChanges.joined, boardChanges.region),
      ),
  ).rows({ contestId })
  const days = new Map<string, Map<string, number>>()
  for (const { day, region, n } of rows) {
    const regions = days.get(day) ?? new Map<string, number>()
    regions.set(region ?? '', (regions.get(region ?? '') ?? 0) + n)
    days.set(day, regions)
  }
  return days
}

/** Names of organisations by inner id. */
export async function organisationNames(
  db: Db,
  ids: number[],
): Promise<Map<number, { publicId: string; name: string }>> {
  const found = new Map<number, { publicId: string; name: string }>()
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await db
      .select({ id: organisations.id, publicId: organisations.publicId, name: organisations.name })
      .from(organisations)
      .where(inArray(organisations.id, ids.slice(from, from + 500)))
    for (const { id, ...named } of rows) found.set(id, named)
  }
  return found
}

export interface SumChange extends GroupSum {
  contestId: number
  scope: string
  kind: 'region' | 'organisation' | 'joined'
  name: string
}

/** Adds to the stored sums; the caller's unit is the only one that writes them. */
export async function addSums(tx: Db, changes: readonly SumChange[]): Promise<void> {
  const merged = new Map<string, SumChange>()
  for (const change of changes) {
    const name = `${change.contestId} ${change.scope} ${change.kind} ${change.name}`
    const before = merged.get(name)
    merged.set(
      name,
      before
        ? {
            ...before,
            people: before.people + change.people,
            score: before.score + change.score,
            squares: before.squares + change.squares,
          }
        : change,
    )
  }
  const rows = [...merged.values()]
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx
      .insert(boardSums)
      .values(rows.slice(from, from + rowsAtOnce))
      .onConflictDoUpdate({
        target: [boardSums.contestId, boardSums.scope, boardSums.kind, boardSums.name],
        set: {
          people: plus(boardSums.people, excluded('people')),
          score: plus(boardSums.score, excluded('score')),
          squares: plus(boardSums.squares, excluded('squares')),
        },
      })
}
/** Rows of one statement: below the parameter limits of both engines. */
const rowsAtOnce = 400

/** The sums in which one standing counts. @param people 1, or -1 for one that went, with its points below zero */
export function sumsOf(
  standing: {
    contestId: number
    scope: string
    region: string | null
    organisationId: number | null
    joined: string | null
    score: number
    squares: number
  },
  people: number,
): SumChange[] {
  const { contestId, scope, region, organisationId, joined, score, squares } = standing
  const counted = { contestId, people, score, squares }
  return [
    { ...counted, scope, kind: 'region', name: region ?? '' },
    ...(organisationId === null
      ? []
      : [{ ...counted, scope, kind: 'organisation' as const, name: String(organisationId) }]),
    ...(joined === null ? [] : [{ ...counted, scope: joined, kind: 'joined' as const, name: region ?? '' }]),
  ]
}
