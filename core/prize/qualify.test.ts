import { describe, expect, it } from 'vitest'
import { usualRules } from '../contest/rules.ts'
import type { Counting } from '../standing/counted.ts'
import { chanceOf, type DrawRule, daysOf, drawSpan, groupsOf } from './qualify.ts'
import { sha256 } from './sha256.ts'

const name = { zh: '奖', en: 'Prize' }
const draw: DrawRule = {
  id: 'lucky',
  name,
  when: 'final',
  oneIn: null,
  qualify: { by: 'perfect' },
  chances: { by: 'person' },
  tiers: [],
  fallBackTo: null,
  excludeEarlier: true,
  alternates: 0,
  witnesses: [],
}
const monday = Date.parse('2027-04-19T09:00:00+08:00')
const day = 86_400_000
const paper = (score: number, startedAt = monday): Counting => {
  return { startedAt, finishedAt: startedAt + 60_000, score, maximum: 100, correct: score / 5, durationMs: 60_000 }
}
const rules = { ...usualRules, paper: { ...usualRules.paper, passMark: 60 } }
const chance = (change: Partial<DrawRule>, ...papers: Counting[]) => chanceOf(rules, { ...draw, ...change }, papers)

describe('A draw', () => {
  it('is for whoever the rules say', () => {
    expect(chance({}, paper(100))).toEqual({ qualified: true, chances: 1, score: 100 })
    expect(chance({}, paper(95))).toBeNull()
    expect(chance({ qualify: { by: 'finished' } }, paper(0))?.qualified).toBe(true)
    expect(chance({ qualify: { by: 'pass' } }, paper(60))?.qualified).toBe(true)
    expect(chance({ qualify: { by: 'pass' } }, paper(59))).toBeNull()
    expect(chance({ qualify: { by: 'points', points: 95 } }, paper(95))?.qualified).toBe(true)
    expect(chance({ qualify: { by: 'points', points: 96 } }, paper(95))).toBeNull()
    expect(chance({})).toBeNull()
  })

  it('counts days with a perfect paper, each once', () => {
    const twoDays = { qualify: { by: 'perfect-days' as const, days: 2 } }
    expect(chance(twoDays, paper(100), paper(100, monday + 3_600_000))).toBeNull()
    expect(chance(twoDays, paper(100), paper(100, monday + day))?.qualified).toBe(true)
    expect(chance(twoDays, paper(100), paper(95, monday + day))).toBeNull()
  })

  it('gives as many chances as the rules say', () => {
    const papers = [paper(100), paper(100, monday + day), paper(95, monday + 2 * day)]
    expect(chance({ chances: { by: 'perfect-paper' } }, ...papers)?.chances).toBe(2)
    expect(chance({ chances: { by: 'points', each: 30 } }, ...papers)?.chances).toBe(3)
    expect(chance({ chances: { by: 'points', each: 1000 } }, ...papers)?.chances).toBe(1)
  })

  it('falls back to the next scores, not below the one that the rules name', () => {
    expect(chance({ fallBackTo: 90 }, paper(90))).toEqual({ qualified: false, chances: 1, score: 90 })
    expect(chance({ fallBackTo: 90 }, paper(89))).toBeNull()
  })

  it('counts nothing of the warm-up', () => {
    const warmUp = { opensAt: monday, closesAt: monday + day }
    const warm = { ...rules, calendar: { ...rules.calendar, warmUp } }
    expect(chanceOf(warm, draw, [paper(100)])).toBeNull()
  })
})

describe('The groups of a draw', () => {
  const people = [
    ['a', true, 100],
    ['b', false, 95],
    ['c', false, 90],
    ['d', false, 95],
  ].map(([who, qualified, score]) => {
    return { token: sha256(String(who)), qualified: qualified === true, score: Number(score), chances: 1 }
  })
  const sizes = (places: number) => groupsOf(people, places).map(({ name, people }) => `${name}:${people.length}`)

  it('are as many as there are places for', () => {
    expect(sizes(1)).toEqual(['qualified:1'])
    expect(sizes(2)).toEqual(['qualified:1', '95:2'])
    expect(sizes(4)).toEqual(['qualified:1', '95:2', '90:1'])
  })

  it('begin with the next score when nobody qualifies', () =>
    expect(groupsOf(people.slice(1), 1).map(({ name }) => name)).toEqual(['95']))

  it('are sorted, so that their order tells nothing', () => {
    const tokens = groupsOf(people, 4)[1]?.people ?? []
    expect(tokens).toEqual([...tokens].sort())
  })
})

describe('The scope of a draw', () => {
  const contest = { opensAt: monday, closesAt: monday + 2 * day + 3_600_000 }
  const stages = [{ id: 'one', name, opensAt: monday, closesAt: monday + day }]
  const staged = { ...rules, calendar: { ...rules.calendar, stages, dayStartsHour: 6 } }

  it('is a day of the contest, from the hour at which days begin', () => {
    expect(daysOf(staged, contest).map(({ day }) => day)).toEqual(['2027-04-19', '2027-04-20', '2027-04-21'])
    const span = drawSpan(staged, contest, 'day', '2027-04-20')
    expect(span?.closesAt).toBe(Date.parse('2027-04-21T06:00:00+08:00'))
    expect(span?.holds(Date.parse('2027-04-21T05:59:00+08:00'))).toBe(true)
    expect(span?.holds(Date.parse('2027-04-20T05:59:00+08:00'))).toBe(false)
    expect(daysOf(staged, contest).at(-1)?.closesAt).toBe(contest.closesAt)
  })

  it('is a stage, or all of it', () => {
    expect(drawSpan(staged, contest, 'stage', 'one')).toMatchObject({ closesAt: monday + day })
    expect(drawSpan(staged, contest, 'final', '')).toMatchObject({ closesAt: contest.closesAt })
  })

  it.each([
    ['stage', 'two'],
    ['day', '2027-04-18'],
    ['final', 'x'],
  ] as const)('is nothing that the contest does not have: %s %s', (kind, scope) =>
    expect(drawSpan(staged, contest, kind, scope)).toBeNull(),
  )
})
