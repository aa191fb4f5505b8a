/** Where an attempt came from and how often its page was left: signs for a review, never a reason by themselves. */
import { isOver } from '#core/attempt/clock'
import { no, type Outcome, yes } from '#core/refusal'
import { attemptByPublicId } from '#db/attempt'
import { countLeave, insertTrace } from '#db/integrity'
import type { Db } from '#db/storage'
import type { Runtime } from './runtime.ts'
import type { SignedIn } from './session.ts'

/** The browser's mark and the coarse address, as they came with the request. */
export interface Origin {
  browser: string | null
  network: string
}

/** Kept as keyed hashes of this contest: nobody can be followed from one contest to the next. */
export const keepTrace = (rt: Runtime, tx: Db, contestId: number, attemptId: number, origin: Origin): Promise<void> => {
  const hashed = (what: string, value: string) => rt.secrets.traceHash(`${what} ${contestId} ${value}`)
  return insertTrace(tx, {
    attemptId,
    device: origin.browser === null ? null : hashed('device', origin.browser),
    network: origin.network === '' ? null : hashed('network', origin.network),
  })
}

/** The page of one's own attempt was left and is back. @returns refusals: not-found, attempt-over */
export async function leftPage(rt: Runtime, who: SignedIn, attemptId: string): Promise<Outcome<null>> {
  return rt.storage.atomically(async tx => {
    const attempt = await attemptByPublicId(tx, attemptId)
    if (!attempt || attempt.accountId !== who.account.id) return no('not-found')
    if (isOver(attempt, rt.clock.now())) return no('attempt-over')
    await countLeave(tx, attempt.id)
    return yes(null)
  })
}
