/** Reports on activities, as those who write and approve them see them. Outside one's reach there is nothing to find. */
import { type Allowed, has } from '#core/account/roles'
import {
  type ActivityAction,
  type ActivityDraft,
  type ActivityState,
  activityActions,
  reaches,
  steps,
} from '#core/activity/activity'
import type { AuditAction } from '#core/audit/action'
import type { LocalText } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import * as db from '#db/activity'
import { type CampaignRow, campaignById, campaignBySlug } from '#db/campaign'
import { picturesOf } from '#db/picture'
import { staffNames } from '#db/staff'
import type { Db } from '#db/storage'
import { checkedDraft, reachOf } from './activity-draft.ts'
import { record } from './audit.ts'
import { namesFor, type Picture, pictureOf } from './campaign.ts'
import { campaignsForStaff } from './campaign-setup.ts'
import { forgetMoments } from './memory.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

type Writer = Allowed<'activities.write'>

/** More are not listed at once. */
const mostListed = 500

export interface StaffActivity {
  id: string
  campaign: string
  number: number
  state: ActivityState
  day: string | null
  region: string | null
  regionName: LocalText | null
  department: string | null
  departmentName: LocalText | null
  title: LocalText
  summary: LocalText
  updatedAt: number
  /** Why a draft came back to whoever wrote it; null where it did not, or has been sent again. */
  sentBack: SentBack | null
}

export interface SentBack {
  reason: string
  by: string
}

/** The reports of a campaign within one's reach, the last changed first. @returns refusals: not-found */
export async function activitiesFor(rt: Runtime, who: Writer, slug: string): Promise<Outcome<StaffActivity[]>> {
  const campaign = await campaignBySlug(rt.storage.read, slug)
  if (!campaign) return no('not-found')
  const reach = await reachOf(rt.storage.read, who)
  const rows = await db.activitiesIn(rt.storage.read, campaign.id, mostListed)
  const own = rows.filter(row => reaches(reach, row))
  const drafts = own.filter(row => row.state === 'draft').map(row => row.id)
  const [names, events, people] = await Promise.all([
    namesFor(rt, campaign.edition),
    db.eventsOf(rt.storage.read, drafts),
    staffNames(rt.storage.read),
  ])
  const last = new Map(events.map(event => [event.activityId, event]))
  return yes(own.map(row => viewOf(row, campaign, names, sentBack(last.get(row.id), people, who))))
}

/** How many reports within one's reach came back to be mended. */
export async function sentBackActivities(rt: Runtime, who: Writer): Promise<number> {
  const lists = await Promise.all(
    (await campaignsForStaff(rt, who)).map(campaign => activitiesFor(rt, who, campaign.slug)),
  )
  return lists.flatMap(list => (list.ok ? list.value : [])).filter(report => report.sentBack !== null).length
}

const sentBack = (last: db.EventRow | undefined, people: Map<number, string>, reader: Writer): SentBack | null =>
  last && (last.action === 'return' || (last.action === 'reopen' && last.by !== reader.id))
    ? { reason: last.reason, by: people.get(last.by ?? 0) ?? '' }
    : null

export const waitingActivities = (rt: Runtime, _allowed: Allowed<'campaigns.write'>): Promise<number> =>
  db.countInState(rt.storage.read, 'submitted')

export interface ActivityForm extends StaffActivity {
  body: LocalText
  pictures: Picture[]
  events: { action: ActivityAction; reason: string; by: string; at: number }[]
  /** What this person may do with it as it stands. */
  actions: ActivityAction[]
}

/** One report with its pictures and its history. @returns refusals: not-found */
export async function activityFor(rt: Runtime, who: Writer, id: string): Promise<Outcome<ActivityForm>> {
  const read = rt.storage.read
  const row = await within(read, who, id)
  const campaign = row && (await campaignById(read, row.campaignId))
  if (!row || !campaign) return no('not-found')
  const [names, pictures, events, people] = await Promise.all([
    namesFor(rt, campaign.edition),
    picturesOf(read, [row.id]),
    db.eventsOf(read, [row.id]),
    staffNames(read),
  ])
  return yes({
    ...viewOf(row, campaign, names, row.state === 'draft' ? sentBack(events.at(-1), people, who) : null),
    body: row.body,
    pictures: pictures.map(pictureOf),
    events: events.map(({ action, reason, by, at }) => ({ action, reason, at, by: people.get(by ?? 0) ?? '' })),
    actions: activityActions.filter(action => steps[action].from === row.state && has(who, steps[action].right)),
  })
}

/** @returns refusals: not-found, activity-not-yours, region-unknown, department-unknown, activity-incomplete (`where`) */
export async function writeActivity(
  rt: Runtime,
  who: Writer,
  slug: string,
  draft: ActivityDraft,
): Promise<Outcome<{ id: string }>> {
  const campaign = await campaignBySlug(rt.storage.read, slug)
  if (!campaign) return no('not-found')
  const checked = await checkedDraft(rt, who, campaign, draft)
  if (!checked.ok) return checked
  const now = rt.clock.now()
  const row = await rt.storage.atomically(tx =>
    db.insertActivity(tx, {
      publicId: publicId(),
      campaignId: campaign.id,
      ...checked.value,
      state: 'draft',
      createdBy: who.id,
      createdAt: now,
      updatedAt: now,
      publishedAt: null,
    }),
  )
  return yes({ id: row.publicId })
}

/**
 * @param seen when the draft that was edited had last changed: two people who edit at once do not overwrite each other
 * @returns refusals: as writeActivity, activity-state (no longer a draft), activity-changed
 */
export async function editActivity(
  rt: Runtime,
  who: Writer,
  id: string,
  seen: number,
  draft: ActivityDraft,
): Promise<Outcome<{ updatedAt: number }>> {
  const row = await within(rt.storage.read, who, id)
  const campaign = row && (await campaignById(rt.storage.read, row.campaignId))
  if (!row || !campaign) return no('not-found')
  if (row.state !== 'draft') return no('activity-state')
  const checked = await checkedDraft(rt, who, campaign, draft)
  if (!checked.ok) return checked
  const updatedAt = Math.max(rt.clock.now(), seen + 1)
  const done = await rt.storage.atomically(tx =>
    db.updateActivity(tx, { id: row.id, state: 'draft', updatedAt: seen }, { ...checked.value, updatedAt }),
  )
  return done ? yes({ updatedAt }) : no('activity-changed')
}

/** Moves a report on, by the table. @returns refusals: not-found, forbidden, activity-state, note-needed, activity-changed */
export async function stepActivity(
  rt: Runtime,
  who: Writer,
  id: string,
  action: ActivityAction,
  reason: string,
): Promise<Outcome<{ state: ActivityState }>> {
  const step = steps[action]
  const at = rt.clock.now()
  const done = await rt.storage.atomically(async tx => {
    const row = await within(tx, who, id)
    if (!row) return no('not-found')
    if (!has(who, step.right)) return no('forbidden')
    if (row.state !== step.from) return no('activity-state')
    if (step.reason && reason.trim() === '') return no('note-needed')
    const published = step.to === 'published' ? { publishedAt: row.publishedAt ?? at } : {}
    const set = { state: step.to, updatedAt: Math.max(at, row.updatedAt + 1), ...published }
    if (!(await db.updateActivity(tx, row, set))) return no('activity-changed')
    await db.insertEvent(tx, { activityId: row.id, action, reason: reason.trim(), by: who.id, at })
    const audited = auditOf[action]
    if (audited) await record(tx, { at, actor: who, action: audited, subject: `activity:${id}`, reason: reason.trim() })
    return yes({ state: step.to })
  })
  if (done.ok && (step.to === 'published' || step.from === 'published')) {
    forgetMoments(rt)
    rt.pagesChanged()
  }
  return done
}

/** What organizers decide is in the audit log; a reporter's own steps are in the report's history. */
const auditOf: Partial<Record<ActivityAction, AuditAction>> = {
  publish: 'activity.publish',
  return: 'activity.return',
  withdraw: 'activity.withdraw',
  reopen: 'activity.reopen',
}

/** The report of that id, if it is within somebody's reach. */
export async function within(from: Db, who: Writer, id: string): Promise<db.ActivityRow | null> {
  const row = await db.activityByPublicId(from, id)
  return row && reaches(await reachOf(from, who), row) ? row : null
}

function viewOf(
  row: db.ActivityRow,
  campaign: CampaignRow,
  names: Awaited<ReturnType<typeof namesFor>>,
  sentBack: SentBack | null,
): StaffActivity {
  const department = names.departments.get(row.departmentId ?? 0) ?? null
  return {
    id: row.publicId,
    campaign: campaign.slug,
    number: row.number,
    state: row.state,
    day: row.day,
    region: row.region,
    regionName: names.regions.get(row.region ?? '') ?? null,
    department: department?.slug ?? null,
    departmentName: department?.name ?? null,
    title: row.title,
    summary: row.summary,
    updatedAt: row.updatedAt,
    sentBack,
  }
}
