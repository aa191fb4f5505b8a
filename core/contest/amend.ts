/** Rules changed after the contest has opened: only what lowers nobody's chances, and never what was promised. */
import { type No, no } from '../refusal.ts'
import { ruleProblems } from './problem.ts'
import type { RuleProblem, Window } from './problems/problem.ts'
import { type ContestRules, contestRules } from './rules.ts'
import { canonical } from './setup.ts'

/** One value that differs, by its path: 'attempts.total'. */
export interface Difference {
  path: string
  before: unknown
  after: unknown
}

/** Values that differ, in the order of the rules; lists are compared as a whole. */
export function differences(before: unknown, after: unknown, path = ''): Difference[] {
  if (canonical(before) === canonical(after)) return []
  if (!isPlain(before) || !isPlain(after)) return [{ path, before, after }]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap(key => differences(before[key], after[key], path === '' ? key : `${path}.${key}`))
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Prize kinds, conditions and amounts are promised at opening (反不正当竞争法 2025, article 11). */
const promised = ['awards', 'draws', 'groupAwards', 'claim']

type Fair = (before: unknown, after: unknown) => boolean
/** Null is no limit. */
const atLeast: Fair = (before, after) => after === null || (before !== null && Number(after) >= Number(before))
const atMost: Fair = (before, after) => Number(after) <= Number(before)
const either: Fair = () => true

/** What may be amended, and in which direction it lowers nobody's chances. Everything else stays as it was opened. */
const amendable: Record<string, Fair> = {
  'attempts.total': atLeast,
  'attempts.perDay': atLeast,
  'attempts.perWeek': atLeast,
  'attempts.perStage': atLeast,
  'attempts.cooldownSeconds': atMost,
  'feedback.score': either,
  'feedback.answers': either,
  'feedback.rank': either,
  'publicity.objectionsTo': either,
  'publicity.noticeDays': atLeast,
  'publicity.errata': (_before, after) => after === true,
  'publicity.answerKey': either,
  'integrity.appealDays': atLeast,
  'calendar.announcedAt': either,
}

/** @returns refusals: invalid-request, amendment-empty, amendment-prizes, amendment-unfair (`where`: the field) */
export function amendmentProblem(held: ContestRules, wanted: ContestRules): No | null {
  const checked = contestRules.safeParse(wanted)
  if (!checked.success) return no('invalid-request', { where: checked.error.issues[0]?.path.join('.') ?? '' })
  const changed = differences(held, wanted)
  if (changed.length === 0) return no('amendment-empty')
  const prize = changed.find(({ path }) => promised.includes(path.split('.')[0] ?? ''))
  if (prize) return no('amendment-prizes', { where: prize.path })
  const unfair = changed.find(({ path, before, after }) => !amendable[path]?.(before, after))
  return unfair ? no('amendment-unfair', { where: unfair.path }) : null
}

/**
 * What an amendment would bring in of contradictions and forbidden things: keys for those who have finished a paper that
 * others still sit at. What the rules held before stays between them and whoever opened the contest.
 * @returns refusals: rules-refused
 */
export function newContradiction(held: ContestRules, wanted: ContestRules, window: Window): No | null {
  const nameOf = ({ field, code }: RuleProblem): string => `${field} ${code}`
  const known = new Set(ruleProblems(held, window).map(nameOf))
  const found = ruleProblems(wanted, window).find(one => !known.has(nameOf(one)))
  return found ? no('rules-refused', { where: `rules.${found.field}`, problem: found.code, ...found.data }) : null
}
