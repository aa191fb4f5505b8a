/** Rules as they stood, and who changed them. */
import { upgraded } from '../../core/contest/upgrade.ts'
import type { LocalText } from '../../core/locale.ts'
import { instant, integer, json, jsonOf, primaryKey, table } from '../columns.ts'
import { accounts } from './account.ts'
import { contests } from './contest.ts'

/** Version 1 is what the contest opened with; each later one was proposed by one person and approved by another. */
export const contestRulesVersions = table(
  'contest_rules_versions',
  {
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    number: integer().notNull(),
    rules: jsonOf(upgraded).notNull(),
    closesAt: instant().notNull(),
    /** Null for version 1. */
    reason: json<LocalText>(),
    proposedBy: integer().references(() => accounts.id),
    approvedBy: integer().references(() => accounts.id),
    from: instant().notNull(),
  },
  t => [primaryKey({ columns: [t.contestId, t.number] })],
)
