/** What happens to the lists of draws when scores change: who comes onto them, who drops off, and with how many chances. */
import type { ContestRules } from '../contest/rules.ts'
import { dayIn, stageAt } from '../contest/stage.ts'
import type { Counting } from '../standing/counted.ts'
import { type Chance, chanceOf, type DrawRule } from './qualify.ts'

/** Those who qualify, and their chances together. */
export interface ListSize {
  people: number
  chances: number
}

export interface ListChange {
  rule: DrawRule
  /** A stage's id, a day (2027-04-20), or '' for the whole contest. */
  scope: string
  before: ListSize
  after: ListSize
  /** People who come onto the list, or drop off it. */
  on: number
  off: number
}

type Rules = Pick<ContestRules, 'calendar' | 'counts' | 'ties' | 'final' | 'paper' | 'draws'>

/** Takes people one by one; `changes` says what has come together, in the order of the rules and of the scopes. */
export function listChanges(rules: Rules): {
  add: (before: readonly Counting[], after: readonly Counting[]) => void
  changes: () => ListChange[]
} {
  const lists = new Map<string, ListChange>()
  const listOf = (rule: DrawRule, scope: string): ListChange => {
    const name = `${rule.id} ${scope}`
    const held = lists.get(name)
    if (held) return held
    const made = { rule, scope, before: { people: 0, chances: 0 }, after: { people: 0, chances: 0 }, on: 0, off: 0 }
    lists.set(name, made)
    return made
  }
  const add = (before: readonly Counting[], after: readonly Counting[]) => {
    for (const rule of rules.draws)
      for (const scope of scopesOf(rules, rule, before)) {
        const inside = (attempts: readonly Counting[]) =>
          attempts.filter(attempt => scopeIn(rules, rule, attempt) === scope)
        const [was, is] = [before, after].map(attempts => qualifiedIn(rules, rule, inside(attempts)))
        const list = listOf(rule, scope)
        if (was) count(list.before, was)
        if (is) count(list.after, is)
        if (is && !was) list.on++
        if (was && !is) list.off++
      }
  }
  const place = (list: ListChange) => rules.draws.indexOf(list.rule)
  const changes = () =>
    [...lists.values()].sort((a, b) => place(a) - place(b) || (a.scope < b.scope ? -1 : Number(a.scope > b.scope)))
  return { add, changes }
}

const scopesOf = (rules: Rules, rule: DrawRule, attempts: readonly Counting[]): Set<string> =>
  new Set(attempts.flatMap(attempt => scopeIn(rules, rule, attempt) ?? []))

/** Null: between two stages, on no list. */
function scopeIn(rules: Rules, { when }: DrawRule, { startedAt }: Counting): string | null {
  if (when === 'daily') return dayIn(rules, startedAt)
  return when === 'per-stage' ? (stageAt(rules, startedAt)?.id ?? null) : ''
}

/** Whoever would only be fallen back to is not counted: who that is depends on all others. */
function qualifiedIn(rules: Rules, rule: DrawRule, attempts: readonly Counting[]): Chance | null {
  const chance = chanceOf(rules, rule, attempts)
  return chance?.qualified ? chance : null
}

function count(size: ListSize, { chances }: Chance): void {
  size.people++
  size.chances += chances
}
