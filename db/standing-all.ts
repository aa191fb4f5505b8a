/** All standings of a contest at once: written anew, or read from the first to the last. */
import { and, asc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { CountableAttempt, Place } from '../core/standing/places.ts'
import type { Scope } from '../core/standing/scope.ts'
import { attempts } from './schema/attempt.ts'
import { contestEntries } from './schema/entry.ts'
import { heldStandings, partStandings, standings } from './schema/standing.ts'
import { countable } from './standing.ts'
import type { Db } from './storage.ts'

/** Attempts read by one statement. */
const attemptsAtOnce = 5000
/** Rows of one statement: below the parameter limits of both engines. */
const rowsAtOnce = 400

/** Everybody's countable attempts with the track they chose, person by person, each one's oldest first. */
export async function* everybodysAttempts(
  tx: Db,
  contestId: number,
): AsyncGenerator<{ accountId: number; track: string | null; made: CountableAttempt[] }> {
  let after = 0
  for (;;) {
    const rows = await tx
      .select({ ...countable, accountId: attempts.accountId, track: contestEntries.track })
      .from(attempts)
      .leftJoin(
        contestEntries,
        and(eq(contestEntries.contestId, attempts.contestId), eq(contestEntries.accountId, attempts.accountId)),
      )
      .where(
        and(
          eq(attempts.contestId, contestId),
          isNotNull(attempts.finishedAt),
          isNull(attempts.struckOutAt),
          gt(attempts.accountId, after),
        ),
      )
      .orderBy(asc(attempts.accountId), asc(attempts.number))
      .limit(attemptsAtOnce)
    const people = Map.groupBy(
      rows as (CountableAttempt & { accountId: number; track: string | null })[],
      row => row.accountId,
    )
    const last = rows.at(-1)?.accountId
    // The last person's attempts may go on in the next reading; nobody has more than one reading holds.
    if (rows.length === attemptsAtOnce && people.size > 1) people.delete(last as number)
    for (const [accountId, made] of people) {
      yield { accountId, track: made[0]?.track ?? null, made }
      after = accountId
    }
    if (rows.length < attemptsAtOnce) return
  }
}

export async function dropStandings(tx: Db, contestId: number): Promise<void> {
  await tx.delete(standings).where(eq(standings.contestId, contestId))
  await tx.delete(partStandings).where(eq(partStandings.contestId, contestId))
  await tx.delete(heldStandings).where(eq(heldStandings.contestId, contestId))
}

export interface PersonPlace extends Place {
  contestId: number
  accountId: number
}

/** Without a word to the boards: their counts are to be made again. */
export async function insertPlaces(tx: Db, places: readonly PersonPlace[]): Promise<void> {
  const whole = places.filter(({ scope }) => scope === 'whole').map(place => ({ ...place, joined: place.joined ?? '' }))
  const parts = places.filter(({ scope }) => scope !== 'whole')
  for (let from = 0; from < whole.length; from += rowsAtOnce)
    await tx.insert(standings).values(whole.slice(from, from + rowsAtOnce))
  for (let from = 0; from < parts.length; from += rowsAtOnce)
    await tx.insert(partStandings).values(parts.slice(from, from + rowsAtOnce))
}

export async function contestsWithOldStandings(db: Db): Promise<number[]> {
  const rows = await db
    .selectDistinct({ contestId: standings.contestId })
    .from(standings)
    .where(isNull(standings.orderKey))
  return rows.map(row => row.contestId)
}

export const anybodyStands = async (db: Db, contestId: number): Promise<boolean> =>
  (await db.select({ id: standings.accountId }).from(standings).where(eq(standings.contestId, contestId)).limit(1))
    .length > 0

export async function anybodyStandsIn(db: Db, contestId: number, scopes: readonly Scope[]): Promise<boolean> {
  const rows = await db
    .select({ id: partStandings.accountId })
    .from(partStandings)
    .where(and(eq(partStandings.contestId, contestId), inArray(partStandings.scope, [...scopes])))
    .limit(1)
  return rows.length > 0
}
