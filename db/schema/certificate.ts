/** Certificates: who holds one, for what, and whether it still holds. The picture is drawn when somebody asks. */
import type { LocalText } from '../../core/locale.ts'
import { identity, index, instant, integer, json, table, text, uniqueIndex } from '../columns.ts'
import { accounts } from './account.ts'
import { contests } from './contest.ts'

export const certificates = table(
  'certificates',
  {
    id: identity(),
    /** core/certificate/number.ts, without hyphens. */
    number: text().notNull(),
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    basis: text().$type<'mark' | 'winners'>().notNull(),
    /** What it certifies: 一等奖, 成绩合格. */
    level: json<LocalText>().notNull(),
    score: integer(),
    issuedAt: instant().notNull(),
    issuedBy: integer().references(() => accounts.id),
    revokedAt: instant(),
    revokedBy: integer().references(() => accounts.id),
    revokedWhy: text(),
  },
  t => [
    uniqueIndex('certificates_number').on(t.number),
    uniqueIndex('certificates_holder').on(t.contestId, t.accountId, t.basis),
    index('certificates_account').on(t.accountId),
  ],
)
