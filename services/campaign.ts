/** Campaigns and their activities, as everybody may see them. */
import type { LocalText } from '#core/locale'
import * as activityDb from '#db/activity'
import * as db from '#db/campaign'
import { type PictureFacts, picturesOf } from '#db/picture'
import { type ContestView, listContests } from './contest.ts'
import { forAMoment } from './memory.ts'
import { unitsOf } from './region.ts'
import type { Runtime } from './runtime.ts'

export interface CampaignView {
  slug: string
  title: LocalText
  theme: LocalText
  slogan: LocalText
  lead: LocalText
  year: number
  fromDay: string | null
  toDay: string | null
  activities: number
}

/** One value of a filter, and how many activities it leads to. */
export interface Choice {
  value: string
  name: LocalText
  count: number
}

export interface CampaignPage extends CampaignView {
  edition: string
  items: db.CalendarItem[]
  contests: ContestView[]
  choices: { regions: Choice[]; departments: Choice[]; days: { value: string; count: number }[] }
}

export interface Picture {
  id: string
  alt: LocalText
  illustration: boolean
  width: number
  height: number
}

/** An activity as lists show it. */
export interface ActivityCard {
  number: number
  day: string | null
  region: { slug: string; name: LocalText } | null
  department: { slug: string; name: LocalText } | null
  title: LocalText
  summary: LocalText
  picture: Picture | null
}

export interface ActivityPage extends Omit<ActivityCard, 'picture'> {
  body: LocalText
  pictures: Picture[]
  publishedAt: number
  campaign: CampaignView
  before: { number: number; title: LocalText } | null
  after: { number: number; title: LocalText } | null
}

export interface ActivityFilter {
  region?: string | undefined
  department?: string | undefined
  day?: string | undefined
  /** From 1. */
  page?: number | undefined
}

export const activitiesPerPage = 12
/** Pages are kept by the door; this spares the database when many filters are asked for at once. */
const keptFor = 1000

/** Published campaigns, the newest first. */
export async function listCampaigns(rt: Runtime): Promise<CampaignView[]> {
  const rows = await db.publishedCampaigns(rt.storage.read)
  return Promise.all(rows.map(row => viewOf(rt, row)))
}

/** @returns null for a campaign that does not exist or is still a draft */
export async function campaignBySlug(rt: Runtime, slug: string): Promise<CampaignPage | null> {
  const row = await publishedCampaign(rt, slug)
  if (!row) return null
  const [places, items, linked, contests, names] = await Promise.all([
    placesOf(rt, row.id),
    db.itemsOf(rt.storage.read, row.id),
    db.contestsOf(rt.storage.read, row.id),
    listContests(rt),
    namesFor(rt, row.edition),
  ])
  const slugs = new Set(linked.map(contest => contest.slug))
  const shown = contests.filter(contest => slugs.has(contest.slug))
  return { ...(await viewOf(rt, row)), edition: row.edition, items, contests: shown, choices: choicesOf(places, names) }
}

export async function publishedCampaign(rt: Runtime, slug: string): Promise<db.CampaignRow | null> {
  const row = await db.campaignBySlug(rt.storage.read, slug)
  return row && row.publishedAt !== null ? row : null
}

/** The campaign that a contest belongs to, or null. */
export const campaignWith = (rt: Runtime, contestId: number): Promise<db.CampaignRow | null> =>
  db.campaignOfContest(rt.storage.read, contestId)

/** A page of a campaign's published activities: those with a day first, the newest of them first. */
export async function activitiesOf(
  rt: Runtime,
  slug: string,
  filter: ActivityFilter = {},
): Promise<{ activities: ActivityCard[]; total: number; page: number; pages: number } | null> {
  const campaign = await publishedCampaign(rt, slug)
  if (!campaign) return null
  const names = await namesFor(rt, campaign.edition)
  const found = (await placesOf(rt, campaign.id)).filter(
    place =>
      (!filter.region || place.region === filter.region) &&
      (!filter.day || place.day === filter.day) &&
      (!filter.department || names.departments.get(place.departmentId ?? 0)?.slug === filter.department),
  )
  const pages = Math.max(1, Math.ceil(found.length / activitiesPerPage))
  const page = Math.min(Math.max(1, filter.page ?? 1), pages)
  const ids = found.slice((page - 1) * activitiesPerPage, page * activitiesPerPage).map(place => place.id)
  return { activities: await cardsOf(rt, ids, names), total: found.length, page, pages }
}

/** @returns null for an activity that is not public */
export async function activityAt(rt: Runtime, slug: string, number: number): Promise<ActivityPage | null> {
  const campaign = await publishedCampaign(rt, slug)
  if (!campaign) return null
  const row = await activityDb.activityNumbered(rt.storage.read, campaign.id, number)
  if (row?.state !== 'published') return null
  const [places, names, pictures] = await Promise.all([
    placesOf(rt, campaign.id),
    namesFor(rt, campaign.edition),
    picturesOf(rt.storage.read, [row.id]),
  ])
  const at = places.findIndex(place => place.id === row.id)
  const beside = [places[at - 1]?.id ?? 0, places[at + 1]?.id ?? 0]
  const cards = await activityDb.activitiesByIds(rt.storage.read, beside)
  const neighbour = (id: number | undefined) => {
    const found = cards.find(card => card.id === id)
    return found ? { number: found.number, title: found.title } : null
  }
  const { picture: _none, ...card } = cardOf(row, names, [])
  return {
    ...card,
    body: row.body,
    pictures: pictures.map(pictureOf),
    publishedAt: row.publishedAt ?? row.updatedAt,
    campaign: await viewOf(rt, campaign),
    before: neighbour(beside[0]),
    after: neighbour(beside[1]),
  }
}

async function viewOf(rt: Runtime, row: db.CampaignRow): Promise<CampaignView> {
  const { slug, title, theme, slogan, lead, year, fromDay, toDay } = row
  return { slug, title, theme, slogan, lead, year, fromDay, toDay, activities: (await placesOf(rt, row.id)).length }
}

type Place = Awaited<ReturnType<typeof activityDb.placesOf>>[number]

const placesOf = (rt: Runtime, campaignId: number): Promise<Place[]> =>
  forAMoment(rt, `activities ${campaignId}`, keptFor, async () =>
    (await activityDb.placesOf(rt.storage.read, campaignId, 'published')).sort(newestFirst),
  )

function newestFirst(a: Place, b: Place): number {
  if (a.day === b.day) return a.number - b.number
  if (a.day === null || b.day === null) return a.day === null ? 1 : -1
  return a.day < b.day ? 1 : -1
}

interface Names {
  regions: Map<string, LocalText>
  departments: Map<number, { slug: string; name: LocalText }>
}

/** What districts, counties and departments are called. */
export async function namesFor(rt: Runtime, edition: string): Promise<Names> {
  const [units, departments] = await Promise.all([unitsOf(rt, edition), db.allDepartments(rt.storage.read)])
  return {
    regions: new Map(units.map(unit => [unit.slug, { zh: unit.nameZh, en: unit.nameEn }])),
    departments: new Map(departments.map(({ id, slug, name }) => [id, { slug, name }])),
  }
}

function choicesOf(places: Place[], names: Names): CampaignPage['choices'] {
  const days = counted(places.map(place => place.day))
  const regions = counted(places.map(place => place.region))
  const departments = counted(places.map(place => place.departmentId))
  return {
    days: [...days].map(([value, count]) => ({ value, count })).sort((a, b) => (a.value < b.value ? -1 : 1)),
    regions: [...names.regions].flatMap(([value, name]) => {
      const count = regions.get(value)
      return count === undefined ? [] : [{ value, name, count }]
    }),
    departments: [...names.departments].flatMap(([id, { slug, name }]) => {
      const count = departments.get(id)
      return count === undefined ? [] : [{ value: slug, name, count }]
    }),
  }
}

function counted<V>(values: (V | null)[]): Map<V, number> {
  const counts = new Map<V, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

async function cardsOf(rt: Runtime, ids: number[], names: Names): Promise<ActivityCard[]> {
  const [rows, pictures] = await Promise.all([
    activityDb.activitiesByIds(rt.storage.read, ids),
    picturesOf(rt.storage.read, ids),
  ])
  return ids.flatMap(id => {
    const row = rows.find(found => found.id === id)
    return row ? [cardOf(row, names, pictures)] : []
  })
}

function cardOf(row: activityDb.ActivityRow, names: Names, pictures: PictureFacts[]): ActivityCard {
  const name = row.region === null ? undefined : names.regions.get(row.region)
  const picture = pictures.find(found => found.activityId === row.id)
  return {
    number: row.number,
    day: row.day,
    region: row.region !== null && name ? { slug: row.region, name } : null,
    department: names.departments.get(row.departmentId ?? 0) ?? null,
    title: row.title,
    summary: row.summary,
    picture: picture ? pictureOf(picture) : null,
  }
}

/** A picture as pages show it; its bytes have an address of their own. */
export const pictureOf = ({ publicId, alt, illustration, width, height }: PictureFacts): Picture => ({
  id: publicId,
  alt,
  illustration,
  width,
  height,
})
