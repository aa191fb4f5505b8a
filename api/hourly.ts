/** How often one caller may do a thing within an hour; kept in memory, as the door's limits are. */
const hour = 3_600_000
/** Callers remembered at once: more begin anew. */
const mostCallers = 50_000

/** @param most times within any hour @returns take: false when that was too often */
export function hourly(most: number): { take(caller: string, now: number): boolean } {
  const times = new Map<string, number[]>()
  return {
    take(caller, now) {
      const recent = (times.get(caller) ?? []).filter(at => at > now - hour)
      if (recent.length >= most) return false
      if (times.size >= mostCallers) times.clear()
      times.set(caller, [...recent, now])
      return true
    },
  }
}
