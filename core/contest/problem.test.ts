import { describe, expect, it } from 'vitest'
import { messagesIn } from '#messages/messages'
import { dayMs, startOfDay } from '../day.ts'
import { ruleProblems } from './problem.ts'
import { ruleProblemCodes } from './problems/problem.ts'
import { contestRules, usualRules } from './rules.ts'
import { type RulesChange, rulesWith } from './testing.ts'

const opensAt = startOfDay('2026-04-20')
const window = { opensAt, closesAt: opensAt + 10 * dayMs }
const zh = (text: string) => ({ zh: text, en: '' })
const stage = (id: string, from: number, to: number) => ({
  id,
  name: zh(id),
  opensAt: opensAt + from * dayMs,
  closesAt: opensAt + to * dayMs,
})
const tier = { id: 'first', name: zh('一等奖'), count: 1, prize: zh('奖品'), value: 100 }
const draw = {
  id: 'lucky',
  name: zh('幸运奖'),
  when: 'final',
  oneIn: null,
  qualify: { by: 'perfect' },
  chances: { by: 'person' },
  tiers: [tier],
  fallBackTo: null,
  excludeEarlier: false,
  alternates: 0,
  witnesses: [],
} as const satisfies RulesChange['draws'] extends (infer D)[] | undefined ? object & Partial<D> : never
const drawing = (change: object): RulesChange => ({ draws: [{ ...draw, ...change } as never] })
const group = {
  id: 'units',
  name: zh('组织奖'),
  of: 'organisations',
  by: { by: 'entrants' },
  minimumSize: 1,
  count: 5,
  prize: zh('牌匾'),
}
const grouping = (change: object, who: RulesChange['who'] = {}): RulesChange => ({
  groupAwards: [{ ...group, ...change } as never],
  who,
})
const cell = { chapter: null, kind: null, level: null }
const asked = { need: 'required' } as const

/** One change of the usual rules for each problem: what is wrong, where. */
const wrong: [(typeof ruleProblemCodes)[number], string, RulesChange][] = [
  ['fee', 'extras.feeYuan', { extras: { feeYuan: 1 } }],
  ['bought-points', 'extras.boughtPoints', { extras: { boughtPoints: 1 } }],
  ['sign-in-points', 'extras.signInPoints', { extras: { signInPoints: 1 } }],
  ['share-points', 'extras.sharePoints', { extras: { sharePoints: 1 } }],
  ['online-points', 'extras.onlinePoints', { extras: { onlinePoints: 1 } }],
  ['share-attempts', 'extras.shareAttempts', { extras: { shareAttempts: 1 } }],
  ['staff-win', 'who.staffMayWin', { who: { staffMayWin: true } }],
  ['lottery-value', 'draws.0.tiers.0.value', drawing({ tiers: [{ ...tier, value: 50_001 }] })],
  ['id-at-entry', 'identity.idNumber.at', { identity: { idNumber: { ...asked, at: 'entry', lastDigits: 6 } } }],
  ['address-at-entry', 'identity.address.at', { identity: { address: { ...asked, at: 'entry' } } }],
  ['guardian-missing', 'who.guardian', { who: { minimumAge: 13 } }],
  ['list-empty', 'who.entry.slugs', { who: { entry: { by: 'regions', slugs: [] } } }],
  ['organisation-needed', 'who.organisation.need', { who: { entry: { by: 'organisations', ids: ['x'] } } }],
  ['age-order', 'who.tracks.0.toAge', { who: { tracks: [{ id: 'a', name: zh('甲'), fromAge: 20, toAge: 18 }] } }],
  ['track-too-young', 'who.tracks.0.toAge', { who: { tracks: [{ id: 'a', name: zh('甲'), fromAge: 8, toAge: 13 }] } }],
  ['named-twice', 'awards.tiers.1.id', { awards: { tiers: [tier, tier] } }],
  ['span-order', 'calendar.stages.0.closesAt', { calendar: { stages: [stage('a', 2, 2)] } }],
  ['stage-outside', 'calendar.stages.0', { calendar: { stages: [stage('a', 5, 11)] } }],
  ['stage-overlap', 'calendar.stages.1.opensAt', { calendar: { stages: [stage('a', 0, 5), stage('b', 4, 8)] } }],
  ['stage-short', 'calendar.stages.0.closesAt', { calendar: { stages: [stage('a', 0, 0.006)] } }],
  [
    'warm-up-late',
    'calendar.warmUp.closesAt',
    { calendar: { warmUp: { opensAt: opensAt - 1, closesAt: opensAt + 1 } } },
  ],
  ['announced-early', 'calendar.announcedAt', { calendar: { announcedAt: window.closesAt - 1 } }],
  ['claim-early', 'calendar.claimsUntil', { calendar: { claimsUntil: window.closesAt } }],
  ['freeze-long', 'feedback.freezeSeconds', { feedback: { freezeSeconds: 11 * 24 * 3600 } }],
  ['stages-missing', 'attempts.perStage', { attempts: { total: null, perStage: 1 } }],
  ['limit-above', 'attempts.perDay', { attempts: { total: 3, perDay: 4 } }],
  ['best-of-more', 'counts.k', { attempts: { total: 2 }, counts: { by: 'mean-of-best', k: 3 } }],
  ['question-longer', 'clock.questionSeconds', { clock: { seconds: 60, questionSeconds: 61 } }],
  ['minimum-above-clock', 'integrity.minimumSeconds', { integrity: { minimumSeconds: 600 } }],
  ['blueprint-sum', 'paper.blueprint', { paper: { blueprint: [{ ...cell, count: 19 }] } }],
  ['blueprint-kinds', 'paper.blueprint', { paper: { points: { single: 1, multiple: 2, truefalse: 1, case: 1 } } }],
  ['pass-mark-high', 'paper.passMark', { paper: { passMark: 101 } }],
  ['pass-mark-missing', 'draws.0.qualify', drawing({ qualify: { by: 'pass' } })],
  ['partial-high', 'paper.partial.points', { paper: { partial: { by: 'fixed', points: 5 } } }],
  ['out-after-high', 'paper.outAfter', { paper: { outAfter: 21 } }],
  ['answers-tell-others', 'feedback.answers', { paper: { draw: 'fixed' } }],
  ['answers-tell-score', 'feedback.answers', { feedback: { score: 'at-close', rank: false } }],
  ['rank-tells-score', 'feedback.rank', { feedback: { score: 'at-close', answers: 'at-close' } }],
  ['until-right-tells', 'attempts.untilRight', { attempts: { untilRight: true }, feedback: { answers: 'at-close' } }],
  ['ties-without-end', 'ties', { ties: ['less-time'] }],
  ['ties-after-end', 'ties.1', { ties: ['lot', 'shared'] }],
  ['ties-twice', 'ties.1', { ties: ['less-time', 'less-time', 'shared'] }],
  ['award-without-count', 'awards.tiers.0.count', { awards: { tiers: [{ ...tier, count: 0 }] } }],
  ['draw-without-prizes', 'draws.0.tiers', drawing({ tiers: [] })],
  ['odds-missing', 'draws.0.oneIn', drawing({ when: 'instant' })],
  ['odds-unused', 'draws.0.oneIn', drawing({ oneIn: 10 })],
  ['days-above-window', 'draws.0.qualify.days', drawing({ qualify: { by: 'perfect-days', days: 11 } })],
  ['fall-back-unclear', 'draws.0.fallBackTo', drawing({ qualify: { by: 'finished' }, fallBackTo: 50 })],
  ['fall-back-high', 'draws.0.fallBackTo', drawing({ fallBackTo: 100 })],
  ['weights-sum', 'groupAwards.0.by', grouping({ by: { by: 'mix', entrants: 50, rate: 0, mean: 49, total: 0 } })],
  ['people-missing', 'who.organisation.people', grouping({ by: { by: 'rate' } })],
  [
    'organisations-off',
    'groupAwards.0.of',
    grouping({}, { organisation: { need: 'off', individual: true, people: [] } }),
  ],
  ['stage-unknown', 'final.to.stage', { final: { first: 10, to: { kind: 'stage', stage: 'none' } } }],
  [
    'final-first',
    'final.to.stage',
    { calendar: { stages: [stage('a', 0, 5)] }, final: { first: 10, to: { kind: 'stage', stage: 'a' } } },
  ],
]

describe('Rules', () => {
  it('that are usual are right', () => expect(ruleProblems(usualRules, window)).toEqual([]))

  it.each(wrong)('are refused: %s at %s', (code, field, change) => {
    const rules = rulesWith(change)
    expect(contestRules.safeParse(rules).success).toBe(true)
    const found = ruleProblems(rules, window)
    expect(found.map(problem => [problem.code, problem.field])).toContainEqual([code, field])
    for (const locale of ['zh', 'en'] as const)
      for (const { code: one, data } of found) {
        const { why, way } = messagesIn(locale).rulesWrong[one](data)
        expect(`${why}${way}`).not.toMatch(/undefined|NaN/)
        expect(way).toMatch(/[。.]$/)
      }
  })

  it('have a case here for every way of being wrong', () => {
    expect(wrong.map(([code]) => code).sort()).toEqual([...ruleProblemCodes].sort())
  })

  it('at the border of what is forbidden are right', () => {
    for (const change of [
      drawing({ tiers: [{ ...tier, value: 50_000 }] }),
      { who: { minimumAge: 10, guardian: true } },
      { identity: { idNumber: { need: 'required', at: 'claim', lastDigits: 18 } } },
      drawing({ qualify: { by: 'perfect-days', days: 10 } }),
      { calendar: { stages: [stage('a', 0, 5), stage('b', 5, 10)] } },
      { clock: { seconds: null, questionSeconds: null } },
    ] as RulesChange[])
      expect(ruleProblems(rulesWith(change), window)).toEqual([])
  })
})
