/** What was decided about questions of one paper after it had been handed in, for the person whose paper it is. */
import { type Locale, said } from '#core/locale'
import type { WireCorrection } from '#core/wire'
import type { AttemptRow } from '#db/attempt'
import { regradesOf } from '#db/regrade'
import type { Runtime } from './runtime.ts'

/** Those that scores follow, the oldest first; those taken back too. The paper is the person's own: its places may be named. */
export async function correctionsOf(
  rt: Runtime,
  attempt: Pick<AttemptRow, 'contestId' | 'paper'>,
  locale: Locale,
): Promise<WireCorrection[]> {
  const rows = await regradesOf(rt.storage.read, attempt.contestId)
  const places = new Map(attempt.paper.map(({ revision }, i) => [revision, i + 1]))
  return rows.toReversed().flatMap(({ revisionId, decision, erratum, createdAt, undoneAt, settledAt }) => {
    const position = places.get(revisionId)
    if (position === undefined || settledAt === null) return []
    return [{ position, decision: decision.kind, text: said(erratum, locale), at: createdAt, undoneAt }]
  })
}
