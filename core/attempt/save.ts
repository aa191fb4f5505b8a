/** What becomes of an arriving answer. The last choice by sequence wins; a repeated request is harmless. */
export interface Held {
  choice: number
  sequence: number
  savedAt: number
  late: boolean
}

/** Whether an answer that came too late by sequence is harmless: an older one, or the same one again. */
export const isRepeat = (held: Held, arriving: { choice: number; sequence: number }): boolean =>
  arriving.sequence < held.sequence || arriving.choice === held.choice

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
