/** Dice of the invented contest. */
import type { Random } from '../../paper/paper.ts'

export const several = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

/** About normal, mean 0, deviation 1: a sum of twelve. */
export const bell = (random: Random): number => several(12, random).reduce((sum, value) => sum + value, 0) - 6
