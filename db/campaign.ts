/** Campaigns, their calendars, and the departments that report. */
import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { LocalText } from '../core/locale.ts'
import { campaignContests, campaignItems, campaigns, departments } from './schema/campaign.ts'
import { contests } from './schema/contest.ts'
import type { Db } from './storage.ts'

export type CampaignRow = typeof campaigns.$inferSelect
export type DepartmentRow = typeof departments.$inferSelect
export interface CalendarItem {
  /** 'YYYY-MM-DD'; null where none is on record. */
  day: string | null
  title: LocalText
}

/** The newest first, drafts too. */
export const allCampaigns = async (db: Db): Promise<CampaignRow[]> =>
  db.select().from(campaigns).orderBy(desc(campaigns.year), desc(campaigns.id))

export const publishedCampaigns = async (db: Db): Promise<CampaignRow[]> =>
  db.select().from(campaigns).where(isNotNull(campaigns.publishedAt)).orderBy(desc(campaigns.year), desc(campaigns.id))

export async function campaignBySlug(db: Db, slug: string): Promise<CampaignRow | null> {
  const rows = await db.select().from(campaigns).where(eq(campaigns.slug, slug))
  return rows[0] ?? null
}

/** @returns the new campaign's id */
export async function insertCampaign(tx: Db, campaign: Omit<CampaignRow, 'id'>): Promise<number> {
  const rows = await tx.insert(campaigns).values(campaign).returning({ id: campaigns.id })
  return (rows[0] as { id: number }).id
}

export async function updateCampaign(
  tx: Db,
  id: number,
  set: Partial<Omit<CampaignRow, 'id' | 'createdAt' | 'createdBy'>>,
): Promise<void> {
  await tx.update(campaigns).set(set).where(eq(campaigns.id, id))
}

export const itemsOf = async (db: Db, campaignId: number): Promise<CalendarItem[]> =>
  db
    .select({ day: campaignItems.day, title: campaignItems.title })
    .from(campaignItems)
    .where(eq(campaignItems.campaignId, campaignId))
    .orderBy(asc(campaignItems.position))

export async function replaceItems(tx: Db, campaignId: number, items: CalendarItem[]): Promise<void> {
  await tx.delete(campaignItems).where(eq(campaignItems.campaignId, campaignId))
  if (items.length > 0)
    await tx.insert(campaignItems).values(items.map((item, position) => ({ campaignId, position, ...item })))
}

/** The contests of a campaign, drafts too, the last to open first. */
export const contestsOf = async (db: Db, campaignId: number): Promise<{ id: number; slug: string }[]> =>
  db
    .select({ id: contests.id, slug: contests.slug })
    .from(campaignContests)
    .innerJoin(contests, eq(contests.id, campaignContests.contestId))
    .where(eq(campaignContests.campaignId, campaignId))
    .orderBy(desc(contests.opensAt), desc(contests.id))

export async function replaceContests(tx: Db, campaignId: number, contestIds: number[]): Promise<void> {
  await tx.delete(campaignContests).where(eq(campaignContests.campaignId, campaignId))
  if (contestIds.length > 0)
    await tx.insert(campaignContests).values(contestIds.map(contestId => ({ campaignId, contestId })))
}

export const contestIdsOf = async (db: Db, slugs: string[]): Promise<number[]> =>
  slugs.length === 0
    ? []
    : (await db.select({ id: contests.id }).from(contests).where(inArray(contests.slug, slugs))).map(({ id }) => id)

/** The published campaign that a contest belongs to, the newest where there are several. */
export async function campaignOfContest(db: Db, contestId: number): Promise<CampaignRow | null> {
  const rows = await db
    .select({ campaign: campaigns })
    .from(campaignContests)
    .innerJoin(campaigns, eq(campaigns.id, campaignContests.campaignId))
    .where(and(eq(campaignContests.contestId, contestId), isNotNull(campaigns.publishedAt)))
    .orderBy(desc(campaigns.year), desc(campaigns.id))
    .limit(1)
  return rows[0]?.campaign ?? null
}

export const allDepartments = async (db: Db): Promise<DepartmentRow[]> =>
  db.select().from(departments).orderBy(asc(departments.id))

/** @returns the new department's id */
export async function insertDepartment(tx: Db, department: Omit<DepartmentRow, 'id'>): Promise<number> {
  const rows = await tx.insert(departments).values(department).returning({ id: departments.id })
  return (rows[0] as { id: number }).id
}

export async function campaignById(db: Db, id: number): Promise<CampaignRow | null> {
  const rows = await db.select().from(campaigns).where(eq(campaigns.id, id))
  return rows[0] ?? null
}
