/** The end of prizes, and what follows from it. */
import type { EndReason } from '#core/prize/state'
import { contestById } from '#db/contest'
import type { Db } from '#db/storage'
import { endWinners, listById, type WinnerRow } from '#db/winner'
import { record } from './audit.ts'
import { refill } from './roll-down.ts'
import type { Runtime } from './runtime.ts'

/**
 * Ends prizes for one and the same reason; only then are the lists filled again, so that nobody moves into a prize that
 * is about to end too.
 * @param by null: the winner, or the date @param reason without personal data: the audit log keeps it
 */
export async function endPrizes(
  rt: Runtime,
  tx: Db,
  ended: readonly WinnerRow[],
  why: EndReason,
  by: { id: number; from?: string } | null,
  reason = '',
): Promise<void> {
  const now = rt.clock.now()
  await endWinners(
    tx,
    ended.map(({ id }) => id),
    why,
    now,
  )
  for (const listId of new Set(ended.map(winner => winner.listId))) {
    const list = await listById(tx, listId)
    const contest = list && (await contestById(tx, list.contestId))
    if (!list || !contest) throw new Error(`No list ${listId}`)
    await refill(rt, tx, contest, list)
  }
  for (const { publicId } of ended)
    await record(tx, {
      at: now,
      actor: by,
      action: 'prize.ended',
      subject: `prize:${publicId}`,
      detail: { why },
      reason,
    })
}
