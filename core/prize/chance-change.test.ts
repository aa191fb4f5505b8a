import { describe, expect, it } from 'vitest'
import { draw, stage } from '../contest/real/real.ts'
import { rulesWith } from '../contest/testing.ts'
import { dayMs, startOfDay } from '../day.ts'
import { listChanges } from './chance-change.ts'

const first = '2026-04-20'
const opensAt = startOfDay(first)
const paper = (day: number, score: number) => {
  const startedAt = opensAt + day * dayMs + 3_600_000
  return { startedAt, finishedAt: startedAt + 60_000, score, maximum: 100, correct: score / 5, durationMs: 60_000 }
}

describe('When scores change, the list of a draw', () => {
  const perfect = rulesWith({
    attempts: { total: null },
    draws: [draw({ id: 'perfect', chances: { by: 'perfect-paper' } })],
  })

  it('gains and loses people and chances', () => {
    const lists = listChanges(perfect)
    lists.add([paper(0, 95), paper(1, 100)], [paper(0, 100), paper(1, 100)])
    lists.add([paper(0, 100)], [paper(0, 95)])
    lists.add([paper(0, 90)], [paper(0, 100)])
    lists.add([paper(0, 50)], [paper(0, 55)])
    expect(lists.changes()).toMatchObject([
      { scope: '', before: { people: 2, chances: 2 }, after: { people: 2, chances: 3 }, on: 1, off: 1 },
    ])
  })

  it('is one for each stage and each day on which papers were started', () => {
    const stages = [stage(first, 'heat', 0, 2), stage(first, 'rest', 3, 5)]
    const rules = rulesWith({
      attempts: { total: null },
      calendar: { stages },
      draws: [draw({ id: 'daily', when: 'daily' }), draw({ id: 'staged', when: 'per-stage' })],
    })
    const lists = listChanges(rules)
    // The third day lies between the stages: a list of the day has it, none of a stage.
    lists.add([paper(0, 95), paper(2, 100), paper(3, 100)], [paper(0, 100), paper(2, 100), paper(3, 95)])
    expect(lists.changes().map(({ rule, scope, on, off }) => [rule.id, scope, on, off])).toEqual([
      ['daily', '2026-04-20', 1, 0],
      ['daily', '2026-04-22', 0, 0],
      ['daily', '2026-04-23', 0, 1],
      ['staged', 'heat', 1, 0],
      ['staged', 'rest', 0, 1],
    ])
  })
})
