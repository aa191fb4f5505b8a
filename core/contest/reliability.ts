/**
 * How well a contest's papers tell people apart: coefficient alpha (KR-20 where every answer is right or wrong).
 *
 * With one paper for all it is the usual figure. With papers drawn for each person the same formula is taken over what a
 * score lies above or below what its own questions give on average:
 *   n / (n - 1) × (1 - mean over papers of the sum of its questions' variances / variance of (score - expected score)).
 * Where all have the same paper the two are one. What is left of differences in difficulty counts as error, as it should.
 */
import type { ItemSums, Met } from '../question/statistics.ts'

export interface ReliabilitySums {
  people: number
  questions: number
  above: number
  aboveSquared: number
  itemVariance: number
  score: number
  scoreSquared: number
  /** Whether an answer was partly right, or questions have different points. */
  graded: boolean
  worth: number | null
}

export interface ContestFigures {
  people: number
  /** Of the share of the maximum, 0 to 1. */
  mean: number
  deviation: number
  reliability: number | null
  method: 'kr20' | 'alpha' | 'kr20-random' | 'alpha-random'
}

/** Fewer people than this: the figure moves by a tenth and more from one draw of people to the next. */
export const fewForReliability = 100

export const noReliability = (): ReliabilitySums => ({
  ...{ people: 0, questions: 0, above: 0, aboveSquared: 0, itemVariance: 0, score: 0, scoreSquared: 0 },
  graded: false,
  worth: null,
})

/** Adds a person's first paper. @param items what all papers together say of its questions */
export function addPerson(sums: ReliabilitySums, items: ItemSums, paper: readonly Met[]): void {
  let [above, itemVariance, score, maximum] = [0, 0, 0, 0]
  for (const { revision, gained, worth } of paper) {
    const item = items.get(revision)
    if (!item) continue
    const mean = item.gained / item.shown
    above += (gained - mean) * worth
    itemVariance += Math.max(0, item.gainedSquared / item.shown - mean * mean) * worth * worth
    score += gained * worth
    maximum += worth
    sums.worth ??= worth
    if (sums.worth !== worth || (gained !== 0 && gained !== 1)) sums.graded = true
  }
  const share = maximum === 0 ? 0 : score / maximum
  sums.people++
  sums.questions += paper.length
  sums.above += above
  sums.aboveSquared += above * above
  sums.itemVariance += itemVariance
  sums.score += share
  sums.scoreSquared += share * share
}

export function contestFigures(sums: ReliabilitySums, items: ItemSums): ContestFigures {
  const { people } = sums
  const random = [...items.values()].some(item => item.shown !== people)
  const kind = sums.graded ? 'alpha' : 'kr20'
  const mean = people === 0 ? 0 : sums.score / people
  return {
    people,
    mean,
    deviation: people === 0 ? 0 : Math.sqrt(Math.max(0, sums.scoreSquared / people - mean * mean)),
    reliability: reliabilityOf(sums),
    method: random ? `${kind}-random` : kind,
  }
}

function reliabilityOf({ people, questions, above, aboveSquared, itemVariance }: ReliabilitySums): number | null {
  const n = questions / people
  if (people < 2 || n < 2) return null
  const variance = aboveSquared / people - (above / people) ** 2
  return variance > 1e-9 ? (n / (n - 1)) * (1 - itemVariance / people / variance) : null
}
