/** People, their organisations, their sessions, and the links that let staff in. */
import type { Role } from '../../core/account/roles.ts'
import { flag, identity, index, instant, integer, json, table, text, uniqueIndex } from '../columns.ts'

export const accounts = table(
  'accounts',
  {
    id: identity(),
    publicId: text().notNull(),
    /** HMAC of the phone: finds it. The cipher shows it. The keys lie outside the database. */
    phoneIndex: text(),
    phoneCipher: text(),
    name: text(),
    showName: flag().notNull(),
    regionEdition: text(),
    region: text(),
    organisationId: integer().references(() => organisations.id),
    /** Staff only. */
    login: text(),
    passwordHash: text(),
    roles: json<Role[]>().notNull(),
    /** For whom a reporter reports: a district or county, a department (its id). */
    reportsRegion: text(),
    reportsDepartment: integer(),
    /** Invented people of the sample contest: nobody's data. */
    sample: flag().notNull(),
    createdAt: instant().notNull(),
    /**
     * The account is over: of staff who left (no sign-in, no rights, and their work keeps its name), and of citizens who
     * closed theirs (services/closing.ts): the row stays without a word about who it was.
     */
    deactivatedAt: instant(),
  },
  t => [
    uniqueIndex('accounts_public_id').on(t.publicId),
    uniqueIndex('accounts_phone').on(t.phoneIndex),
    uniqueIndex('accounts_login').on(t.login),
  ],
)

export const organisations = table(
  'organisations',
  {
    id: identity(),
    publicId: text().notNull(),
    name: text().notNull(),
    /** NFKC, lower case, without spaces and punctuation: one organisation, one row. */
    normalName: text().notNull(),
    createdAt: instant().notNull(),
  },
  t => [uniqueIndex('organisations_public_id').on(t.publicId), uniqueIndex('organisations_name').on(t.normalName)],
)

export const sessions = table(
  'sessions',
  {
    id: identity(),
    tokenHash: text().notNull(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    createdAt: instant().notNull(),
    seenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    /** When the second factor was last given; without it a session of staff carries no rights. */
    factorAt: instant(),
  },
  t => [uniqueIndex('sessions_token').on(t.tokenHash), index('sessions_account').on(t.accountId)],
)

export const codes = table(
  'codes',
  {
    id: identity(),
    phoneIndex: text().notNull(),
    codeHash: text().notNull(),
    /** Hash of the request id in the browser's cookie: another browser cannot use the code. */
    browserHash: text().notNull(),
    tries: integer().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  t => [index('codes_phone').on(t.phoneIndex, t.createdAt)],
)

export const setupTokens = table(
  'setup_tokens',
  {
    id: identity(),
    tokenHash: text().notNull(),
    /** Whose password it sets; null: it makes the first staff account. */
    accountId: integer().references(() => accounts.id),
    createdAt: instant().notNull(),
    usedAt: instant(),
    usedBy: integer(),
  },
  t => [uniqueIndex('setup_tokens_hash').on(t.tokenHash)],
)
