/** Contests and the sets they draw from. */
import { upgraded } from '../../core/contest/upgrade.ts'
import type { LocalText } from '../../core/locale.ts'
import { flag, identity, instant, integer, json, jsonOf, primaryKey, table, text, uniqueIndex } from '../columns.ts'
import { questionSets } from './question.ts'

export const contests = table(
  'contests',
  {
    id: identity(),
    publicId: text().notNull(),
    slug: text().notNull(),
    title: json<LocalText>().notNull(),
    summary: json<LocalText>().notNull(),
    edition: text().notNull(),
    opensAt: instant().notNull(),
    closesAt: instant().notNull(),
    rules: jsonOf(upgraded).notNull(),
    sample: flag().notNull(),
    createdBy: integer(),
    createdAt: instant().notNull(),
    publishedAt: instant(),
    /** Nobody starts, and the clocks of those at it stand still. */
    pausedAt: instant(),
    /** Invented people run this copy of that contest: in no list, found by its address alone. */
    rehearsalOf: integer(),
  },
  t => [uniqueIndex('contests_public_id').on(t.publicId), uniqueIndex('contests_slug').on(t.slug)],
)

export const contestSets = table(
  'contest_sets',
  {
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    setId: integer()
      .notNull()
      .references(() => questionSets.id),
  },
  t => [primaryKey({ columns: [t.contestId, t.setId] })],
)
