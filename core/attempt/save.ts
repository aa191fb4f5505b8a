/** Whether an arriving answer changes anything. The last choice by sequence wins; a repeated request is harmless. */
export interface Held {
  choice: number
  sequence: number
  savedAt: number
  late: boolean
}

export type SaveDecision = { save: true } | { save: false; held: Held } | { save: false; refusal: 'sequence-used' }

export function decideSave(held: Held | null, arriving: { choice: number; sequence: number }): SaveDecision {
  if (!held || arriving.sequence > held.sequence) return { save: true }
  if (arriving.sequence === held.sequence && arriving.choice !== held.choice)
    return { save: false, refusal: 'sequence-used' }
  return { save: false, held }
}

/** Which device may write: the one that holds the attempt, or a new one, which takes it over; never a displaced one. */
export function holderAfter(
  attempt: { heldBy: number; displaced: readonly number[] },
  session: number,
): { heldBy: number; displaced: number[]; changed: boolean } | null {
  if (attempt.heldBy === session) return { heldBy: session, displaced: [...attempt.displaced], changed: false }
  if (attempt.displaced.includes(session)) return null
  return { heldBy: session, displaced: [...attempt.displaced, attempt.heldBy], changed: true }
}

/** A displaced device takes the attempt back, on the person's own wish. */
export function takeBack(
  attempt: { heldBy: number; displaced: readonly number[] },
  session: number,
): { heldBy: number; displaced: number[] } {
  if (attempt.heldBy === session) return { heldBy: session, displaced: [...attempt.displaced] }
  const others = attempt.displaced.filter(id => id !== session)
  return { heldBy: session, displaced: [...others, attempt.heldBy] }
}
