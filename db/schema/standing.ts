/** Where people stand. */
import { index, instant, integer, primaryKey, table, text } from '../columns.ts'
import { accounts, organisations } from './account.ts'
import { attempts } from './attempt.ts'
import { contests } from './contest.ts'

/** The attempt that counts for a person in a contest. Written by the same unit that finishes the attempt. */
export const standings = table(
  'standings',
  {
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    attemptId: integer()
      .notNull()
      .references(() => attempts.id),
    score: integer().notNull(),
    durationMs: integer().notNull(),
    finishedAt: instant().notNull(),
    region: text(),
    organisationId: integer().references(() => organisations.id),
  },
  t => [
    primaryKey({ columns: [t.contestId, t.accountId] }),
    index('standings_order').on(t.contestId, t.score, t.durationMs, t.finishedAt),
    index('standings_region').on(t.contestId, t.region, t.score, t.durationMs, t.finishedAt),
  ],
)
