import { describe, expect, it } from 'vitest'
import { contestRules, usualRules } from './rules.ts'
import { awardCount, fullMarks, longestSeconds, samePoints } from './size.ts'
import { rulesWith } from './testing.ts'
import { type RulesOfVersion1, upgraded } from './upgrade.ts'

describe('Rules of version 1', () => {
  const old: RulesOfVersion1 = {
    version: 1,
    paper: { total: 10, points: 10 },
    clock: { seconds: 300, graceSeconds: 2 },
    attempts: { total: 3 },
    counts: 'last',
    ties: ['earlier-finish', 'less-time'],
    feedback: { answers: 'after-finish', rank: false },
    winners: 30,
  }
  it('are today’s rules that promise the same', () => {
    const rules = upgraded(old)
    expect(contestRules.parse(rules)).toEqual(rules)
    expect([fullMarks(rules.paper), longestSeconds(rules), awardCount(rules)]).toEqual([100, 300, 30])
    expect(rules).toMatchObject({
      attempts: { total: 3, perDay: null },
      counts: { by: 'last' },
      ties: ['earlier-finish', 'less-time', 'shared'],
      feedback: { score: 'at-once', answers: 'at-once', rank: false },
      integrity: { minimumSeconds: 0 },
    })
  })
  it('without winners have no award, and a list of ties ends where it ended', () => {
    const rules = upgraded({ ...old, winners: 0, ties: ['shared', 'less-time'] })
    expect([rules.awards.tiers, rules.ties]).toEqual([[], ['shared']])
  })
  it('are not touched when they are of today', () => {
    expect(upgraded(usualRules)).toBe(usualRules)
  })
})

describe('The size of a paper', () => {
  it('follows from its kinds where their marks differ', () => {
    const points = { single: 1, multiple: 3, truefalse: 2, case: 4 }
    const cell = { chapter: null, level: null }
    const blueprint = [
      { ...cell, kind: 'single' as const, count: 10 },
      { ...cell, kind: 'multiple' as const, count: 5 },
    ]
    expect(fullMarks(rulesWith({ paper: { total: 15, points, blueprint } }).paper)).toBe(25)
    expect(fullMarks(rulesWith({ paper: { total: 15, points: samePoints(2) } }).paper)).toBe(30)
  })
  it('takes as long as the shorter of its clocks', () => {
    const seconds = (clock: { seconds: number | null; questionSeconds: number | null }) =>
      longestSeconds(rulesWith({ clock, paper: { total: 20 } }))
    expect(seconds({ seconds: 600, questionSeconds: 20 })).toBe(400)
    expect(seconds({ seconds: 300, questionSeconds: 20 })).toBe(300)
    expect(seconds({ seconds: null, questionSeconds: 20 })).toBe(400)
    expect(seconds({ seconds: 300, questionSeconds: null })).toBe(300)
    expect(seconds({ seconds: null, questionSeconds: null })).toBeNull()
  })
})
