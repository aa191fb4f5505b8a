/** The second factor of staff: one authenticator app each, and codes on paper for when the phone is gone. */
import { identity, index, instant, integer, table, text } from '../columns.ts'
import { accounts } from './account.ts'

export const secondFactors = table('second_factors', {
  accountId: integer()
    .primaryKey()
    .references(() => accounts.id),
  /** Encrypted with a key outside the database. */
  secretCipher: text().notNull(),
  createdAt: instant().notNull(),
  /** Null until the first right code: only then is it asked for. */
  confirmedAt: instant(),
  /** The newest time step whose code was taken: a code works once, and no older one after it. */
  lastStep: integer(),
  /** Wrong codes in a row, and when the last one came. */
  failures: integer().notNull().default(0),
  failedAt: instant(),
})

export const recoveryCodes = table(
  'recovery_codes',
  {
    id: identity(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    codeHash: text().notNull(),
    usedAt: instant(),
  },
  t => [index('recovery_codes_account').on(t.accountId)],
)
