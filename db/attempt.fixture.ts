/** Finished attempts for tests that care for nothing but their outcome. */
import { eq } from 'drizzle-orm'
import { attempts } from './schema/attempt.ts'
import type { Db } from './storage.ts'

type Outcome = Pick<
  typeof attempts.$inferSelect,
  'publicId' | 'contestId' | 'accountId' | 'number' | 'region' | 'organisationId' | 'startedAt' | 'finishedAt'
> & { score: number; correct: number; durationMs: number; maximum?: number }

/** @returns its inner id */
export async function insertFinished(tx: Db, outcome: Outcome): Promise<number> {
  const { startedAt } = outcome
  const rows = await tx
    .insert(attempts)
    .values({
      maximum: 100,
      ...outcome,
      paper: [],
      deadlineAt: startedAt,
      acceptUntil: startedAt,
      heldBy: 0,
      displaced: [],
      finishedBy: 'person',
    })
    .returning({ id: attempts.id })
  return (rows[0] as { id: number }).id
}

/** @returns whose attempt it is */
export async function changeAttempt(
  tx: Db,
  id: number,
  change: Partial<Pick<typeof attempts.$inferSelect, 'score' | 'correct' | 'struckOutAt'>>,
): Promise<number> {
  const rows = await tx.update(attempts).set(change).where(eq(attempts.id, id)).returning({ who: attempts.accountId })
  return (rows[0] as { who: number }).who
}
