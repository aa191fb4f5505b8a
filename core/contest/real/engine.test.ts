import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { awardTiers } from '../../prize/award.ts'
import { chanceOf, groupsOf } from '../../prize/qualify.ts'
import { countedResult } from '../../standing/counted.ts'
import { goesOn } from '../../standing/final.ts'
import { groupPlaces } from '../../standing/group-award.ts'
import { compareResults, ranked } from '../../standing/rank.ts'
import { hindrance } from '../allowed.ts'
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
            return { id, entrants: own.length, total: own.reduce((sum, row) => sum + row.score, 0), people: null }
          })
          expect(groupPlaces(award, groups)).toHaveLength(groups.length)
        }
        const candidates = table.map((row, i) => ({ id: i, rank: row.rank, lot: row.lot }))
        const { awarded } = awardTiers(rules.awards, candidates, new Set())
        expect(new Set(awarded.map(one => one.id)).size).toBe(awarded.length)
        table.filter(row => goesOn(rules, row.rank))
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

  it('never put a person lower for one more right answer in the paper that counts', () => {
    fc.assert(
      fc.property(anyGame, fc.nat(), ([rules, people], at) => {
        // Whole-point rules in which every paper counts or the best: a better paper cannot hurt.
        fc.pre(!['first', 'last'].includes(rules.counts.by) || people.every(person => person.attempts.length < 2))
        const i = at % people.length
        const better = people.map((person, k) =>
          k === i
            ? {
                ...person,
                attempts: person.attempts.map(one => ({
                  ...one,
                  score: Math.min(one.maximum, one.score + 1),
                  correct: one.correct + 1,
                })),
              }
            : person,
        )
        const score = (some: readonly Player[]) => rows(rules, some).find(row => row.id === people[i]?.id)?.score ?? 0
        expect(score(better)).toBeGreaterThanOrEqual(score(people))
      }),
      { numRuns: 300 },
    )
  })
})
