/** Real contests as rules data, with a small history and the outcome worked out by hand. */
import { dayMs, startOfDay } from '../../day.ts'
import type { ContestRules } from '../rules.ts'
import { samePoints } from '../size.ts'
import { type RulesChange, rulesWith } from '../testing.ts'

/** [day from 0, 'HH:MM' of the start, score, seconds, right answers: score over marks of one without it] */
type Paper = [number, string, number, number, number?]

export interface Person {
  id: string
  unit?: string
  region?: string
  track?: string
  lot?: number
  papers: Paper[]
}

/** Who is on a draw's list: [person, qualifies, chances]; and the groups in which it is drawn. */
interface Drawn {
  draw: string
  /** Stage's id, day, or '' for the whole. */
  scope: string
  chances: [string, boolean, number][]
  groups: [string, number][]
}

export interface RealContest {
  name: string
  /** Where the notice is silent. */
  assumed: string[]
  rules: ContestRules
  window: { opensAt: number; closesAt: number }
  people: Person[]
  outcome: {
    /** [person, rank, what counts], in order; of each track where there are tracks. */
    standing: [string, number, number][]
    awards?: [string, string][]
    draws?: Drawn[]
    /** Award → [group, rank, awarded]. */
    groups?: Record<string, [string, number, boolean][]>
    goesOn?: string[]
  }
}

export const text = (zh: string, en = '') => ({ zh, en })

export const tier = (id: string, name: string, count: number, value = 0) => ({
  id,
  name: text(name),
  count,
  prize: text(value > 0 ? '奖品' : '证书'),
  value,
})

export const draw = (change: Partial<ContestRules['draws'][number]>): ContestRules['draws'][number] => ({
  id: 'draw',
  name: text('抽奖'),
  when: 'final',
  oneIn: null,
  qualify: { by: 'perfect' },
  chances: { by: 'person' },
  tiers: [tier('lucky', '幸运奖', 10, 50)],
  fallBackTo: null,
  excludeEarlier: false,
  alternates: 0,
  witnesses: [],
  ...change,
})

export const groupAward = (
  id: string,
  of: 'organisations' | 'regions',
  by: ContestRules['groupAwards'][number]['by'],
  count: number,
) => ({ id, name: text('组织奖'), of, by, minimumSize: 1, count, prize: text('牌匾') })

export const stage = (first: string, id: string, from: number, to: number) => ({
  id,
  name: text(id),
  opensAt: startOfDay(first) + from * dayMs,
  closesAt: startOfDay(first) + to * dayMs,
})

export const noAwards = { tiers: [] }
export const cell = (kind: 'single' | 'multiple' | 'truefalse', count: number) => ({
  chapter: null,
  kind,
  level: null,
  count,
})
export const paperOf = (total: number, points: number) => ({ total, points: samePoints(points) })
/** Nothing is asked at once while everybody has the same questions. */
export const later: RulesChange['feedback'] = { answers: 'at-close' }
export const atClaim = { need: 'required', at: 'claim' } as const
export const atEntry = { need: 'required', at: 'entry' } as const
export const organisation = (individual = false) => ({ need: 'required' as const, individual, people: [] })

/** @param first day, 'YYYY-MM-DD' */
export function real(
  name: string,
  first: string,
  days: number,
  given: Pick<RealContest, 'assumed' | 'people' | 'outcome'> & { rules: RulesChange },
): RealContest {
  const opensAt = startOfDay(first)
  return { name, ...given, rules: rulesWith(given.rules), window: { opensAt, closesAt: opensAt + days * dayMs } }
}

/** The same paper on each of some days. */
export const daily = (days: number[], score: number, seconds = 60): Paper[] =>
  days.map(day => [day, '08:00', score, seconds])
