/** What contests have shown of a question, put into a word: whether it was used, and whether it told people apart. */

/** One contest's figures of one revision; facility and discrimination in thousandths. */
export interface UseFigures {
  shown: number
  facility: number
  discrimination: number | null
}

export interface Use {
  /** On how many finished papers it stood. */
  shown: number
  /** Thousandths of its points that were got; null while nobody has had it. */
  facility: number | null
  discrimination: number | null
}

export const useClasses = ['unused', 'few', 'easy', 'hard', 'weak', 'sound'] as const
export type UseClass = (typeof useClasses)[number]

/** Below this many papers figures are chance: at 30 a facility is still uncertain by ±18 points of a hundred. */
const enough = 30
/** Outside of these a question tells few people apart; the usual bounds of item analysis. */
const easyFrom = 900
const hardTo = 300
/** Ebel’s bound below which an item should be revised or given up is 0.2. */
const weakBelow = 200

/** Means over contests, each weighted by how often the question was shown there. */
export function meanUse(figures: readonly UseFigures[]): Use {
  const shown = figures.reduce((sum, one) => sum + one.shown, 0)
  if (shown === 0) return { shown, facility: null, discrimination: null }
  const facility = Math.round(figures.reduce((sum, one) => sum + one.facility * one.shown, 0) / shown)
  const told = figures.filter(one => one.discrimination !== null)
  const toldShown = told.reduce((sum, one) => sum + one.shown, 0)
  const discrimination = toldShown
    ? Math.round(told.reduce((sum, one) => sum + (one.discrimination ?? 0) * one.shown, 0) / toldShown)
    : null
  return { shown, facility, discrimination }
}

export function classOf({ shown, facility, discrimination }: Use): UseClass {
  if (shown === 0 || facility === null) return 'unused'
  if (shown < enough) return 'few'
  if (facility >= easyFrom) return 'easy'
  if (facility <= hardTo) return 'hard'
  return discrimination !== null && discrimination < weakBelow ? 'weak' : 'sound'
}
