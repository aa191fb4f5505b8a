/** Whether one more attempt may be started now, and if not, when. */
import type { ContestRules } from './rules.ts'
import { dayIn, finalStage, isWarmUp, isWithin, nextDayIn, nextWeekIn, stageAt, weekIn } from './stage.ts'

type Rules = Pick<ContestRules, 'attempts' | 'calendar' | 'final'>

interface Window {
  opensAt: number
  closesAt: number
}

interface Made {
  startedAt: number
  /** When it ended; for an open one, when it will at the latest. */
  endsAt: number
}

/** What may stand in the way. */
export const hindrances = [
  'closed',
  'not-open',
  'between-stages',
  'not-qualified',
  'total',
  'per-stage',
  'per-week',
  'per-day',
  'cooldown',
] as const
export type Hindrance = (typeof hindrances)[number]

interface Stop {
  why: Hindrance
  /** The first instant at which this does not stand in the way any more; null: it always will. */
  until: number | null
}

/**
 * @param made one's attempts so far, struck out ones too: those were made
 * @param qualified whether one may enter the stage that is the final
 * @returns null when an attempt may be started at `now`; else why not, and the first instant at which one may
 */
export function hindrance(
  rules: Rules,
  window: Window,
  made: readonly Made[],
  now: number,
  qualified = false,
): { why: Hindrance; next: number | null } | null {
  if (isWarmUp(rules, now)) return null
  const counted = made.filter(attempt => !isWarmUp(rules, attempt.startedAt))
  const first = stopAt(rules, window, counted, now, qualified)
  if (!first) return null
  // Each stop ends later than the one before it, and the window ends them all.
  for (let stop: Stop = first; stop.until !== null; ) {
    const { until } = stop
    const next = stopAt(rules, window, counted, until, qualified)
    if (!next) return { why: first.why, next: until }
    stop = next
  }
  return { why: first.why, next: null }
}

function stopAt(rules: Rules, window: Window, made: readonly Made[], at: number, qualified: boolean): Stop | null {
  if (at >= window.closesAt) return { why: 'closed', until: null }
  if (at < window.opensAt) return { why: 'not-open', until: window.opensAt }
  const { total } = rules.attempts
  if (total !== null && made.length >= total) return { why: 'total', until: null }
  return stageStop(rules, made, at, qualified) ?? dateStop(rules, made, at)
}

function stageStop(rules: Rules, made: readonly Made[], at: number, qualified: boolean): Stop | null {
  const { stages } = rules.calendar
  if (stages.length === 0) return null
  const stage = stageAt(rules, at)
  if (!stage) return { why: 'between-stages', until: stages.find(({ opensAt }) => opensAt > at)?.opensAt ?? null }
  if (stage.id === finalStage(rules)?.id && !qualified) return { why: 'not-qualified', until: stage.closesAt }
  const { perStage } = rules.attempts
  const here = made.filter(attempt => isWithin(stage, attempt.startedAt)).length
  return perStage !== null && here >= perStage ? { why: 'per-stage', until: stage.closesAt } : null
}

function dateStop(rules: Rules, made: readonly Made[], at: number): Stop | null {
  const { perWeek, perDay, cooldownSeconds } = rules.attempts
  const same = (name: (instant: number) => string) =>
    made.filter(attempt => name(attempt.startedAt) === name(at)).length
  if (perWeek !== null && same(instant => weekIn(rules, instant)) >= perWeek)
    return { why: 'per-week', until: nextWeekIn(rules, at) }
  if (perDay !== null && same(instant => dayIn(rules, instant)) >= perDay)
    return { why: 'per-day', until: nextDayIn(rules, at) }
  const rested = Math.max(0, ...made.map(attempt => attempt.endsAt)) + cooldownSeconds * 1000
  return cooldownSeconds > 0 && made.length > 0 && at < rested ? { why: 'cooldown', until: rested } : null
}

/** Until when a paper that is started now may last: the end of the warm-up, of the stage, or of the contest. */
export function lastInstant(rules: Rules, window: Window, now: number): number {
  const { warmUp } = rules.calendar
  if (warmUp !== null && isWithin(warmUp, now)) return warmUp.closesAt
  return stageAt(rules, now)?.closesAt ?? window.closesAt
}
