/** What becomes of a prize, as a table: act → states in which it may be done. */

export const listKinds = ['awards', 'draw', 'collective'] as const
export type ListKind = (typeof listKinds)[number]

/** Why somebody on the list has no prize any more. */
export const endReasons = ['late', 'declined', 'struck-out', 'objection', 'repeated', 'closed'] as const
export type EndReason = (typeof endReasons)[number]

export type WinnerState = 'standby' | 'settled' | 'called' | 'claimed' | 'handed-over' | EndReason

export interface WinnerFacts {
  calledAt: number | null
  claimUntil: number | null
  endedWhy: EndReason | null
  tier: string | null
  handedOverAt: number | null
}

/**
 * `settled`: on a list that is not published yet. Past its date a prize is late, whether or not the job has been by.
 * An organisation or a district has nothing to claim: from the publication on it only waits for its prize.
 */
export function winnerState(winner: WinnerFacts, hasClaim: boolean, now: number): WinnerState {
  if (winner.endedWhy !== null) return winner.endedWhy
  if (winner.handedOverAt !== null) return 'handed-over'
  if (hasClaim) return 'claimed'
  if (winner.tier === null) return 'standby'
  if (winner.calledAt === null) return 'settled'
  if (winner.claimUntil === null) return 'claimed'
  return now < winner.claimUntil ? 'called' : 'late'
}

export type WinnerAct = 'claim' | 'decline' | 'open' | 'hand-over' | 'strike-out'

const allowedIn: Record<WinnerAct, readonly WinnerState[]> = {
  claim: ['called'],
  decline: ['called', 'claimed'],
  open: ['claimed', 'handed-over'],
  'hand-over': ['claimed'],
  'strike-out': ['standby', 'settled', 'called', 'claimed'],
}

export const mayDo = (act: WinnerAct, state: WinnerState): boolean => allowedIn[act].includes(state)
