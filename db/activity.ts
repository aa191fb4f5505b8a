/** Reports on the campaign page and their steps. */
import { and, asc, count as countRows, desc, eq, inArray, max } from 'drizzle-orm'
import type { ActivityState } from '../core/activity/activity.ts'
import { alone } from './columns.ts'
import { activities, activityEvents } from './schema/campaign.ts'
import type { Db } from './storage.ts'

export type ActivityRow = typeof activities.$inferSelect
export type EventRow = typeof activityEvents.$inferSelect

/** What a list is filtered and ordered by. */
export const placesOf = async (db: Db, campaignId: number, state: ActivityState) =>
  db
    .select({
      id: activities.id,
      number: activities.number,
      day: activities.day,
      region: activities.region,
      departmentId: activities.departmentId,
    })
    .from(activities)
    .where(and(eq(activities.campaignId, campaignId), eq(activities.state, state)))

export const activitiesByIds = async (db: Db, ids: number[]): Promise<ActivityRow[]> =>
  ids.length === 0 ? [] : db.select().from(activities).where(inArray(activities.id, ids))

export async function activityNumbered(db: Db, campaignId: number, number: number): Promise<ActivityRow | null> {
  const rows = await db
    .select()
    .from(activities)
    .where(and(eq(activities.campaignId, campaignId), eq(activities.number, number)))
  return rows[0] ?? null
}

export async function activityByPublicId(db: Db, publicId: string): Promise<ActivityRow | null> {
  const rows = await db.select().from(activities).where(eq(activities.publicId, publicId))
  return rows[0] ?? null
}

export async function activityById(db: Db, id: number): Promise<ActivityRow | null> {
  const rows = await db.select().from(activities).where(eq(activities.id, id))
  return rows[0] ?? null
}

/** All of a campaign, the last changed first. */
export const activitiesIn = async (db: Db, campaignId: number, most: number): Promise<ActivityRow[]> =>
  db
    .select()
    .from(activities)
    .where(eq(activities.campaignId, campaignId))
    .orderBy(desc(activities.updatedAt), desc(activities.id))
    .limit(most)

export async function countInState(db: Db, state: ActivityState): Promise<number> {
  const rows = await db.select({ n: countRows() }).from(activities).where(eq(activities.state, state))
  return rows[0]?.n ?? 0
}

/** Gives it the campaign's next number. @returns its public id */
export async function insertActivity(tx: Db, activity: Omit<ActivityRow, 'id' | 'number'>): Promise<ActivityRow> {
  await alone(tx, `activity numbers ${activity.campaignId}`)
  const last = await tx
    .select({ number: max(activities.number) })
    .from(activities)
    .where(eq(activities.campaignId, activity.campaignId))
  const rows = await tx
    .insert(activities)
    .values({ ...activity, number: (last[0]?.number ?? 0) + 1 })
    .returning()
  return rows[0] as ActivityRow
}

/** @returns false when it is no longer as it was seen: somebody changed it or moved it on */
export async function updateActivity(
  tx: Db,
  seen: { id: number; state: ActivityState; updatedAt: number },
  set: Partial<Omit<ActivityRow, 'id' | 'publicId' | 'campaignId' | 'number'>>,
): Promise<boolean> {
  const done = await tx
    .update(activities)
    .set(set)
    .where(and(eq(activities.id, seen.id), eq(activities.state, seen.state), eq(activities.updatedAt, seen.updatedAt)))
    .returning({ id: activities.id })
  return done.length === 1
}

export async function insertEvent(tx: Db, event: Omit<EventRow, 'id'>): Promise<void> {
  await tx.insert(activityEvents).values(event)
}

/** Those of several reports, in the order in which they happened. */
export const eventsOf = async (db: Db, activityIds: number[]): Promise<EventRow[]> =>
  db
    .select()
    .from(activityEvents)
    .where(inArray(activityEvents.activityId, activityIds))
    .orderBy(asc(activityEvents.at), asc(activityEvents.id))
