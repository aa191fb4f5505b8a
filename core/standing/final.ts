/** Who goes on to the final. */
import type { ContestRules } from '../contest/rules.ts'

/** The first n; whoever shares the last rank of them goes on too: a place in a final is no prize to be drawn. */
export const goesOn = ({ final }: Pick<ContestRules, 'final'>, rank: number | null): boolean =>
  final !== null && rank !== null && rank <= final.first
