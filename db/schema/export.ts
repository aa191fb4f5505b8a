/** Exports of personal data. */
import { flag, identity, instant, integer, table, text } from '../columns.ts'
import { contests } from './contest.ts'

/** Every export of personal data: who, when, what, how many rows. */
export const exports = table('exports', {
  id: identity(),
  contestId: integer()
    .notNull()
    .references(() => contests.id),
  kind: text().$type<'standings' | 'winners'>().notNull(),
  format: text().$type<'xlsx' | 'csv'>().notNull(),
  /** Phones and names as on public lists, or in full. */
  masked: flag().notNull().default(false),
  reason: text().notNull().default(''),
  rows: integer().notNull(),
  createdBy: integer().notNull(),
  createdAt: instant().notNull(),
})
