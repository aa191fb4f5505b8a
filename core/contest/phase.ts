/** Where a contest stands at an instant. */
export type Phase = 'draft' | 'announced' | 'open' | 'closed'

export interface Calendar {
  publishedAt: number | null
  opensAt: number
  closesAt: number
}

/** The closing instant itself is closed: an attempt needs time left. */
export function phaseAt(contest: Calendar, now: number): Phase {
  if (contest.publishedAt === null) return 'draft'
  if (now < contest.opensAt) return 'announced'
  return now < contest.closesAt ? 'open' : 'closed'
}
