/** Which contest a citizen meets first. */
import type { Phase } from './phase.ts'

interface Placed {
  phase: Phase
  opensAt: number
  closesAt: number
}

const turn: Record<Phase, number> = { open: 0, announced: 1, closed: 2, draft: 3 }

/** For sorting: what can be taken now, the one that closes first in front; then what opens next; then what is over, the latest first. */
export function byUrgency(a: Placed, b: Placed): number {
  if (a.phase !== b.phase) return turn[a.phase] - turn[b.phase]
  if (a.phase === 'open') return a.closesAt - b.closesAt
  return a.phase === 'announced' ? a.opensAt - b.opensAt : b.opensAt - a.opensAt
}
