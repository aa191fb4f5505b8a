/**
 * `npm run simulate:league`: contests in which all districts and counties are equal, with their real populations. Nobody
 * may be first more often than chance, and the smallest may not lead by luck. The last line is JSON.
 *
 * First in a contest is one of the first band, by lot where several share it; a county leads when it has the first
 * band for itself.
 */
import { join } from 'node:path'
import { seededRandom } from '#core/random'
import { type Entrants, type LeagueView, league, leagueViews } from '#core/standing/league'
import { readRegionFiles } from '#services/seed-regions'
import { chiSquare } from './chi-square.ts'

const contests = Number(process.argv[2] ?? 4000)
const edition = 'chongqing-2025-11'
/** The smallest county's entrants, on average: 200 of Chengkou's 197,497 residents. */
const smallestEntrants = 200
/** Right answers of 20, five points each, of people who know seven tenths. */
const scores = Array.from({ length: 21 }, (_, right) => right * 5)
const cumulative = binomial(20, 0.7)

const random = seededRandom(20_260_426)
const { units } = await readRegionFiles(join(import.meta.dirname, '../regions'))
const places = units
  .filter(unit => unit.edition === edition && unit.kind !== 'zone' && unit.population !== null)
  .map(unit => ({ slug: unit.slug, population: unit.population as number }))
const smallest = places.reduce((least, place) => (place.population < least.population ? place : least))
const rate = smallestEntrants / smallest.population

/** How likely so uneven a count of first places is by chance alone. */
const evenly = (counts: Map<string, number>): number =>
  chiSquare(places.map(({ slug }) => counts.get(slug) ?? 0)).p || 0

const tallies = Object.fromEntries(leagueViews.map(view => [view, fresh()])) as Record<LeagueView, Tally>
for (let i = 0; i < contests; i++) {
  const entrants = places.map(place => invent(place))
  for (const view of leagueViews) judge(tallies[view], entrants, view)
}

const found = leagueViews.map(view => {
  const { first, plainFirst, alone, sole } = tallies[view]
  return {
    view,
    firstPlaceChiSquareP: evenly(first),
    smallestLeadRate: (alone.get(smallest.slug) ?? 0) / contests,
    smallestFirstRate: (first.get(smallest.slug) ?? 0) / contests,
    somebodyLeadsRate: sole / contests,
    plain: {
      firstPlaceChiSquareP: evenly(plainFirst),
      smallestFirstRate: (plainFirst.get(smallest.slug) ?? 0) / contests,
    },
  }
})
/** The other side: a large district where truly half as many more come. How often it stands first, and alone. */
const better = places.reduce((most, place) => (place.population > most.population ? place : most))
const trials = Math.ceil(contests / 20)
let seen = 0
for (let i = 0; i < trials; i++) {
  const entrants = places.map(place => invent(place, place === better ? rate * 1.5 : rate))
  const band = league(entrants, 'participation').filter(row => row.rank === 1)
  if (band.length === 1 && band[0]?.slug === better.slug) seen++
}

console.log(
  `${contests} contests of ${places.length} equal places, about ${Math.round(rate * places.reduce((sum, place) => sum + place.population, 0))} entrants each; chance 1/${places.length} = ${(1 / places.length).toFixed(4)}`,
)
for (const one of found) console.log(JSON.stringify(one))
console.log(
  JSON.stringify({
    contests,
    places: places.length,
    smallest: smallest.slug,
    chance: 1 / places.length,
    trueLeaderRate: seen / trials,
    firstPlaceChiSquareP: Math.min(...found.map(one => one.firstPlaceChiSquareP)),
    smallestLeadRate: Math.max(...found.map(one => one.smallestLeadRate)),
    smallestFirstRate: Math.max(...found.map(one => one.smallestFirstRate)),
  }),
)

interface Tally {
  first: Map<string, number>
  /** By the bare value, as most boards do it. */
  plainFirst: Map<string, number>
  alone: Map<string, number>
  sole: number
}

function fresh(): Tally {
  return { first: new Map(), plainFirst: new Map(), alone: new Map(), sole: 0 }
}

function judge(tally: Tally, entrants: Entrants[], view: LeagueView): void {
  const band = league(entrants, view).filter(row => row.rank === 1)
  add(tally.first, band[Math.floor(random() * band.length)]?.slug)
  if (band.length === 1) {
    add(tally.alone, band[0]?.slug)
    tally.sole++
  }
  const plain = entrants.map(one => ({
    slug: one.slug,
    value:
      view === 'mean' ? one.score / one.people : (view === 'growth' ? one.came : one.people) / (one.population ?? 1),
  }))
  add(tally.plainFirst, plain.reduce((best, one) => (one.value > best.value ? one : best)).slug)
}

function add(counts: Map<string, number>, slug: string | undefined): void {
  if (slug !== undefined) counts.set(slug, (counts.get(slug) ?? 0) + 1)
}

function invent({ slug, population }: { slug: string; population: number }, share = rate): Entrants {
  const people = poisson(population * share)
  let [score, squares, came] = [0, 0, 0]
  for (let i = 0; i < people; i++) {
    const chance = random()
    const points = scores[cumulative.findIndex(below => below > chance)] ?? 100
    score += points
    squares += points * points
    // Of a week of seven days, one is shown.
    if (random() < 1 / 7) came++
  }
  return { slug, population, people, score, squares, came }
}

/** Knuth's way, in pieces small enough for it. */
function poisson(mean: number): number {
  let [count, left] = [0, mean]
  for (; left > 0; left -= 30) {
    const limit = Math.exp(-Math.min(30, left))
    for (let product = random(); product > limit; product *= random()) count++
  }
  return count
}

/** @returns for each count of successes how likely that or fewer are */
function binomial(n: number, p: number): number[] {
  let [sum, probability] = [0, (1 - p) ** n]
  return Array.from({ length: n + 1 }, (_, k) => {
    sum += probability
    probability *= ((n - k) / (k + 1)) * (p / (1 - p))
    return sum
  })
}
