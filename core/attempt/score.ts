/** Scoring: all or nothing per question, in the rules' points. */
export interface Marked {
  correct: number
  score: number
  maximum: number
}

/**
 * @param rights right options per position, as bit sets
 * @param choices chosen options per position; missing or 0 means unanswered
 * @param points marks of one right answer
 */
export function mark(rights: readonly number[], choices: ReadonlyMap<number, number>, points: number): Marked {
  let correct = 0
  for (const [position, right] of rights.entries()) if (isRight(right, choices.get(position) ?? 0)) correct++
  return { correct, score: correct * points, maximum: rights.length * points }
}

export const isRight = (right: number, choice: number): boolean => choice !== 0 && choice === right
