/** What a decision about a question would do to draws and to the awards of organisations and districts. */
import type { ContestRules } from '#core/contest/rules'
import { type ListChange, listChanges } from '#core/prize/chance-change'
import { type Counting, isPerfect } from '#core/standing/counted'
import { type Competing, groupPlaces } from '#core/standing/group-award'
import { organisationNames } from '#db/board-sums'
import type { ContestRow } from '#db/contest'
import { drawsOf } from '#db/draw'
import { listsOf } from '#db/winner'
import { unitsOf } from './region.ts'
import type { Runtime } from './runtime.ts'

type GroupAward = ContestRules['groupAwards'][number]

/** One person: all papers, what counts of them, and where it counts. */
export interface Counted {
  attempts: readonly Counting[]
  score: number | null
  region: string | null
  organisationId: number | null
}

/**
 * How far a draw has come: its list is still to be made; published; drawn. At once: decided when papers are handed in.
 * What is published or drawn stays as it is.
 */
export type DrawState = 'open' | 'frozen' | 'drawn' | 'instant'
export type WinnersState = 'none' | 'settled' | 'published'

export interface GroupMove {
  /** A region's slug, an organisation's name. */
  name: string
  before: { rank: number; awarded: boolean } | null
  after: { rank: number; awarded: boolean } | null
}

export interface PrizeEffect {
  /** Papers with all points. */
  perfect: { before: number; after: number }
  lists: (ListChange & { state: DrawState })[]
  /** Those whose rank or award changes, in the new order. */
  groups: { award: GroupAward; moves: GroupMove[] }[]
  /** What has become of the list of ranked awards, and of that of organisations and districts. */
  awards: WinnersState
  collective: WinnersState
}

/** Takes people one by one; `effect` says what has come together. */
export function prizeEffect(contest: ContestRow) {
  const lists = listChanges(contest.rules)
  const perfect = { before: 0, after: 0 }
  const sums = { before: groupSums(), after: groupSums() }
  return {
    add(before: Counted, after: Counted): void {
      if (contest.rules.draws.length > 0) lists.add(before.attempts, after.attempts)
      perfect.before += before.attempts.filter(isPerfect).length
      perfect.after += after.attempts.filter(isPerfect).length
      sums.before.add(before)
      sums.after.add(after)
    },
    async effect(rt: Runtime): Promise<PrizeEffect> {
      const groups = []
      for (const award of contest.rules.groupAwards)
        groups.push({ award, moves: await moves(rt, contest, award, sums) })
      const states = await winnersStates(rt, contest)
      return { perfect, lists: await withStates(rt, contest, lists.changes()), groups, ...states }
    },
  }
}

interface Sum {
  entrants: number
  total: number
}

function groupSums() {
  const [regions, organisations] = [new Map<string, Sum>(), new Map<number, Sum>()]
  const to = <K>(sums: Map<K, Sum>, key: K | null, score: number) => {
    if (key === null) return
    const sum = sums.get(key) ?? { entrants: 0, total: 0 }
    sums.set(key, { entrants: sum.entrants + 1, total: sum.total + score })
  }
  const add = ({ score, region, organisationId }: Counted) => {
    if (score === null) return
    to(regions, region, score)
    to(organisations, organisationId, score)
  }
  return { regions, organisations, add }
}

type Sums = ReturnType<typeof groupSums>

async function moves(rt: Runtime, contest: ContestRow, award: GroupAward, sums: { before: Sums; after: Sums }) {
  const known =
    award.of === 'regions'
      ? await regionsKnown(rt, contest)
      : await organisationsKnown(rt, contest, sums.after.organisations)
  const places = (when: Sums) => {
    const groups = [...(award.of === 'regions' ? when.regions : when.organisations)] as [string | number, Sum][]
    const competing = groups.flatMap(([key, sum]): Competing[] => {
      const group = known.get(key)
      return group ? [{ ...sum, id: group.id, people: group.people }] : []
    })
    return new Map(groupPlaces(award, competing).map(place => [place.id, place]))
  }
  const [before, after] = [places(sums.before), places(sums.after)]
  return [...known.values()]
    .map(({ id, name }): GroupMove => ({ name, before: before.get(id) ?? null, after: after.get(id) ?? null }))
    .filter(move => move.before?.rank !== move.after?.rank || move.before?.awarded !== move.after?.awarded)
    .map(({ name, ...move }) => ({ name, before: placeOf(move.before), after: placeOf(move.after) }))
    .sort((a, b) => (a.after?.rank ?? Infinity) - (b.after?.rank ?? Infinity))
}

const placeOf = (place: GroupMove['before']) => place && { rank: place.rank, awarded: place.awarded }

interface Group {
  id: string
  name: string
  people: number | null
}

async function regionsKnown(rt: Runtime, { edition }: ContestRow): Promise<Map<string | number, Group>> {
  const units = await unitsOf(rt, edition)
  return new Map(units.map(({ slug, population }) => [slug, { id: slug, name: slug, people: population }]))
}

async function organisationsKnown(
  rt: Runtime,
  { rules }: ContestRow,
  sums: Sums['organisations'],
): Promise<Map<string | number, Group>> {
  const people = new Map(rules.who.organisation.people.map(one => [one.id, one.people]))
  const names = await organisationNames(rt.storage.read, [...sums.keys()])
  return new Map(
    [...names].map(([key, { publicId, name }]) => [key, { id: publicId, name, people: people.get(publicId) ?? null }]),
  )
}

async function withStates(rt: Runtime, contest: ContestRow, changes: ListChange[]) {
  const draws = await drawsOf(rt.storage.read, contest.id)
  return changes.map(change => {
    const last = draws.findLast(draw => draw.rule === change.rule.id && draw.scope === change.scope)
    const made: DrawState = last ? (last.drawnAt === null ? 'frozen' : 'drawn') : 'open'
    return { ...change, state: change.rule.when === 'instant' ? ('instant' as const) : made }
  })
}

async function winnersStates(rt: Runtime, contest: ContestRow) {
  const lists = await listsOf(rt.storage.read, contest.id)
  const stateOf = (kind: 'awards' | 'collective'): WinnersState => {
    const list = lists.find(one => one.kind === kind)
    return list ? (list.publishedAt === null ? 'settled' : 'published') : 'none'
  }
  return { awards: stateOf('awards'), collective: stateOf('collective') }
}
