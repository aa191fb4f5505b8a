/** Districts and counties among each other, fairly: whoever cannot be told apart by the numbers shares a rank. */
import { widestByChance } from './range.ts'
import { type Measured, shrunk } from './shrink.ts'

export const leagueViews = ['participation', 'mean', 'growth'] as const
export type LeagueView = (typeof leagueViews)[number]

/** One place's people in a scope, and their points. */
export interface Entrants {
  slug: string
  /** Residents; null when no source names them. */
  population: number | null
  people: number
  score: number
  squares: number
  /** People who came on the day that the growth view shows. */
  came: number
}

/** Fewer people than this are never told: a number could be a person. */
export const fewestShown = 5
/** A place needs so many people before its mean is ranked. */
export const fewestRanked = 30

export interface LeagueRow {
  slug: string
  /** Shared by all of a band; null where there are too few people to rank. */
  rank: number | null
  /** Null below `fewestShown`; 0 is told. */
  people: number | null
  /** Participants per 10,000 residents. */
  rate: number | null
  mean: number | null
  /** Of those who came on the shown day, per 10,000 residents. */
  growth: number | null
  /** Where the truth lies in 95 of 100 cases, for the value of the view. */
  low: number | null
  high: number | null
}

/** @returns all places: first the ranked ones from the best band down, then the others in the order given */
export function league(places: readonly Entrants[], view: LeagueView): LeagueRow[] {
  const measured = measure(places, view)
  // The first of one says nothing.
  const bands = measured.length < 2 ? [] : bandsOf(measured)
  let better = 0
  const ranked = bands.flatMap(band => {
    const rank = better + 1
    better += band.length
    return band.map(({ place, raw }) => ({
      ...shown(place),
      rank,
      low: Math.max(0, raw.value - 1.96 * Math.sqrt(raw.variance)),
      high: raw.value + 1.96 * Math.sqrt(raw.variance),
    }))
  })
  const isRanked = new Set(ranked.map(row => row.slug))
  return [...ranked, ...places.filter(({ slug }) => !isRanked.has(slug)).map(shown)]
}

interface Standing {
  place: Entrants
  raw: Measured
  /** What it is compared by. */
  shrunk: Measured
}

function measure(places: readonly Entrants[], view: LeagueView): Standing[] {
  const eligible = places.filter(
    place => place[asked[view].counted] >= asked[view].fewest && measureOf(place, view) !== null,
  )
  const chance = chanceOf(eligible, view)
  const raws = eligible.map(place => ({ value: measureOf(place, view) as number, variance: chance(place) }))
  const estimates = shrunk(raws)
  return eligible.map((place, i) => ({ place, raw: raws[i] as Measured, shrunk: estimates[i] as Measured }))
}

/** What a view counts, and how many of them it needs. */
const asked = {
  participation: { counted: 'people', fewest: fewestShown },
  mean: { counted: 'people', fewest: fewestRanked },
  growth: { counted: 'came', fewest: fewestShown },
} as const

function measureOf(place: Entrants, view: LeagueView): number | null {
  if (view === 'mean') return place.people === 0 ? null : place.score / place.people
  return place.population === null ? null : (place[asked[view].counted] / place.population) * 10_000
}

/** The variance of a place's value if people everywhere were the same. */
function chanceOf(places: readonly Entrants[], view: LeagueView): (place: Entrants) => number {
  if (view === 'mean') {
    const [within, people] = places.reduce(
      ([sum, n], { squares, score, people }) => [sum + squares - score ** 2 / people, n + people],
      [0, 0],
    ) as [number, number]
    const variance = people > places.length ? Math.max(0, within) / (people - places.length) : 0
    return place => variance / place.people
  }
  const { counted } = asked[view]
  const all = places.reduce((sum, place) => sum + place[counted], 0)
  const residents = places.reduce((sum, place) => sum + (place.population ?? 0), 0)
  // Who comes is counted as if each resident decided alone (Poisson), by the higher of own and common rate.
  return place => {
    const population = place.population ?? 1
    return (Math.max(all / residents, place[counted] / population) / population) * 1e8
  }
}

/**
 * Bands from the top: with the best of those left go all whose distance from it chance could explain (Tukey's test over
 * all pairs at 95 %).
 */
function bandsOf(standings: readonly Standing[]): Standing[][] {
  const widest = widestByChance(standings.length)
  let left = standings.toSorted((a, b) => b.shrunk.value - a.shrunk.value)
  const bands: Standing[][] = []
  while (left.length > 0) {
    const best = left[0] as Standing
    const near = ({ shrunk }: Standing) =>
      best.shrunk.value - shrunk.value <= widest * Math.sqrt(best.shrunk.variance + shrunk.variance) + 1e-9
    bands.push(left.filter(near))
    left = left.filter(one => !near(one))
  }
  return bands
}

function shown(place: Entrants): LeagueRow {
  const { slug, population, people } = place
  const rated = (n: number) => (population === null || isHidden(n) ? null : Math.round((n / population) * 1e6) / 100)
  return {
    slug,
    rank: null,
    people: isHidden(people) ? null : people,
    rate: rated(people),
    mean: people < fewestShown ? null : Math.round((place.score / people) * 10) / 10,
    growth: rated(place.came),
    low: null,
    high: null,
  }
}

/** From one to four. */
const isHidden = (n: number): boolean => n > 0 && n < fewestShown
