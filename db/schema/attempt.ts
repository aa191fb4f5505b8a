/** Attempts and their answers. */
import type { Slot } from '../../core/paper/paper.ts'
import { flag, identity, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '../columns.ts'
import { accounts, organisations } from './account.ts'
import { contests } from './contest.ts'

export const attempts = table(
  'attempts',
  {
    id: identity(),
    publicId: text().notNull(),
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    /** 1, 2, 3 … within (contest, account). Unique: the limit on attempts is a row, not a count. */
    number: integer().notNull(),
    region: text(),
    organisationId: integer().references(() => organisations.id),
    paper: json<Slot[]>().notNull(),
    /** The pool it was drawn from; null for papers that were not drawn at random. */
    poolId: integer(),
    startedAt: instant().notNull(),
    deadlineAt: instant().notNull(),
    acceptUntil: instant().notNull(),
    /** The session (device) that holds the attempt. A new one takes it over; a displaced one is told. */
    heldBy: integer().notNull(),
    displaced: json<number[]>().notNull(),
    /** Since when its clock stands still, because the contest is paused. */
    heldAt: instant(),
    /** For how long it has stood still in all, milliseconds. */
    heldMs: integer().notNull().default(0),
    finishedAt: instant(),
    finishedBy: text().$type<'person' | 'server'>(),
    score: integer(),
    maximum: integer().notNull(),
    correct: integer(),
    durationMs: integer(),
    /** Struck out of the contest: counts on no board. Who, why and an appeal stand elsewhere. Null again when undone. */
    struckOutAt: instant(),
  },
  t => [
    uniqueIndex('attempts_public_id').on(t.publicId),
    uniqueIndex('attempts_number').on(t.contestId, t.accountId, t.number),
    index('attempts_account').on(t.accountId),
    index('attempts_overdue').on(t.finishedAt, t.acceptUntil),
  ],
)

export const answers = table(
  'answers',
  {
    attemptId: integer()
      .notNull()
      .references(() => attempts.id),
    position: integer().notNull(),
    /** Chosen options as a bit set over the face's options, not over the shuffled ones. 0: taken back. */
    choice: integer().notNull(),
    sequence: integer().notNull(),
    savedAt: instant().notNull(),
    /** When it was first answered, if it has been changed since; null: at savedAt. Time per question is read from these. */
    firstSavedAt: instant(),
    /** Arrived between deadlineAt and acceptUntil. */
    late: flag().notNull(),
  },
  t => [primaryKey({ columns: [t.attemptId, t.position] })],
)
