/** Versions of a contest's rules. */
import { asc, eq } from 'drizzle-orm'
import type { ContestRules } from '../core/contest/rules.ts'
import { contests } from './schema/contest.ts'
import { contestRulesVersions } from './schema/contest-rules.ts'
import type { Db } from './storage.ts'

/** In order; none when nothing was ever amended. */
export const rulesVersions = async (db: Db, contestId: number) =>
  db
    .select({
      number: contestRulesVersions.number,
      rules: contestRulesVersions.rules,
      closesAt: contestRulesVersions.closesAt,
      reason: contestRulesVersions.reason,
      from: contestRulesVersions.from,
    })
    .from(contestRulesVersions)
    .where(eq(contestRulesVersions.contestId, contestId))
    .orderBy(asc(contestRulesVersions.number))

export async function keepVersion(tx: Db, version: typeof contestRulesVersions.$inferInsert): Promise<void> {
  await tx.insert(contestRulesVersions).values(version)
}

export async function putRules(tx: Db, contestId: number, rules: ContestRules): Promise<void> {
  await tx.update(contests).set({ rules }).where(eq(contests.id, contestId))
}
