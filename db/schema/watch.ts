/** What organizers do to a contest that runs, said to everybody; and extra time for single persons. */
import type { LocalText } from '../../core/locale.ts'
import { identity, index, instant, integer, json, table, text, uniqueIndex } from '../columns.ts'
import { accounts } from './account.ts'
import { contests } from './contest.ts'

/** Each is public: the reason stands on the contest's page. */
export const contestNotices = table(
  'contest_notices',
  {
    id: identity(),
    publicId: text().notNull(),
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    kind: text().$type<'paused' | 'resumed' | 'extended' | 'extension-undone'>().notNull(),
    words: json<LocalText>().notNull(),
    /** Of an extension: the close before and after. */
    closedBefore: instant(),
    closesAfter: instant(),
    actorId: integer()
      .notNull()
      .references(() => accounts.id),
    at: instant().notNull(),
  },
  t => [uniqueIndex('contest_notices_public_id').on(t.publicId), index('contest_notices_of').on(t.contestId, t.at)],
)

/** More time for one person, in per cent of the usual: 150 is half as much again. */
export const extraTimes = table(
  'extra_times',
  {
    id: identity(),
    publicId: text().notNull(),
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    percent: integer().notNull(),
    reason: text().notNull(),
    grantedBy: integer()
      .notNull()
      .references(() => accounts.id),
    grantedAt: instant().notNull(),
    undoneBy: integer().references(() => accounts.id),
    undoneAt: instant(),
  },
  t => [uniqueIndex('extra_times_public_id').on(t.publicId), index('extra_times_of').on(t.contestId, t.accountId)],
)
