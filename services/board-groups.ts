/** Rows of groups: districts and counties as a fair league, organisations by their people. */
import type { Locale } from '#core/locale'
import { rankedBy } from '#core/standing/group'
import { type Entrants, fewestShown, type LeagueRow, type LeagueView, league } from '#core/standing/league'
import { type Day, dayScope, daysOf, type Scope } from '#core/standing/scope'
import type { WireGroupRow } from '#core/wire'
import { cameByDay, organisationNames, sumsByOrganisation } from '#db/board-sums'
import type { ContestRow } from '#db/contest'
import type { RegionRow } from '#db/region'
import type { Page } from './board-people.ts'
import { keptFor, regionSums } from './board-sums.ts'
import { forAMoment } from './memory.ts'
import { unitsOf } from './region.ts'
import type { Runtime } from './runtime.ts'

interface Asked {
  scope: Scope
  view: LeagueView
  locale: Locale
}

/** Every unit of the edition, zones aside. @param ranks false: in the edition's order, without ranks */
export async function regionRows(rt: Runtime, contest: ContestRow, asked: Asked, ranks: boolean) {
  const units = (await unitsOf(rt, contest.edition)).filter(unit => unit.kind !== 'zone')
  const day = shownDay(rt, contest, asked.scope)
  const places = await entrants(rt, contest, units, asked.scope, day)
  const rows = league(places, asked.view).map(row => groupRow(units, row, asked.locale))
  const order = new Map(units.map((unit, i) => [unit.slug, i]))
  const inOrder = (row: WireGroupRow) => order.get(row.slug) ?? 0
  return {
    rows: ranks ? rows : rows.map(row => ({ ...row, rank: null })).sort((a, b) => inOrder(a) - inOrder(b)),
    day: day === null ? null : day.slice('day-'.length),
  }
}

/** The day whose newcomers the growth view shows: the one asked for, today's, or the contest's last. */
function shownDay(rt: Runtime, contest: ContestRow, scope: Scope): Day | null {
  const days = daysOf(contest)
  const today = dayScope(contest, rt.clock.now())
  return days.find(day => day === scope) ?? days.findLast(day => day <= today) ?? null
}

async function entrants(
  rt: Runtime,
  contest: ContestRow,
  units: RegionRow[],
  scope: Scope,
  day: Day | null,
): Promise<Entrants[]> {
  const [sums, came] = await Promise.all([regionSums(rt, contest.id, scope), newcomers(rt, contest)])
  return units.map(({ slug, population }) => ({
    slug,
    population,
    ...(sums.get(slug) ?? { people: 0, score: 0, squares: 0 }),
    came: (day !== null && came.get(day)?.get(slug)) || 0,
  }))
}

/** Who came on which day from where; half a second old at most. */
export const newcomers = (rt: Runtime, contest: ContestRow) =>
  forAMoment(rt, `newcomers ${contest.id}`, keptFor, () => cameByDay(rt.storage.read, contest.id))

function groupRow(units: RegionRow[], row: LeagueRow, locale: Locale): WireGroupRow {
  const unit = units.find(({ slug }) => slug === row.slug) as RegionRow
  const { slug, rank, people, mean, rate, growth, low, high } = row
  const name = locale === 'zh' ? unit.nameZh : unit.nameEn
  return { slug, rank, name, participants: people, mean, perTenThousand: rate, growth, low, high }
}

/** Organisations with at least five people, by their number; those with as many share a rank. */
export async function organisationRows(rt: Runtime, contest: ContestRow, asked: Asked, page: Page) {
  const sums = await sumsByOrganisation(rt.storage.read, contest.id, asked.scope)
  const large = [...sums]
    .filter(([, { people }]) => people >= fewestShown)
    .map(([id, sum]) => ({ id: Number(id), ...sum }))
  const ordered = rankedBy(large, group => group.people)
  const from = (page.number - 1) * page.limit
  const shown = ordered.slice(from, from + page.limit)
  const names = await organisationNames(
    rt.storage.read,
    shown.map(group => group.id),
  )
  return {
    rows: shown.flatMap(({ id, rank, people, score }): WireGroupRow[] => {
      const named = names.get(id)
      const mean = Math.round((score / people) * 10) / 10
      const unranked = { perTenThousand: null, growth: null, low: null, high: null }
      return named ? [{ slug: named.publicId, name: named.name, rank, participants: people, mean, ...unranked }] : []
    }),
    page: page.number,
    pages: Math.max(1, Math.ceil(ordered.length / page.limit)),
  }
}
