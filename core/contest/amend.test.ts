import { describe, expect, it } from 'vitest'
import { amendmentProblem, differences } from './amend.ts'
import { usualRules } from './rules.ts'
import { type RulesChange, rulesWith } from './testing.ts'

const problem = (change: RulesChange) => amendmentProblem(usualRules, rulesWith(change))

describe('rules after the opening', () => {
  it('may be amended where nobody’s chances are lowered', () => {
    expect(problem({ attempts: { total: 3 } })).toBeNull()
    expect(problem({ attempts: { total: null } })).toBeNull()
    expect(problem({ feedback: { answers: 'at-close', rank: false } })).toBeNull()
    expect(problem({ publicity: { noticeDays: 10, objectionsTo: '023-12345678' } })).toBeNull()
  })

  it('are not amended to anybody’s disadvantage', () => {
    const held = rulesWith({ attempts: { total: 3, perDay: 2, cooldownSeconds: 60 } })
    const lower = (attempts: RulesChange['attempts']) =>
      amendmentProblem(held, rulesWith({ attempts: { total: 3, perDay: 2, cooldownSeconds: 60, ...attempts } }))
    expect(lower({ total: 2 })).toMatchObject({ refusal: 'amendment-unfair', detail: { where: 'attempts.total' } })
    expect(lower({ perWeek: 5 })).toMatchObject({ detail: { where: 'attempts.perWeek' } })
    expect(lower({ cooldownSeconds: 90 })).toMatchObject({ detail: { where: 'attempts.cooldownSeconds' } })
    expect(lower({ cooldownSeconds: 0 })).toBeNull()
    expect(problem({ clock: { seconds: 900 } })).toMatchObject({ refusal: 'amendment-unfair' })
    expect(problem({ counts: { by: 'first' } })).toMatchObject({ refusal: 'amendment-unfair' })
    expect(problem({ ties: ['shared'] })).toMatchObject({ refusal: 'amendment-unfair' })
    expect(problem({ publicity: { noticeDays: 1 } })).toMatchObject({ refusal: 'amendment-unfair' })
  })

  it('keep what was promised of prizes', () => {
    expect(problem({ awards: { tiers: [] } })).toMatchObject({ refusal: 'amendment-prizes' })
    expect(problem({ claim: { days: 60 } })).toMatchObject({ refusal: 'amendment-prizes' })
  })

  it('are not amended by nothing, nor by what are no rules', () => {
    expect(problem({})).toMatchObject({ refusal: 'amendment-empty' })
    expect(problem({ attempts: { total: 0 } })).toMatchObject({ refusal: 'invalid-request' })
  })

  it('say what differs by field, lists as a whole', () => {
    const after = rulesWith({ attempts: { total: 3 }, ties: ['shared'] })
    expect(differences(usualRules, after)).toEqual([
      { path: 'attempts.total', before: 1, after: 3 },
      { path: 'ties', before: ['less-time', 'shared'], after: ['shared'] },
    ])
  })
})
