/** Setting campaigns up: their words, days, calendar and contests, and the departments that report. */
import type { Allowed } from '#core/account/roles'
import { type CampaignDraft, wrongIn } from '#core/activity/campaign'
import { dayOf } from '#core/day'
import type { LocalText } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import * as db from '#db/campaign'
import { type Db, isDuplicate } from '#db/storage'
import { record } from './audit.ts'
import { forgetMoments } from './memory.ts'
import { editionOn } from './region.ts'
import type { Runtime } from './runtime.ts'

type Organizer = Allowed<'campaigns.write'>

/** Every campaign, drafts too. */
export const campaignsForStaff = (rt: Runtime, _allowed: Allowed<'activities.write'>): Promise<db.CampaignRow[]> =>
  db.allCampaigns(rt.storage.read)

/** A campaign as its form shows it. @returns refusals: not-found */
export async function campaignForStaff(
  rt: Runtime,
  _allowed: Organizer,
  slug: string,
): Promise<Outcome<CampaignDraft & { published: boolean }>> {
  const row = await db.campaignBySlug(rt.storage.read, slug)
  if (!row) return no('not-found')
  const [items, contests] = await Promise.all([
    db.itemsOf(rt.storage.read, row.id),
    db.contestsOf(rt.storage.read, row.id),
  ])
  const { title, theme, slogan, lead, year, fromDay, toDay, publishedAt } = row
  const words = { slug, title, theme, slogan, lead, year, fromDay, toDay }
  return yes({ ...words, items, contests: contests.map(contest => contest.slug), published: publishedAt !== null })
}

/** A new campaign, a draft at first. @returns refusals: campaign-incomplete (`where`), address-taken, not-found (a contest) */
export async function createCampaign(
  rt: Runtime,
  allowed: Organizer,
  draft: CampaignDraft,
): Promise<Outcome<{ slug: string }>> {
  const wrong = wrongIn(draft)
  if (wrong) return no('campaign-incomplete', { where: wrong })
  const now = rt.clock.now()
  const edition = await editionOn(rt, draft.fromDay ?? dayOf(now))
  try {
    return await rt.storage.atomically(async tx => {
      const made = { ...wordsOf(draft), edition, createdBy: allowed.id, createdAt: now, publishedAt: null }
      const contests = await contestsNamed(tx, draft)
      if (!contests) return no('not-found')
      await attach(tx, await db.insertCampaign(tx, made), draft, contests)
      return yes({ slug: draft.slug })
    })
  } catch (error) {
    if (isDuplicate(error)) return no('address-taken')
    throw error
  }
}

/**
 * Changes a campaign; what is public changes at once. Its address stays what it was once it is public.
 * @returns refusals: not-found, campaign-incomplete (`where`), address-taken
 */
export async function changeCampaign(
  rt: Runtime,
  _allowed: Organizer,
  slug: string,
  draft: CampaignDraft,
): Promise<Outcome<{ slug: string }>> {
  const wrong = wrongIn(draft)
  if (wrong) return no('campaign-incomplete', { where: wrong })
  try {
    const done = await rt.storage.atomically(async tx => {
      const row = await db.campaignBySlug(tx, slug)
      const contests = await contestsNamed(tx, draft)
      if (!row || !contests) return no('not-found')
      if (row.publishedAt !== null && draft.slug !== slug) return no('campaign-incomplete', { where: 'slug' })
      await db.updateCampaign(tx, row.id, wordsOf(draft))
      await attach(tx, row.id, draft, contests)
      return yes({ slug: draft.slug })
    })
    return shown(rt, done)
  } catch (error) {
    if (isDuplicate(error)) return no('address-taken')
    throw error
  }
}

/** Makes a campaign public, or takes it off the site again. @returns refusals: not-found */
export async function showCampaign(
  rt: Runtime,
  by: Organizer,
  slug: string,
  show: boolean,
): Promise<Outcome<{ published: boolean }>> {
  const publishedAt = show ? rt.clock.now() : null
  const done = await rt.storage.atomically(async tx => {
    const row = await db.campaignBySlug(tx, slug)
    if (!row) return no('not-found')
    await db.updateCampaign(tx, row.id, { publishedAt })
    const action = show ? 'campaign.shown' : 'campaign.hidden'
    await record(tx, { at: rt.clock.now(), actor: by, action, subject: `campaign:${slug}` })
    return yes({ published: show })
  })
  return shown(rt, done)
}

export const departmentsFor = (rt: Runtime, _allowed: Allowed<'activities.write'>): Promise<db.DepartmentRow[]> =>
  db.allDepartments(rt.storage.read)

/** @returns refusals: campaign-incomplete (`where`: slug, name), address-taken */
export async function addDepartment(
  rt: Runtime,
  _allowed: Organizer,
  given: { slug: string; name: LocalText },
): Promise<Outcome<{ slug: string }>> {
  if (!/^[a-z0-9][a-z0-9-]{0,38}$/.test(given.slug)) return no('campaign-incomplete', { where: 'slug' })
  if (given.name.zh === '') return no('campaign-incomplete', { where: 'name' })
  try {
    await rt.storage.atomically(tx => db.insertDepartment(tx, { ...given, createdAt: rt.clock.now() }))
    return yes({ slug: given.slug })
  } catch (error) {
    if (isDuplicate(error)) return no('address-taken')
    throw error
  }
}

function wordsOf({ items: _items, contests: _contests, ...words }: CampaignDraft) {
  return words
}

async function contestsNamed(tx: Db, { contests }: CampaignDraft): Promise<number[] | null> {
  const slugs = [...new Set(contests)]
  const ids = await db.contestIdsOf(tx, slugs)
  return ids.length === slugs.length ? ids : null
}

async function attach(tx: Db, id: number, { items }: CampaignDraft, contests: number[]): Promise<void> {
  await db.replaceItems(tx, id, items)
  await db.replaceContests(tx, id, contests)
}

function shown<T>(rt: Runtime, done: Outcome<T>): Outcome<T> {
  if (done.ok) {
    forgetMoments(rt)
    rt.pagesChanged()
  }
  return done
}
