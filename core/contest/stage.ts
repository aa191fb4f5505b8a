/** Days, weeks and stages as a contest's rules count them. */
import { dayMs, dayOf, startOfDay } from '../day.ts'
import type { ContestRules } from './rules.ts'

type WithCalendar = Pick<ContestRules, 'calendar'>
type Stage = ContestRules['calendar']['stages'][number]
interface Span {
  opensAt: number
  closesAt: number
}

const hour = 3_600_000

export const isWithin = (span: Span, instant: number): boolean => span.opensAt <= instant && instant < span.closesAt

/** The day an instant belongs to, 'YYYY-MM-DD': days begin at the hour the rules say. */
export const dayIn = ({ calendar }: WithCalendar, instant: number): string =>
  dayOf(instant - calendar.dayStartsHour * hour)

/** The instant at which the next day begins. */
export const nextDayIn = ({ calendar }: WithCalendar, instant: number): number =>
  startOfDay(dayIn({ calendar }, instant)) + dayMs + calendar.dayStartsHour * hour

/** The Monday of the week an instant belongs to, 'YYYY-MM-DD'. */
export const weekIn = (rules: WithCalendar, instant: number): string => {
  const day = startOfDay(dayIn(rules, instant))
  // 1970-01-01 in Shanghai was a Thursday: three days after a Monday.
  const fromMonday = (Math.floor((day + 8 * hour) / dayMs) + 3) % 7
  return dayOf(day - fromMonday * dayMs)
}

/** The instant at which the next week begins. */
export const nextWeekIn = ({ calendar }: WithCalendar, instant: number): number =>
  startOfDay(weekIn({ calendar }, instant)) + 7 * dayMs + calendar.dayStartsHour * hour

export const stageAt = ({ calendar }: WithCalendar, instant: number): Stage | null =>
  calendar.stages.find(stage => isWithin(stage, instant)) ?? null

/** The rules when the contest closes at another instant: a last stage that ends with the contest goes on with it. */
export function closingAt<R extends WithCalendar>(rules: R, closed: number, closesAt: number): R {
  const { stages } = rules.calendar
  const last = stages.at(-1)
  if (last?.closesAt !== closed) return rules
  return { ...rules, calendar: { ...rules.calendar, stages: [...stages.slice(0, -1), { ...last, closesAt }] } }
}

/** What is answered in the warm-up counts for nothing. */
export const isWarmUp = ({ calendar }: WithCalendar, instant: number): boolean =>
  calendar.warmUp !== null && isWithin(calendar.warmUp, instant)

/** The stage that only those may enter who have qualified; null when there is none. */
export function finalStage({ calendar, final }: Pick<ContestRules, 'calendar' | 'final'>): Stage | null {
  const to = final?.to
  return to?.kind === 'stage' ? (calendar.stages.find(stage => stage.id === to.stage) ?? null) : null
}
