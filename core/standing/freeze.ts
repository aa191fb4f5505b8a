/** Boards that stand still before the end, until an organizer reveals what happened behind them. */
export interface FreezeAct {
  act: 'freeze' | 'reveal'
  at: number
}

/**
 * Since when the boards stand still, or null while they move. They freeze by the rules, so many seconds before the
 * close, or by an organizer's act; a reveal ends what froze before it.
 * @param acts in the order in which they happened
 */
export function frozenSince(
  contest: { closesAt: number; rules: { feedback: { freezeSeconds: number | null } } },
  acts: readonly FreezeAct[],
  now: number,
): number | null {
  const { freezeSeconds } = contest.rules.feedback
  const revealedAt = acts.findLast(({ act }) => act === 'reveal')?.at ?? Number.NEGATIVE_INFINITY
  const byRules = freezeSeconds === null ? null : contest.closesAt - freezeSeconds * 1000
  const lastReveal = acts.findLastIndex(({ act }) => act === 'reveal')
  const byAct = acts.slice(lastReveal + 1)[0]?.at ?? null
  const since = [byRules !== null && byRules > revealedAt ? byRules : null, byAct].filter(
    (at): at is number => at !== null && at <= now,
  )
  return since.length === 0 ? null : Math.min(...since)
}
