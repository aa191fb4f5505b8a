/** What people say of themselves to enter a contest, and who is invited to one. */
import { flag, instant, integer, primaryKey, table, text } from '../columns.ts'
import { accounts } from './account.ts'
import { contests } from './contest.ts'

/** Only where the rules ask for something that the account does not say. */
export const contestEntries = table(
  'contest_entries',
  {
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    track: text(),
    /** Said "个人" instead of an organisation. */
    individual: flag().notNull(),
    /** Employee's or student's number. The key lies outside the database. */
    numberCipher: text(),
    /** When the person said to be old enough; when a guardian agreed for one who is under fourteen. */
    ageSaidAt: instant(),
    guardianAgreedAt: instant(),
    createdAt: instant().notNull(),
  },
  t => [primaryKey({ columns: [t.contestId, t.accountId] })],
)

/** Phones by their blind index: whoever signs in with one of them is invited. */
export const contestInvitations = table(
  'contest_invitations',
  {
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    phoneIndex: text().notNull(),
    invitedBy: integer().references(() => accounts.id),
    invitedAt: instant().notNull(),
  },
  t => [primaryKey({ columns: [t.contestId, t.phoneIndex] })],
)

/**
 * Who closed the account after entering a contest that still runs: keyed hashes of their phones, of that contest alone,
 * so that closing gives nobody a second set of attempts. Erased after the contest (services/spent.ts).
 */
export const closedEntrants = table(
  'closed_entrants',
  {
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    entrant: text().notNull(),
    closedAt: instant().notNull(),
  },
  t => [primaryKey({ columns: [t.contestId, t.entrant] })],
)
