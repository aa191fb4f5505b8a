/** What a board is of: the whole contest, one of its stages, one of its days, one of its tracks. */
import type { ContestRules } from '../contest/rules.ts'
import { dayIn, stageAt } from '../contest/stage.ts'
import { dayMs, startOfDay } from '../day.ts'

export type Day = `day-${string}`
export type Track = `track-${string}`
export type Scope = 'whole' | `stage-${string}` | Track | Day

/** Of a contest, as far as scopes depend on it. */
export interface Calendar {
  opensAt: number
  closesAt: number
  rules: Pick<ContestRules, 'calendar'>
}

/** The day to which an instant belongs; days begin at the hour the rules say. */
export const dayScope = ({ rules }: Calendar, instant: number): Day => `day-${dayIn(rules, instant)}`

/** The first instant of a day. */
export const startOfScope = ({ rules }: Calendar, day: Day): number =>
  startOfDay(day.slice('day-'.length)) + rules.calendar.dayStartsHour * 3_600_000

/** All days of a contest, in order. A contest of one day has none beside the whole. */
export function daysOf(contest: Calendar): Day[] {
  const last = dayScope(contest, contest.closesAt - 1)
  const days: Day[] = []
  for (let at = contest.opensAt; dayScope(contest, at) <= last; at += dayMs) days.push(dayScope(contest, at))
  return days.length > 1 ? days : []
}

/** The board of those who chose a track. */
export const trackScope = (track: string): Track => `track-${track}`

/**
 * The parts an attempt counts in beside the whole: the stage and the day of its start, and its person's track, where there
 * are such.
 */
export function partsOf(contest: Calendar, attempt: { startedAt: number }, track: string | null): Scope[] {
  const stage = stageAt(contest.rules, attempt.startedAt)
  const isOneDay = dayScope(contest, contest.opensAt) === dayScope(contest, contest.closesAt - 1)
  return [
    ...(stage ? [`stage-${stage.id}` as const] : []),
    ...(isOneDay ? [] : [dayScope(contest, attempt.startedAt)]),
    ...(track === null ? [] : [trackScope(track)]),
  ]
}

/** @param asked 'whole', 'stage-…', 'track-…' or 'day-…' @returns null for what the contest does not have */
export function scopeNamed(contest: Calendar & { rules: Pick<ContestRules, 'who'> }, asked: string): Scope | null {
  if (asked === 'whole') return 'whole'
  const stage = contest.rules.calendar.stages.find(({ id }) => asked === `stage-${id}`)
  if (stage) return `stage-${stage.id}`
  const track = contest.rules.who.tracks.find(({ id }) => asked === trackScope(id))
  if (track) return trackScope(track.id)
  return daysOf(contest).find(day => day === asked) ?? null
}
