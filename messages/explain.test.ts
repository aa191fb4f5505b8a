import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleOf } from '#core/contest/example'
import { realContests } from '#core/contest/real/all'
import { anyRules, window } from '#core/contest/real/random.fixture'
import { usualRules } from '#core/contest/rules'
import { samePoints } from '#core/contest/size'
import { rulesWith } from '#core/contest/testing'
import { compareResults, ranked } from '#core/standing/rank'
import { explained } from './explain.ts'

const hundred = rulesWith({ paper: { total: 100, points: samePoints(1) } })
const linesOf = (rules: typeof usualRules, locale: 'zh' | 'en', id: string) =>
  explained(rules, window, locale).find(group => group.id === id)?.lines ?? []

describe('The example', () => {
  it('says where a result stands, in figures of these rules', () => {
    expect(linesOf(hundred, 'zh', 'example')).toEqual([
      '87 分、用时 3 分钟 34 秒的人：排在所有 88 分的人之后，无论他们用了多久；排在同为 87 分、但用时 3 分钟 50 秒的人之前；与以上各项都相同的人并列。',
    ])
    expect(linesOf(hundred, 'en', 'example')).toEqual([
      'Somebody with 87 points in 3 minutes 34 seconds stands behind all with 88 points, however long they took; before those with 87 points who took 3 minutes 50 seconds; beside those who are equal in all of this.',
    ])
  })
  it('asks each tie-break in the order of the rules', () => {
    const rules = rulesWith({ ties: ['more-correct', 'fewer-attempts', 'earlier-finish', 'lot'] })
    expect(exampleOf(rules, window)).toMatchObject({
      result: { score: 85 },
      higher: 90,
      behind: [{ tie: 'more-correct' }, { tie: 'fewer-attempts' }, { tie: 'earlier-finish' }],
      end: 'lot',
    })
  })
  it('is what the engine ranks, for any rules: the better one first, each neighbour behind, an equal one beside', () => {
    fc.assert(
      fc.property(anyRules, rules => {
        const { result, higher, behind, end } = exampleOf(rules, window)
        const slow = {
          durationMs: 10 * result.durationMs,
          finishedAt: window.closesAt,
          correct: 0,
          attempts: 99,
          lot: 9,
        }
        const people = [
          { ...result, id: 'example' },
          { ...result, lot: result.lot + 1, id: 'equal' },
          { ...result, ...slow, score: higher, id: 'higher' },
          ...behind.map(({ tie, other }) => ({ ...other, id: tie })),
        ]
        const table = ranked(
          people.toSorted((a, b) => compareResults(a, b, rules.ties)),
          rules.ties,
        )
        const rank = new Map(table.map(row => [row.id, row.rank]))
        expect(rank.get('higher')).toBe(1)
        expect(rank.get('example')).toBe(2)
        expect(rank.get('equal')).toBe(end === 'shared' ? 2 : 3)
        for (const { tie } of behind) expect(rank.get(tie)).toBeGreaterThan(3)
      }),
      { numRuns: 200 },
    )
  })
  it('counts in what the rules count', () => {
    expect(linesOf(rulesWith({ counts: { by: 'perfect-days' } }), 'zh', 'example')[0]).toMatch(/^5 天、/)
    expect(linesOf(rulesWith({ counts: { by: 'daily-sum', cap: 100 } }), 'zh', 'example')[0]).toMatch(/^425 分、/)
  })
})

describe('Sentences', () => {
  it('say only what the rules say', () => {
    expect(linesOf(usualRules, 'zh', 'paper')).toEqual([
      '每份 20 题，每题 5 分，满分 100 分。',
      '每次作答都单独随机抽题，各份试卷的预期难度和用时相近。',
      '任意两份试卷的预期得分相差不超过 2%，预期用时相差不超过 5%。',
      '多选题全部选对才得分。',
      '答错或不答不扣分。',
    ])
    const hard = rulesWith({ paper: { wrongCosts: 2, outAfter: 3, partial: { by: 'share' }, passMark: 60 } })
    expect(linesOf(hard, 'en', 'paper').slice(3)).toEqual([
      'A question with several answers that has nothing wrong but something missing scores its share, rounded down; a wrong choice scores nothing.',
      'A wrong answer takes 2 away, a missing one nothing. A paper never falls below zero.',
      'After 3 wrong answers the paper is over; what was scored until then stays.',
      '60 points are a pass.',
    ])
    expect(linesOf(usualRules, 'zh', 'draws')).toEqual([])
    expect(linesOf(rulesWith({ awards: { tiers: [] } }), 'zh', 'claim')).toEqual([])
  })

  it('are there in both languages, in the same number, for each real contest', () => {
    for (const { rules, window: own } of realContests) {
      const [zh, en] = [explained(rules, own, 'zh'), explained(rules, own, 'en')]
      expect(en.map(group => [group.id, group.lines.length])).toEqual(zh.map(group => [group.id, group.lines.length]))
    }
  })

  it('are whole for any rules: no gap, no word of code', () => {
    fc.assert(
      fc.property(anyRules, fc.constantFrom('zh' as const, 'en' as const), (rules, locale) => {
        const lines = explained(rules, window, locale).flatMap(group => [group.title, ...group.lines])
        for (const line of lines) {
          expect(line).not.toMatch(/undefined|null|NaN|\[object|\{|\}/)
          expect(line.trim()).not.toBe('')
        }
        for (const { lines } of explained(rules, window, locale)) expect(new Set(lines).size).toBe(lines.length)
      }),
      { numRuns: 200 },
    )
  })
})
