/** What a big screen is told: nothing that the boards do not show. */
import type { Phase } from './contest/phase.ts'
import type { WireGroupRow, WirePersonRow } from './wire.ts'

export interface WireLive {
  phase: Phase
  participants: number
  /** Districts and counties with at least one participant; how many is not said below five. */
  regionsIn: number
  regions: Pick<WireGroupRow, 'slug' | 'name' | 'participants' | 'perTenThousand'>[]
  people: Pick<WirePersonRow, 'rank' | 'name' | 'region' | 'score'>[]
  /** The boards stand still until their reveal. */
  frozen: boolean
  /** No rows yet: the reveal is under way, or the rules show scores only after the close. */
  hidden: boolean
  /** Whether districts and counties are ranked. */
  ranks: boolean
  asOf: number
}
