/** Answers on their way to the server: what a page still has to say, oldest first, at most one per position. */

export interface Outgoing {
  position: number
  choice: string[]
  /** Counts within (attempt, position); the server keeps the highest. */
  sequence: number
}

export interface Held {
  choice: string[]
  sequence: number
}

/** Takes the newest choice in. An older one of the same position need not travel any more. */
export const queued = (queue: readonly Outgoing[], next: Outgoing): Outgoing[] => [
  ...queue.filter(one => one.position !== next.position),
  next,
]

/** The server holds `sequence` now; a choice made meanwhile has a higher one and stays. */
export const acknowledged = (queue: readonly Outgoing[], position: number, sequence: number): Outgoing[] =>
  queue.filter(one => one.position !== position || one.sequence > sequence)

/**
 * The server holds another choice under `held` (a second tab, a lost answer). What the person chose on this page
 * is the newer act, so it goes out again above it.
 */
export const raised = (queue: readonly Outgoing[], position: number, held: number): Outgoing[] =>
  queue.map(one => (one.position === position && one.sequence <= held ? { ...one, sequence: held + 1 } : one))

/** After a reload: what the server has, and from this device's store only what is newer than that. */
export function resumed(
  saved: readonly Outgoing[],
  stored: readonly Outgoing[],
): { answers: Map<number, Held>; queue: Outgoing[] } {
  const answers = new Map(saved.map(({ position, choice, sequence }) => [position, { choice, sequence }]))
  const queue = stored.filter(one => one.sequence > (answers.get(one.position)?.sequence ?? 0))
  for (const { position, choice, sequence } of queue) answers.set(position, { choice, sequence })
  return { answers, queue }
}

/** What this device had stored; anything that is not a queue counts as none. */
export function queueFrom(stored: string | null): Outgoing[] {
  try {
    const found: unknown = JSON.parse(stored ?? '[]')
    return Array.isArray(found) ? found.filter(isOutgoing) : []
  } catch {
    return []
  }
}

function isOutgoing(value: unknown): value is Outgoing {
  const one = value as Partial<Outgoing> | null
  return (
    Number.isInteger(one?.position) &&
    Number.isInteger(one?.sequence) &&
    Array.isArray(one?.choice) &&
    one.choice.every(id => typeof id === 'string')
  )
}

/**
 * Pause before the next try, ms: doubles from one second to at most fifteen, and is spread over its second half
 * so that a hall full of phones does not come back in the same instant.
 * @param tries failed tries so far, from 1
 * @param random 0 ≤ random < 1
 */
export const pauseBefore = (tries: number, random: number): number =>
  Math.min(15_000, 1000 * 2 ** Math.min(tries - 1, 6)) * (0.5 + random / 2)
