/** What answers say of questions and contests. Computed anew from the answers; nothing here is the only copy. */
import { index, instant, integer, json, primaryKey, table, text } from '../columns.ts'
import { contests } from './contest.ts'
import { revisions } from './question.ts'

/** One question revision in one contest, over everybody's first meeting with it. */
export const itemStatistics = table(
  'item_statistics',
  {
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    revisionId: integer()
      .notNull()
      .references(() => revisions.id),
    /** How many people had it on a paper that they finished. */
    shown: integer().notNull(),
    answered: integer().notNull(),
    right: integer().notNull(),
    /** Thousandths of its points that were got, on average. */
    facility: integer().notNull(),
    /** Point-biserial against the rest score, in thousandths; null where it is not defined. */
    discrimination: integer(),
    /** How often each option of the face was chosen. */
    choices: json<number[]>().notNull(),
    timed: integer().notNull(),
    /** Of the timed ones, in milliseconds. */
    meanMs: integer().notNull(),
    medianMs: integer().notNull(),
  },
  t => [primaryKey({ columns: [t.contestId, t.revisionId] }), index('item_statistics_revision').on(t.revisionId)],
)

/** One contest: how well its papers tell people apart. */
export const contestStatistics = table('contest_statistics', {
  contestId: integer()
    .primaryKey()
    .references(() => contests.id),
  /** First finished attempts, one a person. */
  people: integer().notNull(),
  /** In thousandths of the maximum. */
  mean: integer().notNull(),
  deviation: integer().notNull(),
  /** In thousandths; null where it is not defined. */
  reliability: integer(),
  method: text().$type<'kr20' | 'alpha' | 'kr20-random' | 'alpha-random'>().notNull(),
  /** Finished attempts and the last regrade it was computed from: when these change, it is computed anew. */
  basis: text().notNull(),
  computedAt: instant().notNull(),
})
