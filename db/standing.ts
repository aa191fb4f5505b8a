/** Standings: what counts for each person in each contest, as a whole and by its parts. */
import { and, eq, isNotNull, isNull, placeholder } from 'drizzle-orm'
import type { CountableAttempt, Place } from '../core/standing/places.ts'
import type { Scope } from '../core/standing/scope.ts'
import { alone, asValue } from './columns.ts'
import { attempts } from './schema/attempt.ts'
import { boardChanges, partStandings, standings } from './schema/standing.ts'
import { type Awaitable, type Db, prepared } from './storage.ts'

export type StandingRow = typeof standings.$inferSelect & { orderKey: Buffer }

export const standingOf = (db: Db, contestId: number, accountId: number): Awaitable<StandingRow | null> =>
  prepared(db, 'standing_of', db =>
    db
      .select()
      .from(standings)
      .where(
        and(
          eq(standings.contestId, placeholder('contestId')),
          eq(standings.accountId, placeholder('accountId')),
          isNotNull(standings.orderKey),
        ),
      ),
  ).first({ contestId, accountId }) as Awaitable<StandingRow | null>

const partsOfPerson = (db: Db, contestId: number, accountId: number) =>
  prepared(db, 'parts_of', db =>
    db
      .select()
      .from(partStandings)
      .where(
        and(
          eq(partStandings.contestId, placeholder('contestId')),
          eq(partStandings.accountId, placeholder('accountId')),
        ),
      ),
  ).rows({ contestId, accountId })

/** A person's places in a contest as they are stored. */
export async function placesHeld(db: Db, contestId: number, accountId: number): Promise<Place[]> {
  const whole = await standingOf(db, contestId, accountId)
  const parts = (await partsOfPerson(db, contestId, accountId)).map(row => ({
    ...row,
    scope: row.scope as Scope,
    orderKey: row.orderKey as Buffer,
    joined: null,
  }))
  return whole ? [{ ...whole, scope: 'whole' }, ...parts] : parts
}

/** What a person finished in a contest and was not struck out, oldest first. */
export const countableAttempts = (tx: Db, contestId: number, accountId: number): Awaitable<CountableAttempt[]> =>
  prepared(tx, 'countable_attempts', tx =>
    tx
      .select(countable)
      .from(attempts)
      .where(
        and(
          eq(attempts.contestId, placeholder('contestId')),
          eq(attempts.accountId, placeholder('accountId')),
          isNotNull(attempts.finishedAt),
          isNull(attempts.struckOutAt),
        ),
      )
      .orderBy(attempts.number),
  ).rows({ contestId, accountId }) as Awaitable<CountableAttempt[]>

/** Columns of a finished attempt: none of them is null. */
export const countable = {
  id: attempts.id,
  startedAt: attempts.startedAt,
  finishedAt: attempts.finishedAt,
  score: attempts.score,
  correct: attempts.correct,
  durationMs: attempts.durationMs,
  maximum: attempts.maximum,
  region: attempts.region,
  organisationId: attempts.organisationId,
}

/** Makes units that change one person's standing wait for each other, and for one that counts the contest anew. */
export const personAlone = (tx: Db, contestId: number, accountId: number): Promise<void> =>
  alone(tx, `standing ${contestId} ${accountId}`, `standings ${contestId}`)

/** Makes whoever changes a standing of the contest wait until this unit ends. */
export const contestAlone = (tx: Db, contestId: number): Promise<void> => alone(tx, `standings ${contestId}`)

/** Stores a person's places over those held, and appends to the boards' changes what is different. */
export async function replacePlaces(
  tx: Db,
  who: { contestId: number; accountId: number },
  held: readonly Place[],
  wanted: readonly Place[],
): Promise<void> {
  const changes: NewChange[] = []
  for (const place of wanted) {
    const before = held.find(one => one.scope === place.scope)
    if (before && isSame(before, place)) continue
    await putPlace(tx, who, place)
    if (before) changes.push(changeOf(who.contestId, before, -1))
    changes.push(changeOf(who.contestId, place, 1))
  }
  for (const place of held.filter(({ scope }) => !wanted.some(one => one.scope === scope))) {
    await dropPlace(tx, who, place.scope)
    changes.push(changeOf(who.contestId, place, -1))
  }
  for (const change of changes) await appendChange(tx, change)
}

const isSame = (a: Place, b: Place): boolean =>
  a.attemptId === b.attemptId &&
  a.orderKey.equals(b.orderKey) &&
  (['correct', 'attempts', 'durationMs', 'finishedAt', 'region', 'organisationId', 'joined'] as const).every(
    key => a[key] === b[key],
  )

type NewChange = Omit<typeof boardChanges.$inferInsert, 'id'>

function changeOf(contestId: number, place: Place, n: 1 | -1): NewChange {
  const { scope, region, organisationId, joined, orderKey, score } = place
  return { contestId, scope, region, organisationId, joined, orderKey, n, score: n * score, squares: n * score * score }
}

async function appendChange(tx: Db, change: NewChange): Promise<void> {
  await prepared(tx, 'append_change', tx =>
    tx.insert(boardChanges).values({
      contestId: placeholder('contestId'),
      scope: placeholder('scope'),
      region: placeholder('region'),
      organisationId: placeholder('organisationId'),
      joined: placeholder('joined'),
      orderKey: placeholder('orderKey'),
      n: placeholder('n'),
      score: placeholder('score'),
      squares: placeholder('squares'),
    }),
  ).written({ ...change })
}

const set = {
  attemptId: asValue('attemptId'),
  score: asValue('score'),
  correct: asValue('correct'),
  durationMs: asValue('durationMs'),
  finishedAt: asValue('finishedAt'),
  attempts: asValue('attempts'),
  lot: asValue('lot'),
  region: asValue('region'),
  organisationId: asValue('organisationId'),
  orderKey: asValue('orderKey'),
}
const whose = { contestId: placeholder('contestId'), accountId: placeholder('accountId') }

async function putPlace(tx: Db, who: { contestId: number; accountId: number }, place: Place): Promise<void> {
  if (place.scope === 'whole') {
    const values = { ...set, joined: asValue('joined') }
    await prepared(tx, 'put_standing', tx =>
      tx
        .insert(standings)
        .values({ ...whose, ...values })
        .onConflictDoUpdate({ target: [standings.contestId, standings.accountId], set: values }),
    ).written({ ...who, ...place })
  } else
    await prepared(tx, 'put_part_standing', tx =>
      tx
        .insert(partStandings)
        .values({ ...whose, ...set, scope: placeholder('scope') })
        .onConflictDoUpdate({
          target: [partStandings.contestId, partStandings.accountId, partStandings.scope],
          set,
        }),
    ).written({ ...who, ...place })
}

async function dropPlace(tx: Db, who: { contestId: number; accountId: number }, scope: Scope): Promise<void> {
  const { contestId, accountId } = who
  if (scope === 'whole')
    await tx.delete(standings).where(and(eq(standings.contestId, contestId), eq(standings.accountId, accountId)))
  else
    await tx
      .delete(partStandings)
      .where(
        and(
          eq(partStandings.contestId, contestId),
          eq(partStandings.accountId, accountId),
          eq(partStandings.scope, scope),
        ),
      )
}
