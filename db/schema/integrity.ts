/** What is known of the manner of attempts, what of it a person should look at, and what people decided. */
import type { Suspicion } from '../../core/integrity/trace.ts'
import { flag, identity, index, instant, integer, json, table, text, uniqueIndex } from '../columns.ts'
import { accounts } from './account.ts'
import { attempts } from './attempt.ts'
import { contests } from './contest.ts'

/** Where an attempt came from, as keyed hashes that mean nothing elsewhere. Erased after the contest (services/integrity.ts). */
export const attemptTraces = table('attempt_traces', {
  attemptId: integer()
    .primaryKey()
    .references(() => attempts.id),
  /** Of the browser's mark. Null when it has none. */
  device: text(),
  /** Of the coarse address (core/account/address.ts). */
  network: text(),
  /** How often the page was left while the clock ran. */
  leaves: integer().notNull(),
})

/** One person in one contest whom somebody should look at. Found by machine, decided by people. */
export const reviewCases = table(
  'review_cases',
  {
    id: identity(),
    publicId: text().notNull(),
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    attemptId: integer()
      .notNull()
      .references(() => attempts.id),
    /** Tenths. */
    weight: integer().notNull(),
    reasons: json<Suspicion[]>().notNull(),
    /** Would get a prize, or a chance in a draw, as things stand. */
    candidate: flag().notNull(),
    foundAt: instant().notNull(),
    decision: text().$type<'cleared' | 'struck-out'>(),
    decidedAt: instant(),
    decidedBy: integer().references(() => accounts.id),
    note: text(),
  },
  t => [
    uniqueIndex('review_cases_public_id').on(t.publicId),
    uniqueIndex('review_cases_account').on(t.contestId, t.accountId),
  ],
)

/** A person's attempts at a contest count no more, with the reason that the person reads; until it is undone. */
export const strikes = table(
  'strikes',
  {
    id: identity(),
    publicId: text().notNull(),
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    reason: text().notNull(),
    struckBy: integer()
      .notNull()
      .references(() => accounts.id),
    struckAt: instant().notNull(),
    appealUntil: instant(),
    appeal: text(),
    appealedAt: instant(),
    answer: text(),
    answeredBy: integer().references(() => accounts.id),
    answeredAt: instant(),
    undoneAt: instant(),
    undoneBy: integer().references(() => accounts.id),
    undoneWhy: text(),
  },
  t => [uniqueIndex('strikes_public_id').on(t.publicId), index('strikes_of').on(t.contestId, t.accountId)],
)

/** When a contest was last looked through, and what was found. */
export const reviewRuns = table('review_runs', {
  contestId: integer()
    .primaryKey()
    .references(() => contests.id),
  at: instant().notNull(),
  attempts: integer().notNull(),
  cases: integer().notNull(),
})
