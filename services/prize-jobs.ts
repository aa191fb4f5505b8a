/** What happens to prizes by the clock: late ones go on, dates of erasure are kept, exclusions take effect. */
import { claimsToErase, eraseClaim, eraseObjection, objectionsToErase } from '#db/claim'
import { contestById } from '#db/contest'
import { lateWinners, listsInHand } from '#db/winner'
import { record } from './audit.ts'
import { erased, wipeErased } from './erasure.ts'
import { endPrizes } from './prize-end.ts'
import { heedExclusions, refill } from './roll-down.ts'
import type { Runtime } from './runtime.ts'

/** In one unit at most: other units wait for it. */
const atOnce = 50

/** Once a minute. Each step may be cut off and is taken up again. */
export async function keepPrizes(rt: Runtime): Promise<void> {
  const changed = [await endLate(rt), await eraseDue(rt), await heedAll(rt)]
  if (changed.some(Boolean)) rt.pagesChanged()
  await wipeErased(rt)
}

/** Who has not claimed in time has given up; where the rules call alternates, the next one is called. */
async function endLate(rt: Runtime): Promise<boolean> {
  return rt.storage.atomically(async tx => {
    const late = await lateWinners(tx, rt.clock.now(), atOnce)
    await endPrizes(rt, tx, late, 'late', null)
    return late.length > 0
  })
}

/** What winners gave for their prizes, and what objections said, on the date that they were told. */
async function eraseDue(rt: Runtime): Promise<boolean> {
  const now = rt.clock.now()
  return rt.storage.atomically(async tx => {
    const claims = await claimsToErase(tx, now, atOnce)
    for (const id of claims) await eraseClaim(tx, id, now)
    const objections = await objectionsToErase(tx, now, atOnce)
    for (const id of objections) await eraseObjection(tx, id)
    if (claims.length + objections.length > 0) erased(rt)
    if (claims.length === 0) return false
    const detail = { claims: claims.length }
    await record(tx, { at: now, actor: null, action: 'prize.erased', subject: 'prize:due', detail })
    return true
  })
}

/** Whoever was struck out since, or named as an insider, loses the prize; whoever may win again gets it back. */
async function heedAll(rt: Runtime): Promise<boolean> {
  return rt.storage.atomically(async tx => {
    let changed = false
    for (const list of await listsInHand(tx)) {
      const contest = await contestById(tx, list.contestId)
      if (!contest || !(await heedExclusions(rt, tx, contest, list))) continue
      await refill(rt, tx, contest, list)
      changed = true
    }
    return changed
  })
}
