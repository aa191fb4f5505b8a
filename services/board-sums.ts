/** Sums of boards, half a second old at most. */
import type { Scope } from '#core/standing/scope'
import * as db from '#db/board-sums'
import { forAMoment } from './memory.ts'
import type { Runtime } from './runtime.ts'

/** In ms. A board made of sums is kept as long again, and no board may be more than a second behind a finish. */
export const keptFor = 500

export const regionSums = (rt: Runtime, contestId: number, scope: Scope) =>
  forAMoment(rt, `region sums ${contestId} ${scope}`, keptFor, () => db.sumsByRegion(rt.storage.read, contestId, scope))

/** How many stand on a board. @param region null: of all regions */
export async function peopleIn(rt: Runtime, contestId: number, scope: Scope, region: string | null): Promise<number> {
  const sums = await regionSums(rt, contestId, scope)
  if (region !== null) return sums.get(region)?.people ?? 0
  return [...sums.values()].reduce((all, { people }) => all + people, 0)
}
