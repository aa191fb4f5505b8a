/** Where people stand, and the counts that boards are read from. All of it can be made again from the attempts. */
import { bytes, identity, index, instant, integer, primaryKey, table, text } from '../columns.ts'
import { accounts, organisations } from './account.ts'
import { attempts } from './attempt.ts'
import { contests } from './contest.ts'

/** What every standing says beside whose it is. */
const result = () => ({
  score: integer().notNull(),
  durationMs: integer().notNull(),
  finishedAt: instant().notNull(),
  region: text(),
  correct: integer().notNull().default(0),
  /** Finished attempts that make the result. */
  attempts: integer().notNull().default(1),
  /** Decides what the rules leave to the lot: fixed for a person in a contest, foreseen by nobody. */
  lot: instant().notNull().default(0),
  /** The place in the order of the board, spelled out (core/standing/order.ts). Null only in rows of older versions. */
  orderKey: bytes(),
})

/** The result that counts for a person in a contest. Written by the same unit that finishes the attempt. */
export const standings = table(
  'standings',
  {
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    /** The attempt that counts; of several that make the result together, the last. */
    attemptId: integer()
      .notNull()
      .references(() => attempts.id),
    ...result(),
    organisationId: integer().references(() => organisations.id),
    /** 'day-YYYY-MM-DD', the day on which the person came: that of the first attempt that was not struck out. */
    joined: text().notNull().default(''),
  },
  t => [
    primaryKey({ columns: [t.contestId, t.accountId] }),
    index('standings_by_key').on(t.contestId, t.orderKey),
    index('standings_by_region_key').on(t.contestId, t.region, t.orderKey),
  ],
)

/** The same for a stage, a track or a day of a contest; no foreign keys, since each row stands beside one of the whole contest. */
export const partStandings = table(
  'part_standings',
  {
    contestId: integer().notNull(),
    accountId: integer().notNull(),
    /** 'stage-…', 'track-…', 'day-YYYY-MM-DD' (core/standing/scope.ts). */
    scope: text().notNull(),
    attemptId: integer().notNull(),
    ...result(),
    organisationId: integer(),
  },
  t => [
    primaryKey({ columns: [t.contestId, t.accountId, t.scope] }),
    index('part_standings_by_key').on(t.contestId, t.scope, t.orderKey),
    index('part_standings_by_region_key').on(t.contestId, t.scope, t.region, t.orderKey),
  ],
)

/** Which people a count is of: a contest, a scope of it, and one region or ('') all. */
const board = () => ({
  contestId: integer().notNull(),
  scope: text().notNull(),
  region: text().notNull(),
})

/**
 * How many stand in each stretch of a board's order. Level 1: stretches of some hundred people, from `start` to the
 * next one's start. Level 2: stretches of some dozens of those. A rank is a few short sums, wherever it is.
 */
export const boardCounts = table(
  'board_counts',
  { ...board(), level: integer().notNull(), start: bytes().notNull(), n: integer().notNull() },
  t => [primaryKey({ columns: [t.contestId, t.scope, t.region, t.level, t.start] })],
)

/** People, points and squares of points by group: everybody (''), a region, an organisation, those who came on a day. */
export const boardSums = table(
  'board_sums',
  {
    contestId: integer().notNull(),
    scope: text().notNull(),
    kind: text().$type<'region' | 'organisation' | 'joined'>().notNull(),
    name: text().notNull(),
    people: integer().notNull(),
    score: instant().notNull(),
    squares: instant().notNull(),
  },
  t => [primaryKey({ columns: [t.contestId, t.scope, t.kind, t.name] })],
)

/**
 * What has changed in the standings and is not yet in the counts. Only ever appended to by the unit that changes a
 * standing, so that many finishes at once never wait for each other's counters; every reader adds them.
 */
export const boardChanges = table(
  'board_changes',
  {
    id: identity(),
    contestId: integer().notNull(),
    scope: text().notNull(),
    region: text(),
    organisationId: integer(),
    joined: text(),
    orderKey: bytes().notNull(),
    /** 1 for a standing that came, -1 for one that went; its points and their square likewise. */
    n: integer().notNull(),
    score: instant().notNull(),
    squares: instant().notNull(),
  },
  t => [index('board_changes_of').on(t.contestId, t.scope)],
)

/** What organizers did to the boards of a contest: the newest of a kind holds. */
export const boardActs = table(
  'board_acts',
  {
    id: identity(),
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    act: text().$type<'freeze' | 'reveal' | 'ranks-off' | 'ranks-on'>().notNull(),
    actorId: integer()
      .notNull()
      .references(() => accounts.id),
    reason: text().notNull(),
    at: instant().notNull(),
  },
  t => [index('board_acts_of').on(t.contestId)],
)

/** People whose standing waits behind a frozen board. */
export const heldStandings = table(
  'held_standings',
  {
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
  },
  t => [primaryKey({ columns: [t.contestId, t.accountId] })],
)
