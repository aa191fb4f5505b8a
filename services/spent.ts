/** Codes, sessions and marks of closed accounts that have served: void before, and then out of the tables too. */
import { dayMs } from '#core/day'
import { eraseCodes } from '#db/code'
import { eraseClosedEntrants } from '#db/entry'
import { eraseSessions } from '#db/session'
import type { Runtime } from './runtime.ts'

/** Once an hour. Codes are counted for a day, so that nobody gets more than ten of them; so long both stay. */
export async function eraseSpent(rt: Runtime): Promise<void> {
  const now = rt.clock.now()
  const before = now - dayMs
  await rt.storage.atomically(async tx => {
    await eraseCodes(tx, before)
    await eraseSessions(tx, before)
    await eraseClosedEntrants(tx, now)
  })
}
