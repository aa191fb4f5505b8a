/** Keys found wrong after papers were marked by them. */
import { and, asc, eq, isNull, placeholder } from 'drizzle-orm'
import { regrades } from './schema/regrade.ts'
import { type Awaitable, type Db, prepared } from './storage.ts'

export type RegradeRow = typeof regrades.$inferSelect

/** Decisions in force, the oldest first. */
export const decisionRows = (db: Db, contestId: number): Awaitable<Pick<RegradeRow, 'revisionId' | 'decision'>[]> =>
  prepared(db, 'decision_rows', db =>
    db
      .select({ revisionId: regrades.revisionId, decision: regrades.decision })
      .from(regrades)
      .where(and(eq(regrades.contestId, placeholder('contestId')), isNull(regrades.undoneAt)))
      .orderBy(asc(regrades.id)),
  ).rows({ contestId })
