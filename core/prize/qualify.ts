/** Who is on the list of a draw, and with how many chances. */
import type { ContestRules } from '../contest/rules.ts'
import { dayIn, isWithin } from '../contest/stage.ts'
import { type Counting, countable, countedResult, isPerfect } from '../standing/counted.ts'
import { type DrawKind, entryOf, type Group } from './draw.ts'

export type DrawRule = ContestRules['draws'][number]

/** What the rules call it → what is drawn here. Instant draws are decided the moment a paper is handed in. */
export const kindOf = (rule: DrawRule): DrawKind | null =>
  rule.when === 'instant' ? null : rule.when === 'daily' ? 'day' : rule.when === 'per-stage' ? 'stage' : 'final'

type Rules = Pick<ContestRules, 'calendar' | 'counts' | 'ties' | 'final' | 'paper'>

/** @param scope a stage's id, a day (2027-04-20), or '' @returns the part of the contest, or null when it has none such */
export function drawSpan(
  rules: Pick<ContestRules, 'calendar'>,
  contest: { opensAt: number; closesAt: number },
  kind: DrawKind,
  scope: string,
): { closesAt: number; holds: (startedAt: number) => boolean } | null {
  if (kind === 'final') return scope === '' ? { closesAt: contest.closesAt, holds: () => true } : null
  if (kind === 'stage') {
    const stage = rules.calendar.stages.find(({ id }) => id === scope)
    return stage ? { closesAt: stage.closesAt, holds: startedAt => isWithin(stage, startedAt) } : null
  }
  const days = daysOf(rules, contest)
  const day = days.find(({ day }) => day === scope)
  return day ? { closesAt: day.closesAt, holds: startedAt => dayIn(rules, startedAt) === scope } : null
}

/** The days of a contest with the instants at which they end. */
export function daysOf(
  rules: Pick<ContestRules, 'calendar'>,
  { opensAt, closesAt }: { opensAt: number; closesAt: number },
): { day: string; closesAt: number }[] {
  const days: { day: string; closesAt: number }[] = []
  for (let at = opensAt; at < closesAt; ) {
    const day = dayIn(rules, at)
    // A day has one name from its first instant on: the next one begins where the name changes.
    const end = Math.min(
      closesAt,
      Date.parse(`${day}T00:00:00+08:00`) + 86_400_000 + rules.calendar.dayStartsHour * hour,
    )
    days.push({ day, closesAt: end })
    at = end
  }
  return days
}
const hour = 3_600_000

export interface Chance {
  qualified: boolean
  chances: number
  /** What counts for the person in the draw's scope. */
  score: number
}

/** More chances than anybody can have by playing. */
const mostChances = 999_999

/**
 * @param attempts of one person in the draw's scope
 * @returns null for whoever has nothing that counts, or neither qualifies nor is near enough to be fallen back to
 */
export function chanceOf(rules: Rules, draw: DrawRule, attempts: readonly Counting[]): Chance | null {
  const counted = countedResult(rules, attempts)
  if (!counted) return null
  const counting = countable(rules, attempts)
  const perfect = counting.filter(isPerfect)
  const qualified = qualifies(rules, draw, counting, perfect, counted.score)
  if (!qualified && (draw.fallBackTo === null || counted.score < draw.fallBackTo)) return null
  const chances = Math.min(mostChances, Math.max(1, chancesBy(draw, perfect.length, counted.score)))
  return { qualified, chances, score: counted.score }
}

function qualifies(
  rules: Rules,
  { qualify }: DrawRule,
  counting: readonly Counting[],
  perfect: readonly Counting[],
  score: number,
): boolean {
  switch (qualify.by) {
    case 'finished':
      return true
    case 'perfect':
      return perfect.length > 0
    case 'pass': {
      const { passMark } = rules.paper
      return passMark !== null && counting.some(attempt => attempt.score >= passMark)
    }
    case 'perfect-days':
      return new Set(perfect.map(attempt => dayIn(rules, attempt.startedAt))).size >= qualify.days
    case 'points':
      return score >= qualify.points
    default:
      return qualify satisfies never
  }
}

function chancesBy({ chances }: DrawRule, perfect: number, score: number): number {
  switch (chances.by) {
    case 'person':
      return 1
    case 'perfect-paper':
      return perfect
    case 'points':
      return Math.floor(score / chances.each)
    default:
      return chances satisfies never
  }
}

export const qualifiedGroup = 'qualified'

/**
 * Groups in the order in which they are drawn: those who qualify, then score after score, as far as there are places
 * for them.
 */
export function groupsOf(people: readonly (Chance & { token: string })[], places: number): Group[] {
  const byScore = Map.groupBy(
    people.filter(person => !person.qualified),
    person => person.score,
  )
  const groups = [
    { name: qualifiedGroup, members: people.filter(person => person.qualified) },
    ...[...byScore].sort(([a], [b]) => b - a).map(([score, members]) => ({ name: String(score), members })),
  ]
  let before = 0
  return groups.flatMap(({ name, members }) => {
    const isNeeded = before < places
    before += members.length
    if (!isNeeded || members.length === 0) return []
    return [{ name, people: members.map(({ token, chances }) => entryOf(token, chances)).sort() }]
  })
}
