/** The twenty contests. */
import { constitution } from './constitution.ts'
import { law } from './law.ts'
import { local } from './local.ts'
import { propertyDrawn } from './property-drawn.ts'
import { propertyRanked } from './property-ranked.ts'
import type { RealContest } from './real.ts'
import { safety } from './safety.ts'

export const realContests: RealContest[] = [
  ...propertyRanked,
  ...propertyDrawn,
  ...constitution,
  ...law,
  ...safety,
  ...local,
]
