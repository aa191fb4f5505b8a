/** What was decided about questions of a contest after papers had been marked. */
import { combined, type Decision } from '#core/attempt/regrade'
import { decisionRows } from '#db/regrade'
import type { Db } from '#db/storage'

/** Decisions in force, by revision. */
export const decisionsIn = async (db: Db, contestId: number): Promise<Map<number, Decision>> =>
  byRevision(await decisionRows(db, contestId))

/** For statistics: whoever gave an accepted answer was right; points for all would say nothing about a question. */
export const acceptedIn = async (db: Db, contestId: number): Promise<Map<number, Decision>> =>
  byRevision((await decisionRows(db, contestId)).filter(row => row.decision.kind === 'accept'))

function byRevision(rows: readonly { revisionId: number; decision: Decision }[]): Map<number, Decision> {
  const found = new Map<number, Decision>()
  for (const [revision, decided] of Map.groupBy(rows, row => row.revisionId)) {
    const decision = combined(decided.map(row => row.decision))
    if (decision) found.set(revision, decision)
  }
  return found
}
