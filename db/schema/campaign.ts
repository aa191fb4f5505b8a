/** Publicity campaigns: their days, what departments, districts and counties report, and the pictures of it. */
import type { ActivityAction, ActivityState } from '../../core/activity/activity.ts'
import type { LocalText } from '../../core/locale.ts'
import {
  bytes,
  flag,
  identity,
  index,
  instant,
  integer,
  json,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '../columns.ts'
import { accounts } from './account.ts'
import { contests } from './contest.ts'

/** Who reports besides districts and counties: offices of the city and those who work with them. */
export const departments = table(
  'departments',
  { id: identity(), slug: text().notNull(), name: json<LocalText>().notNull(), createdAt: instant().notNull() },
  t => [uniqueIndex('departments_slug').on(t.slug)],
)

export const campaigns = table(
  'campaigns',
  {
    id: identity(),
    slug: text().notNull(),
    title: json<LocalText>().notNull(),
    /** May be empty: not every week had a theme beside its slogan. */
    theme: json<LocalText>().notNull(),
    slogan: json<LocalText>().notNull(),
    lead: json<LocalText>().notNull(),
    /** Whose districts and counties report. */
    edition: text().notNull(),
    year: integer().notNull(),
    /** 'YYYY-MM-DD'; null where the days are not on record. */
    fromDay: text(),
    toDay: text(),
    createdBy: integer().references(() => accounts.id),
    createdAt: instant().notNull(),
    publishedAt: instant(),
  },
  t => [uniqueIndex('campaigns_slug').on(t.slug)],
)

/** The calendar: what is planned, in order; without a day where none is on record. */
export const campaignItems = table(
  'campaign_items',
  {
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id),
    position: integer().notNull(),
    day: text(),
    title: json<LocalText>().notNull(),
  },
  t => [primaryKey({ columns: [t.campaignId, t.position] })],
)

/** The contests that belong to a campaign. */
export const campaignContests = table(
  'campaign_contests',
  {
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id),
    contestId: integer()
      .notNull()
      .references(() => contests.id),
  },
  t => [primaryKey({ columns: [t.campaignId, t.contestId] })],
)

export const activities = table(
  'activities',
  {
    id: identity(),
    publicId: text().notNull(),
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id),
    /** 1, 2, 3 … within the campaign: its public address. */
    number: integer().notNull(),
    day: text(),
    /** Null: for the whole city. */
    region: text(),
    departmentId: integer().references(() => departments.id),
    title: json<LocalText>().notNull(),
    summary: json<LocalText>().notNull(),
    /** Markdown of the subset that components/campaign/prose.tsx draws. */
    body: json<LocalText>().notNull(),
    state: text().$type<ActivityState>().notNull(),
    createdBy: integer().references(() => accounts.id),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    publishedAt: instant(),
  },
  t => [
    uniqueIndex('activities_public_id').on(t.publicId),
    uniqueIndex('activities_number').on(t.campaignId, t.number),
    index('activities_state').on(t.campaignId, t.state, t.day),
  ],
)

/** Each step of a report, with its reason. */
export const activityEvents = table(
  'activity_events',
  {
    id: identity(),
    activityId: integer()
      .notNull()
      .references(() => activities.id),
    action: text().$type<ActivityAction>().notNull(),
    reason: text().notNull(),
    by: integer().references(() => accounts.id),
    at: instant().notNull(),
  },
  t => [index('activity_events_activity').on(t.activityId, t.at)],
)

/** Pictures, made anew from what was uploaded: WebP without metadata, in two sizes. */
export const pictures = table(
  'pictures',
  {
    id: identity(),
    publicId: text().notNull(),
    activityId: integer()
      .notNull()
      .references(() => activities.id),
    position: integer().notNull(),
    alt: json<LocalText>().notNull(),
    /** Drawn or taken for illustration, not of the event itself. */
    illustration: flag().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    large: bytes().notNull(),
    small: bytes().notNull(),
    createdBy: integer().references(() => accounts.id),
    createdAt: instant().notNull(),
  },
  t => [uniqueIndex('pictures_public_id').on(t.publicId), index('pictures_activity').on(t.activityId, t.position)],
)

/** The organizer has made the report at the end of a contest public, in its masked form. */
export const contestReports = table('contest_reports', {
  contestId: integer()
    .primaryKey()
    .references(() => contests.id),
  publishedAt: instant().notNull(),
  publishedBy: integer().references(() => accounts.id),
})
