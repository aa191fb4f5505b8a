/** Boards against a naive reading: after any mix of finishes, strike-outs and regrades, counts are what one would count. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ContestRules, usualRules } from '#core/contest/rules'
import { dayMs } from '#core/day'
import { rankPart, rankWidth } from '#core/standing/order'
import { placesOf } from '#core/standing/places'
import { compareResults } from '#core/standing/rank'
import type { Scope } from '#core/standing/scope'
import { organisationNamed } from '#db/account'
import { changeAttempt, insertFinished } from '#db/attempt.fixture'
import { type Board, countBefore, peopleAfter, peopleFrom, placeOn } from '#db/board'
import { foldChanges } from '#db/board-fold'
import { rebuildBoards } from '#db/board-rebuild'
import { cameByDay, sumsByOrganisation, sumsByRegion } from '#db/board-sums'
import { type ContestRow, contestById } from '#db/contest'
import { putEntry } from '#db/entry'
import { insertAccounts } from '#db/sample'
import { countableAttempts } from '#db/standing'
import { recount, replaceStanding } from './counting.ts'
import { publicId } from './secrets.ts'
import { contestWith, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

/** So small that a few people make several levels. */
const sizes = { bucket: 4, block: 4, changes: 5 }
const regions = ['yuzhong', 'nanan', null]
const trackIds = ['youth', 'open', 'gone']

type Step =
  | { do: 'finish'; person: number; score: number; seconds: number; day: number }
  | { do: 'regrade'; nth: number; score: number }
  | { do: 'strike' | 'restore'; nth: number }
  | { do: 'fold' | 'rebuild' | 'recount' }

const few = (max: number) => fc.integer({ min: 0, max })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('finish' as const),
      person: few(11),
      score: few(4),
      seconds: few(3),
      day: few(2),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('regrade' as const), nth: few(30), score: few(4) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('strike' as const, 'restore' as const), nth: few(30) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('fold' as const, 'fold' as const, 'rebuild' as const, 'recount' as const),
    }),
  },
)

const rules = fc.record({
  ties: fc.constantFrom<ContestRules['ties']>(
    ['shared'],
    ['less-time', 'shared'],
    ['more-correct', 'earlier-finish', 'shared'],
    ['fewer-attempts', 'lot'],
  ),
  counts: fc.constantFrom<ContestRules['counts']>(
    { by: 'best' },
    { by: 'first' },
    { by: 'last' },
    { by: 'daily-sum', cap: null },
    { by: 'mean-of-best', k: 2 },
  ),
  stages: fc.boolean(),
  tracks: fc.boolean(),
})

describe('after any mix of finishes, strike-outs and regrades', () => {
  it('ranks, pages and sums are those of a count from scratch', async () => {
    const people = await somePeople(12)
    let round = 0
    await fc.assert(
      fc.asyncProperty(rules, fc.array(step, { minLength: 1, maxLength: 60 }), async (asked, steps) => {
        const contest = await contestOf(`round-${round++}`, asked, people)
        const made: number[] = []
        for (const one of steps) await take(contest, people, made, one)
        await compareAll(contest, people)
      }),
      { numRuns: Number(process.env.BOARD_RUNS ?? 25) },
    )
  }, 90_000)

  it('many at once neither fail nor lose anything', async () => {
    const people = await somePeople(32)
    const contest = await contestOf(
      'crowd',
      { ties: ['less-time', 'shared'], counts: { by: 'best' }, stages: false, tracks: true },
      people,
    )
    await Promise.all(
      people.map(async (person, i) => {
        for (let day = 0; day < 3; day++) {
          await take(contest, people, [], { do: 'finish', person: i, score: (i * 7 + day) % 5, seconds: i % 3, day })
          if (person.accountId % 5 === 0) await take(contest, people, [], { do: 'fold' })
        }
      }),
    )
    await compareAll(contest, people)
  }, 60_000)
})

interface Person {
  accountId: number
  region: string | null
  organisationId: number | null
  track: string
}

async function somePeople(n: number): Promise<Person[]> {
  return site.rt.storage.atomically(async tx => {
    const named = { publicId: publicId(), name: '示例', normalName: '示例', createdAt: noon }
    const organisationId = await organisationNamed(tx, named)
    const rows = Array.from({ length: n }, () => ({
      publicId: publicId(),
      showName: false,
      roles: [],
      sample: true,
      createdAt: noon,
    }))
    const ids = await insertAccounts(tx, rows)
    return [...ids.values()].map((accountId, i) => ({
      accountId,
      region: regions[i % regions.length] ?? null,
      organisationId: i % 2 === 0 ? (organisationId ?? null) : null,
      track: trackIds[i % trackIds.length] as string,
    }))
  })
}

async function contestOf(
  slug: string,
  asked: { ties: ContestRules['ties']; counts: ContestRules['counts']; stages: boolean; tracks: boolean },
  people: readonly Person[],
): Promise<ContestRow> {
  const { ties, counts, stages, tracks } = asked
  const name = { zh: '一', en: 'one' }
  // The last track that people choose is none of the contest's: nobody stands there.
  const ranked = tracks ? trackIds.slice(0, 2).map(id => ({ id, name, fromAge: null, toAge: null })) : []
  const who = { ...usualRules.who, tracks: ranked }
  const calendar = {
    ...usualRules.calendar,
    stages: stages ? [{ id: 'one', name, opensAt: noon, closesAt: noon + dayMs }] : [],
  }
  const id = await contestWith(site.rt, { slug, drafts: [], rules: { ties, counts, calendar, who } })
  const said = { individual: false, numberCipher: null, ageSaidAt: null, guardianAgreedAt: null, createdAt: noon }
  await site.rt.storage.atomically(async tx => {
    for (const { accountId, track } of people) await putEntry(tx, { contestId: id, accountId, track, ...said })
  })
  return (await contestById(site.rt.storage.read, id)) as ContestRow
}

const numbers = new Map<string, number>()

async function take(contest: ContestRow, people: Person[], made: number[], step: Step): Promise<void> {
  await site.rt.storage.atomically(async tx => {
    switch (step.do) {
      case 'finish': {
        const person = people[step.person % people.length] as Person
        const counter = `${contest.id} ${person.accountId}`
        const number = (numbers.get(counter) ?? 0) + 1
        numbers.set(counter, number)
        const startedAt = noon + step.day * dayMs + number * 60_000
        const { score, seconds } = step
        const ending = { score, correct: score, durationMs: seconds * 1000, finishedAt: startedAt + seconds * 1000 }
        const row = { ...person, ...ending, publicId: publicId(), contestId: contest.id, number, startedAt }
        made.push(await insertFinished(tx, row))
        return replaceStanding(site.rt, tx, contest, person.accountId)
      }
      case 'regrade':
      case 'strike':
      case 'restore': {
        const id = made[step.nth % made.length]
        if (id === undefined) return
        const change =
          step.do === 'regrade'
            ? { score: step.score, correct: step.score }
            : { struckOutAt: step.do === 'strike' ? noon : null }
        return replaceStanding(site.rt, tx, contest, await changeAttempt(tx, id, change))
      }
      case 'fold':
        await foldChanges(tx, sizes)
        return
      case 'rebuild':
        return rebuildBoards(tx, contest.id, sizes)
      case 'recount':
        return recount(site.rt, tx, contest)
      default:
        return step satisfies never
    }
  })
}

/** Everything a board says, against places worked out anew from the attempts. */
async function compareAll(contest: ContestRow, people: Person[]): Promise<void> {
  const { read } = site.rt.storage
  const { tracks } = contest.rules.who
  const all = (
    await Promise.all(
      people.map(async ({ accountId, track }) => {
        const attempts = await countableAttempts(read, contest.id, accountId)
        const lot = site.rt.secrets.lot(contest.id, accountId)
        return placesOf(contest, attempts, {
          accountId,
          lot,
          track: tracks.some(({ id }) => id === track) ? track : null,
        }).map(place => ({ ...place, accountId }))
      }),
    )
  ).flat()
  const scopes = new Set<Scope>(['whole', ...all.map(place => place.scope)])
  for (const scope of scopes) {
    const here = all.filter(place => place.scope === scope)
    for (const region of [null, 'yuzhong', 'nanan'])
      await compareBoard(
        contest,
        { contestId: contest.id, scope, region },
        region === null ? here : here.filter(place => place.region === region),
      )
    const sums = await sumsByRegion(read, contest.id, scope)
    expect(Object.fromEntries(sums)).toEqual(summed(here, place => place.region ?? ''))
    const byOrganisation = await sumsByOrganisation(read, contest.id, scope)
    expect(Object.fromEntries(byOrganisation)).toEqual(
      summed(
        here.filter(place => place.organisationId !== null),
        place => String(place.organisationId),
      ),
    )
  }
  const came = [...(await cameByDay(read, contest.id)).values()].flatMap(day => [...day.values()])
  expect(came.reduce((sum, n) => sum + n, 0)).toBe(all.filter(place => place.scope === 'whole').length)
}

type Naive = ReturnType<typeof placesOf>[number] & { accountId: number }

function summed(places: Naive[], name: (place: Naive) => string) {
  const groups = Map.groupBy(places, name)
  return Object.fromEntries(
    [...groups].map(([group, inside]) => [
      group,
      {
        people: inside.length,
        score: inside.reduce((sum, { score }) => sum + score, 0),
        squares: inside.reduce((sum, { score }) => sum + score * score, 0),
      },
    ]),
  )
}

async function compareBoard(contest: ContestRow, board: Board, naive: Naive[]): Promise<void> {
  const { read } = site.rt.storage
  const { ties } = contest.rules
  const ordered = naive.toSorted((a, b) => a.orderKey.compare(b.orderKey))
  for (const person of naive) {
    const own = await placeOn(read, board, person.accountId, rankWidth(ties))
    const higher = naive.filter(other => compareResults(other, person, ties) < 0).length
    expect(own?.before).toBe(higher)
    expect(await countBefore(read, board, rankPart(own?.orderKey as Buffer, ties))).toBe(higher)
  }
  const ids = (rows: { accountId: number }[]) => rows.map(row => row.accountId)
  for (let offset = 0; offset <= ordered.length; offset += 3)
    expect(ids(await peopleFrom(read, board, offset, 3))).toEqual(ids(ordered.slice(offset, offset + 3)))
  const [first] = ordered
  if (first) expect(ids(await peopleAfter(read, board, first.orderKey, 5))).toEqual(ids(ordered.slice(1, 6)))
}
