/** What a report on an activity may say, and about whom: its writer's reach, and the borders of its texts. */
import { type Allowed, has } from '#core/account/roles'
import { type ActivityDraft, activityLengths, type Reach, reaches } from '#core/activity/activity'
import { no, type Outcome, yes } from '#core/refusal'
import { accountById } from '#db/account'
import type { ActivityRow } from '#db/activity'
import { allDepartments, type CampaignRow, campaignBySlug } from '#db/campaign'
import type { Db } from '#db/storage'
import { namesFor } from './campaign.ts'
import { unitsOf } from './region.ts'
import type { Runtime } from './runtime.ts'

type Writer = Allowed<'activities.write'>

/** For whom somebody reports. */
export async function reachOf(db: Db, who: Writer): Promise<Reach> {
  if (has(who, 'campaigns.write')) return { all: true, region: null, departmentId: null }
  const account = await accountById(db, who.id)
  return {
    all: false,
    region: account?.reportsRegion ?? null,
    departmentId: account?.reportsDepartment ?? null,
  }
}

type Checked = Pick<ActivityRow, 'day' | 'region' | 'departmentId' | 'title' | 'summary' | 'body'>

/** @returns refusals: activity-incomplete (`where`), region-unknown, department-unknown, activity-not-yours */
export async function checkedDraft(
  rt: Runtime,
  who: Writer,
  campaign: CampaignRow,
  draft: ActivityDraft,
): Promise<Outcome<Checked>> {
  const where = missingIn(draft)
  if (where) return no('activity-incomplete', { where })
  const units = await unitsOf(rt, campaign.edition)
  if (draft.region !== null && !units.some(unit => unit.slug === draft.region)) return no('region-unknown')
  const departments = await allDepartments(rt.storage.read)
  const department = departments.find(({ slug }) => slug === draft.department)
  if (draft.department !== null && !department) return no('department-unknown')
  const { day, region, title, summary, body } = draft
  const departmentId = department?.id ?? null
  const reach = await reachOf(rt.storage.read, who)
  return reaches(reach, { region, departmentId })
    ? yes({ day, region, departmentId, title, summary, body })
    : no('activity-not-yours')
}

function missingIn({ title, summary, body, region, department }: ActivityDraft): string | null {
  const fits = (text: string, { least, most }: { least: number; most: number }) =>
    [...text].length >= least && [...text].length <= most
  if (!fits(title.zh, activityLengths.title) || [...title.en].length > activityLengths.title.most * 2) return 'title'
  if (!fits(summary.zh, activityLengths.summary) || [...summary.en].length > activityLengths.summary.most * 2)
    return 'summary'
  if (body.zh.length > activityLengths.body || body.en.length > activityLengths.body * 2) return 'body'
  return region === null && department === null ? 'department' : null
}

/**
 * What a report may be about, for its form. `city`: also for no single district; `alone`: also without a department.
 * @returns null for an unknown campaign
 */
export async function placesToReport(rt: Runtime, who: Writer, slug: string) {
  const campaign = await campaignBySlug(rt.storage.read, slug)
  if (!campaign) return null
  const { all, region, departmentId } = await reachOf(rt.storage.read, who)
  const names = await namesFor(rt, campaign.edition)
  const regions = [...names.regions].map(([slug, name]) => ({ slug, name }))
  const departments = [...names.departments].filter(([id]) => all || id === departmentId).map(([, named]) => named)
  const any = all || departmentId !== null
  return {
    regions: any ? regions : regions.filter(unit => unit.slug === region),
    departments,
    city: any || region === null,
    alone: all || region !== null || departments.length === 0,
  }
}
