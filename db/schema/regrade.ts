/** Keys found wrong after papers were marked by them. */
import type { Decision } from '../../core/attempt/regrade.ts'
import type { LocalText } from '../../core/locale.ts'
import { identity, index, instant, integer, json, table, text, uniqueIndex } from '../columns.ts'
import { accounts } from './account.ts'
import { contests } from './contest.ts'
import { revisions } from './question.ts'

/** A decision about one question of one contest. In force until it is undone: scores follow from keys and these rows. */
export const regrades = table(
  'regrades',
  {
    id: identity(),
    publicId: text().notNull(),
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    revisionId: integer()
      .notNull()
      .references(() => revisions.id),
    decision: json<Decision>().notNull(),
    reason: text().notNull(),
    /** What the contest's public pages say about it. */
    erratum: json<LocalText>().notNull(),
    createdBy: integer()
      .notNull()
      .references(() => accounts.id),
    createdAt: instant().notNull(),
    undoneBy: integer().references(() => accounts.id),
    undoneAt: instant(),
    undoneReason: text(),
    /** Null while attempts are being marked again; readers see the scores of before until then. */
    settledAt: instant(),
    /** Since when many new scores are being taken over, some at a time: nobody sees half of it on a board. */
    takingOverAt: instant(),
    /** Of `total` attempts, for the progress bar. */
    marked: integer().notNull().default(0),
    total: integer().notNull().default(0),
  },
  t => [uniqueIndex('regrades_public_id').on(t.publicId), index('regrades_contest').on(t.contestId, t.undoneAt)],
)
