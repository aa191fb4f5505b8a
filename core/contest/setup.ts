/** What an organizer hands in to set a contest up, and what is wrong with it. */
import { holdsThroughout } from '../bank/entry.ts'
import { dayMs, dayOf } from '../day.ts'
import type { LocalText } from '../locale.ts'
import { type No, no } from '../refusal.ts'
import type { Calendar } from './phase.ts'
import { ruleProblems } from './problem.ts'
import { type ContestRules, contestRules } from './rules.ts'
import { longestSeconds } from './size.ts'

export interface ContestDraft {
  slug: string
  title: LocalText
  summary: LocalText
  opensAt: number
  closesAt: number
  rules: ContestRules
  /** Public ids of question sets. */
  sets: string[]
}

/** Part of an address that people type and print. */
export const isSlug = (slug: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 60

/** A hundred years: boards and draws have each day by its name, and a longer contest is a year mistyped. */
const longestDays = 36_525
export const isTooLong = ({ opensAt, closesAt }: { opensAt: number; closesAt: number }): boolean =>
  closesAt - opensAt > longestDays * dayMs

/** @returns the first thing that is wrong, with its field as `where`; null when it can be kept as a draft */
export function draftProblem(draft: ContestDraft, now: number): No | null {
  if (!isSlug(draft.slug)) return no('invalid-request', { where: 'slug' })
  if (draft.title.zh.trim() === '') return no('invalid-request', { where: 'title' })
  const rules = contestRules.safeParse(draft.rules)
  if (!rules.success) return no('invalid-request', { where: `rules.${rules.error.issues[0]?.path.join('.') ?? ''}` })
  if (draft.closesAt <= draft.opensAt) return no('contest-dates', { where: 'closesAt', problem: 'before-opening' })
  if (draft.closesAt <= now) return no('contest-dates', { where: 'closesAt', problem: 'past' })
  if (isTooLong(draft)) return no('contest-dates', { where: 'closesAt', problem: 'too-long' })
  const seconds = longestSeconds(draft.rules) ?? 0
  if (draft.closesAt - Math.max(draft.opensAt, now) < seconds * 1000)
    return no('contest-dates', { where: 'closesAt', problem: 'shorter-than-paper' })
  const [first] = ruleProblems(draft.rules, draft)
  return first ? no('rules-refused', { where: `rules.${first.field}`, problem: first.code, ...first.data }) : null
}

interface Validity {
  validFrom: string | null
  validTo: string | null
}

/** Questions that hold on every day of the contest: only these may be drawn. */
export const drawable = <Q extends Validity>(
  questions: readonly Q[],
  contest: { opensAt: number; closesAt: number },
): Q[] => questions.filter(question => holdsThroughout(question, dayOf(contest.opensAt), dayOf(contest.closesAt - 1)))

/** @returns why it cannot be published, or null */
export function publishProblem(contest: ContestDraft, pool: number, now: number): No | null {
  const wrong = draftProblem(contest, now)
  if (wrong) return wrong
  if (contest.sets.length === 0) return no('contest-no-sets', { where: 'sets' })
  const needed = contest.rules.paper.total
  return pool < needed ? no('pool-too-small', { where: 'sets', available: pool, needed }) : null
}

/** Once people can take it, all that decides about them stays: only the words may be mended. */
export function changeProblem(held: Calendar & ContestDraft, wanted: ContestDraft, now: number): No | null {
  if (held.publishedAt === null || now < held.opensAt) return null
  const changed = (['slug', 'opensAt', 'closesAt', 'rules'] as const).find(
    field => canonical(held[field]) !== canonical(wanted[field]),
  )
  const where = changed ?? (sameSets(held.sets, wanted.sets) ? null : 'sets')
  return where ? no('contest-started', { where }) : null
}

/** What differs between two drafts, rules by their parts: 'closesAt', 'rules.awards'. */
export function changedFields(held: ContestDraft, wanted: ContestDraft): string[] {
  const differ = (a: unknown, b: unknown): boolean => canonical(a) !== canonical(b)
  const fields = (['slug', 'title', 'summary', 'opensAt', 'closesAt'] as const).filter(field =>
    differ(held[field], wanted[field]),
  )
  const parts = (Object.keys(wanted.rules) as (keyof ContestRules)[]).filter(part =>
    differ(held.rules[part], wanted.rules[part]),
  )
  return [...fields, ...parts.map(part => `rules.${part}`), ...(sameSets(held.sets, wanted.sets) ? [] : ['sets'])]
}

const sameSets = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every(set => b.includes(set))

/** The same value in the same words, whatever the order of its keys: a JSON column may change it. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
