import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Keyed, mark } from '../../attempt/score.ts'
import { awardTiers } from '../../prize/award.ts'
import { claimDates, claimProblem, keptFields } from '../../prize/claim.ts'
import { chanceOf, groupsOf } from '../../prize/qualify.ts'
import { countedResult } from '../../standing/counted.ts'
import { goesOn } from '../../standing/final.ts'
import { groupPlaces } from '../../standing/group-award.ts'
import { compareResults, ranked } from '../../standing/rank.ts'
import { hindrance } from '../allowed.ts'
import { type Entrant, missing, outside } from '../eligibility.ts'
import { answersFrom, scoreFrom } from '../feedback.ts'
import type { ContestRules } from '../rules.ts'
import { naiveRanks, naiveResult } from './naive.ts'
import { anyRules, historyUnder, type Player, window } from './random.fixture.ts'

const anyGame = anyRules.chain(rules => fc.tuple(fc.constant(rules), historyUnder(rules)))

const rows = (rules: ContestRules, people: readonly Player[]) =>
  people.flatMap(({ id, unit, lot, attempts }) => {
    const counted = countedResult(rules, attempts)
    return counted ? [{ ...counted, id, unit, lot }] : []
  })

const standing = (rules: ContestRules, people: readonly Player[]) =>
  ranked(
    rows(rules, people).sort((a, b) => compareResults(a, b, rules.ties) || (a.id < b.id ? -1 : 1)),
    rules.ties,
  )

describe('Random rules and random histories', () => {
  it('never crash the engine', () => {
    let played = 0
    fc.assert(
      fc.property(anyGame, ([rules, people]) => {
        const table = standing(rules, people)
        played += table.length
        for (const { attempts } of people)
          for (const at of [window.opensAt - 1, window.opensAt, window.closesAt - 1, window.closesAt]) {
            const made = attempts.map(({ startedAt, finishedAt }) => ({ startedAt, endsAt: finishedAt }))
            const stop = hindrance(rules, window, made, at)
            // What the engine promises holds: at that instant nothing stands in the way.
            if (stop?.next != null) expect(hindrance(rules, window, made, stop.next)).toBeNull()
          }
        for (const draw of rules.draws)
          groupsOf(
            people.flatMap(({ id, attempts }) => {
              const chance = chanceOf(rules, draw, attempts)
              return chance ? [{ ...chance, token: id }] : []
            }),
            10,
          )
        for (const award of rules.groupAwards) {
          const groups = [...Map.groupBy(table, row => row.unit)].map(([id, own]) => {
            return { id, entrants: own.length, total: own.reduce((sum, row) => sum + row.score, 0), people: 50 }
          })
          expect(groupPlaces(award, groups)).toHaveLength(groups.length)
        }
        const candidates = table.map((row, i) => ({ id: i, rank: row.rank, lot: row.lot }))
        const { awarded } = awardTiers(rules.awards, candidates, new Set())
        expect(new Set(awarded.map(one => one.id)).size).toBe(awarded.length)
        table.filter(row => goesOn(rules, row.rank))
        // What is told, asked and shown follows from any rules.
        for (const attempt of people.flatMap(person => person.attempts)) {
          expect(scoreFrom({ ...window, rules }, attempt)).toBeGreaterThanOrEqual(attempt.finishedAt)
          expect(answersFrom({ ...window, rules }, attempt) ?? Infinity).toBeGreaterThanOrEqual(attempt.finishedAt)
        }
        for (const person of entrants) {
          const stops = [outside(rules, person), ...missing(rules, person)].filter(one => one !== null)
          expect(new Set(stops).size).toBe(stops.length)
        }
        expect(missing(rules, { ...willing, track: rules.who.tracks[0]?.id ?? null })).toEqual([])
        expect(claimDates(rules, window.closesAt).claimUntil).toBeGreaterThan(window.closesAt)
        expect(claimProblem(rules, keptFields(rules, wholeClaim(rules)))).toBe(null)
      }),
      { numRuns: 400 },
    )
    expect(played).toBeGreaterThan(400)
  })

  it('are ranked as a plain reading of the same rules ranks them', () => {
    fc.assert(
      fc.property(anyGame, ([rules, people]) => {
        const naive = people.flatMap(({ id, lot, attempts }) => {
          const result = naiveResult(rules, attempts)
          return result ? [{ ...result, id, lot }] : []
        })
        const ranks = naiveRanks(rules, naive)
        const expected = naive.map((person, i) => ({ ...person, rank: ranks[i] }))
        const found = standing(rules, people).map(({ unit: _unit, ...row }) => row)
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
        expect([...found].sort(byId)).toEqual(expected.sort(byId))
      }),
      { numRuns: 600 },
    )
  })

  it('stand the same in whatever order attempts and people arrive', () => {
    fc.assert(
      fc.property(
        anyGame.chain(([rules, people]) =>
          fc.tuple(
            fc.constant([rules, people] as const),
            fc.shuffledSubarray(people, { minLength: people.length }),
            fc.boolean(),
          ),
        ),
        ([[rules, people], shuffled, simultaneous]) => {
          // All papers that were started in the same minute may also finish in the same millisecond.
          const pressed = (some: readonly Player[]) =>
            simultaneous
              ? some.map(person => ({
                  ...person,
                  attempts: person.attempts.map(one => ({ ...one, finishedAt: one.startedAt + 60_000 })),
                }))
              : some
          const reversed = pressed(shuffled).map(person => ({ ...person, attempts: [...person.attempts].reverse() }))
          expect(standing(rules, reversed)).toEqual(standing(rules, pressed(people)))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('never score a paper lower for one more right answer', () => {
    const sheet = fc.array(fc.tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 0, max: 15 })), {
      minLength: 6,
      maxLength: 6,
    })
    let better = 0
    fc.assert(
      fc.property(anyRules, sheet, fc.nat({ max: 5 }), ({ paper }, answers, at) => {
        const questions = answers
          .slice(0, paper.total)
          .map(([right], i): Keyed => (i % 2 === 0 ? { kind: 'single', right: 1 } : { kind: 'multiple', right }))
        const given = new Map(answers.map(([, choice], i) => [i, i % 2 === 0 && choice > 3 ? 2 : choice]))
        const position = at % questions.length
        const righted = new Map(given).set(position, questions[position]?.right ?? 0)
        const [before, after] = [mark(paper, questions, given), mark(paper, questions, righted)]
        expect(after.score).toBeGreaterThanOrEqual(before.score)
        expect(after.correct).toBeGreaterThanOrEqual(before.correct)
        if (after.score > before.score) better++
      }),
      { numRuns: 500 },
    )
    expect(better).toBeGreaterThan(50)
  })

  it('never put a person lower for a better paper, whichever of them it is and whatever counts', () => {
    fc.assert(
      fc.property(anyGame, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 4 }), ([rules, people], at, which, more) => {
        const i = at % people.length
        const better = people.map((person, k) => {
          const paper = which % Math.max(1, person.attempts.length)
          const attempts = person.attempts.map((one, n) =>
            n === paper ? { ...one, score: Math.min(one.maximum, one.score + more), correct: one.correct + 1 } : one,
          )
          return k === i ? { ...person, attempts } : person
        })
        const score = (some: readonly Player[]) => rows(rules, some).find(row => row.id === people[i]?.id)?.score ?? 0
        expect(score(better)).toBeGreaterThanOrEqual(score(people))
      }),
      { numRuns: 400 },
    )
  })
})

const willing: Entrant = {
  ...{ region: 'yuzhong', organisation: 'house', individual: false, invited: true, track: null },
  ...{ name: '张三', number: '7', oldEnough: true, grown: true, guardian: true },
}
const entrants: Entrant[] = [
  willing,
  { ...willing, region: 'nanan', organisation: 'other', invited: false },
  {
    ...{ region: null, organisation: null, individual: true, invited: false, track: 'gone' },
    ...{ name: null, number: null, oldEnough: false, grown: false, guardian: false },
  },
]

const wholeClaim = ({ identity }: ContestRules) => ({
  name: '欧阳小敏',
  idNumber: '11010519491231002X'.slice(-identity.idNumber.lastDigits),
  number: 'A-7',
  address: '重庆市渝中区中山四路36号',
})
