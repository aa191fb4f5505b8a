/** Draws that are decided the moment a paper is handed in: one in so many chances wins, as long as there are prizes. */
import type { ContestRules } from '../contest/rules.ts'
import type { Counting } from '../standing/counted.ts'
import { chanceOf, type DrawRule } from './qualify.ts'

type Rules = Parameters<typeof chanceOf>[0]

export const instantDraws = ({ draws }: Pick<ContestRules, 'draws'>): DrawRule[] =>
  draws.filter(({ when }) => when === 'instant')

/**
 * How many chances a paper brings: those its person has with it, less those without. So a chance for each person comes
 * once, and one for each perfect paper with every such paper.
 * @param before the person's other finished attempts @param after those and the paper
 */
export function chancesGained(
  rules: Rules,
  draw: DrawRule,
  before: readonly Counting[],
  after: readonly Counting[],
): number {
  // Nobody is fallen back to: there is never too few of those who have not come yet.
  const own = { ...draw, fallBackTo: null }
  const held = (attempts: readonly Counting[]) => chanceOf(rules, own, attempts)?.chances ?? 0
  return Math.max(0, held(after) - held(before))
}

/** @param below a whole number from 0 to before n, each as likely @returns whether one of the chances wins */
export function hits(chances: number, oneIn: number | null, below: (n: number) => number): boolean {
  if (oneIn === null) return false
  for (let i = 0; i < chances; i++) if (below(oneIn) === 0) return true
  return false
}

type Tier = DrawRule['tiers'][number]

/** One of the prizes that are left, each as likely. @param given tiers of those that went before @returns null: none is left */
export function prizeLeft(
  tiers: readonly Tier[],
  given: readonly (string | null)[],
  below: (n: number) => number,
): Tier | null {
  const left = tiers.map(tier => ({
    tier,
    count: Math.max(0, tier.count - given.filter(id => id === tier.id).length),
  }))
  const all = left.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  let place = below(all)
  for (const { tier, count } of left) {
    if (place < count) return tier
    place -= count
  }
  return null
}

/** Yuan. Who wins more where a draw is decided on the spot is made public at once (规范促销行为暂行规定). */
export const shownAtOnceAbove = 500
