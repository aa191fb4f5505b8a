/** 组织奖: districts or organisations among each other, by the measure that the rules name. */
import type { ContestRules } from '../contest/rules.ts'

type Award = ContestRules['groupAwards'][number]
type Measure = 'entrants' | 'rate' | 'mean' | 'total'

export interface Competing {
  /** A region's slug, an organisation's public id. */
  id: string
  entrants: number
  /** Sum of what counts for its people. */
  total: number
  /** Residents, or the organisation's people; null: unknown. */
  people: number | null
}

export interface GroupPlace extends Competing {
  /** From 1; equals share the better one. */
  rank: number
  /** In ten-thousandths of the measure (entrants, entrants per 10,000 people, points), rounded. */
  value: number
  awarded: boolean
}

/**
 * Ranks the groups that are large enough. Whoever shares the last awarded rank is awarded too.
 * A group whose people are unknown has no rate and is not ranked where the rate counts.
 */
export function groupPlaces(award: Award, groups: readonly Competing[]): GroupPlace[] {
  const able = groups.filter(
    group => group.entrants >= award.minimumSize && (!asksRate(award) || (group.people ?? 0) > 0),
  )
  const valued = able
    .map(group => ({ ...group, value: Math.round(worthOf(award, group, able) * 10_000) }))
    .sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1))
  return valued.map(group => {
    const rank = 1 + valued.filter(other => other.value > group.value).length
    return { ...group, rank, awarded: rank <= award.count }
  })
}

const asksRate = ({ by }: Award): boolean => by.by === 'rate' || (by.by === 'mix' && by.rate > 0)

function worthOf({ by }: Award, group: Competing, all: readonly Competing[]): number {
  if (by.by !== 'mix') return measured(by.by, group)
  return (['entrants', 'rate', 'mean', 'total'] as const).reduce((sum, measure) => {
    const most = Math.max(...all.map(one => measured(measure, one)))
    return most > 0 ? sum + (by[measure] * measured(measure, group)) / most : sum
  }, 0)
}

function measured(measure: Measure, { entrants, total, people }: Competing): number {
  switch (measure) {
    case 'entrants':
      return entrants
    case 'rate':
      return people ? (entrants / people) * 10_000 : 0
    case 'mean':
      return entrants === 0 ? 0 : total / entrants
    case 'total':
      return total
    default:
      return measure satisfies never
  }
}
