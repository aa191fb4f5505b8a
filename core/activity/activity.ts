/** A report on the campaign page: its states as a table, and who may write for whom. */
import type { Right } from '../account/roles.ts'
import type { LocalText } from '../locale.ts'

export const activityStates = ['draft', 'submitted', 'published', 'withdrawn'] as const
export type ActivityState = (typeof activityStates)[number]

export const activityActions = ['submit', 'take-back', 'publish', 'return', 'withdraw', 'reopen'] as const
export type ActivityAction = (typeof activityActions)[number]

interface Step {
  from: ActivityState
  to: ActivityState
  right: Right
  /** Whoever wrote the report is told why. */
  reason: boolean
}

/** Buttons, use cases and tests ask this table. Only a draft can be edited. */
export const steps: Record<ActivityAction, Step> = {
  submit: { from: 'draft', to: 'submitted', right: 'activities.write', reason: false },
  'take-back': { from: 'submitted', to: 'draft', right: 'activities.write', reason: false },
  publish: { from: 'submitted', to: 'published', right: 'campaigns.write', reason: false },
  return: { from: 'submitted', to: 'draft', right: 'campaigns.write', reason: true },
  withdraw: { from: 'published', to: 'withdrawn', right: 'campaigns.write', reason: true },
  reopen: { from: 'withdrawn', to: 'draft', right: 'campaigns.write', reason: true },
}

/** For whom somebody reports. Organizers report for everybody: both are null and `all` is true. */
export interface Reach {
  all: boolean
  region: string | null
  departmentId: number | null
}

/** Whether a report is within somebody's reach. Outside it does not exist for them. */
export const reaches = (
  { all, region, departmentId }: Reach,
  report: { region: string | null; departmentId: number | null },
): boolean =>
  all ||
  (departmentId !== null && report.departmentId === departmentId) ||
  (region !== null && report.departmentId === null && report.region === region)

export interface ActivityDraft {
  /** 'YYYY-MM-DD', or null. */
  day: string | null
  region: string | null
  department: string | null
  title: LocalText
  summary: LocalText
  body: LocalText
}

/** Characters; the least that a reader can make something of. */
export const activityLengths = { title: { least: 2, most: 80 }, summary: { least: 4, most: 300 }, body: 8000 }
export const altLengths = { least: 4, most: 200 }
export const mostPictures = 9
