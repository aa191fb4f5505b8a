/** What was erased goes out of the files too, not only out of the rows. */
import { dayMs } from '#core/day'
import { rewriteErasable } from '#db/claim'
import type { Runtime } from './runtime.ts'

const isWiped = 'erased data are out of the files'
/** For as long a copy that was made before a migration may be needed to go back to it. */
const copyLife = dayMs

/** Notes that something was erased, so that the files are seen to. */
export const erased = (rt: Runtime): unknown => rt.memory.delete(isWiped)

/** After each erasure; and once after a start, since an earlier process may not have come that far. */
export async function wipeErased(rt: Runtime): Promise<void> {
  if (rt.memory.has(isWiped)) return
  rt.memory.set(isWiped, true)
  await rt.storage.atomically(rewriteErasable)
  if (!(await rt.storage.wipe(rt.clock.now() - copyLife))) erased(rt)
}
