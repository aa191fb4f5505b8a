/** How a result is placed in one honest sentence. */
export type PlaceWord = { kind: 'first' } | { kind: 'beats'; percent: number } | { kind: 'rank' }

/** Below this a share of the participants says nothing. */
const fewestForShare = 5
/** A smaller share is no good news: the rank alone says it more kindly. */
const leastShare = 10

/**
 * @param rank from 1; equals share the better one
 * @param tiesShared equals are common, so not all who have no better rank were beaten
 */
export function placeWord(rank: number, participants: number, tiesShared: boolean): PlaceWord {
  if (rank === 1 && participants > 1 && !tiesShared) return { kind: 'first' }
  if (participants < fewestForShare || tiesShared) return { kind: 'rank' }
  // Of all who took part, oneself among them, and rounded down: never more than is true.
  const percent = Math.floor(((participants - rank) / participants) * 100)
  return percent >= leastShare ? { kind: 'beats', percent } : { kind: 'rank' }
}
