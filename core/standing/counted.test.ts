import { describe, expect, it } from 'vitest'
import { rulesWith } from '../contest/testing.ts'
import { dayMs, startOfDay } from '../day.ts'
import { type Counting, countedResult } from './counted.ts'

const day = (n: number) => startOfDay('2026-04-20') + n * dayMs
/** Hours after the start of day n. */
const paper = (n: number, hours: number, score: number, durationMs = 60_000, correct = score / 10): Counting => {
  const startedAt = day(n) + hours * 3_600_000
  return { startedAt, finishedAt: startedAt + durationMs, score, maximum: 100, correct, durationMs }
}
const history = [paper(0, 9, 60), paper(0, 10, 100, 90_000), paper(1, 9, 100), paper(1, 12, 80), paper(2, 9, 70)]
const counted = (counts: Parameters<typeof rulesWith>[0]['counts'], attempts = history) =>
  countedResult(rulesWith({ counts: counts ?? { by: 'best' } }), attempts)

describe('Of several attempts', () => {
  it('the first, the last or the best counts', () => {
    expect(counted({ by: 'first' })).toMatchObject({ score: 60, finishedAt: history[0]?.finishedAt, attempts: 5 })
    expect(counted({ by: 'last' })).toMatchObject({ score: 70 })
    expect(counted({ by: 'best' })).toMatchObject({ score: 100, durationMs: 60_000 })
  })
  it('the best is the one that the ties put first', () => {
    const rules = rulesWith({ ties: ['earlier-finish', 'shared'] })
    expect(countedResult(rules, history)).toMatchObject({ score: 100, durationMs: 90_000 })
  })
  it('the best k count as their sum, and a missing one as nothing', () => {
    expect(counted({ by: 'mean-of-best', k: 3 })).toMatchObject({ score: 280, correct: 28, durationMs: 210_000 })
    expect(counted({ by: 'mean-of-best', k: 3 }, history.slice(0, 1))).toMatchObject({ score: 60 })
  })
  it('all count, up to the cap of a day, and what comes after it brings neither points nor time', () => {
    expect(counted({ by: 'daily-sum', cap: null })).toMatchObject({ score: 410 })
    expect(counted({ by: 'daily-sum', cap: 100 })).toMatchObject({ score: 270, durationMs: 60_000 * 3 + 90_000 })
  })
  it('perfect papers count, or the days that had one', () => {
    expect(counted({ by: 'perfect-papers' })).toMatchObject({ score: 2, durationMs: 150_000 })
    expect(counted({ by: 'perfect-days' }, [...history, paper(1, 20, 100)])).toMatchObject({ score: 2, attempts: 6 })
  })
  it('nothing reached is shown with the first attempt', () => {
    expect(counted({ by: 'perfect-days' }, [paper(0, 9, 60), paper(0, 10, 80)])).toMatchObject({ score: 0, correct: 6 })
  })
})

describe('Nothing counts', () => {
  it('of nothing, and of a warm-up', () => {
    expect(counted({ by: 'best' }, [])).toBeNull()
    const warm = rulesWith({ calendar: { warmUp: { opensAt: day(0), closesAt: day(1) } } })
    expect(countedResult(warm, history.slice(0, 2))).toBeNull()
    expect(countedResult(warm, history)).toMatchObject({ attempts: 3 })
  })
  it('of a final in the round before it; in its own scope it does', () => {
    const stages = [
      { id: 'round', name: { zh: '初赛', en: '' }, opensAt: day(0), closesAt: day(2) },
      { id: 'final', name: { zh: '决赛', en: '' }, opensAt: day(2), closesAt: day(3) },
    ]
    const rules = rulesWith({
      calendar: { stages },
      counts: { by: 'last' },
      final: { first: 10, to: { kind: 'stage', stage: 'final' } },
    })
    expect(countedResult(rules, history)).toMatchObject({ score: 80, attempts: 4 })
    expect(countedResult(rules, history.slice(4))).toMatchObject({ score: 70, attempts: 1 })
  })
})

it('a day begins at the hour the rules say', () => {
  const nights = [paper(0, 23, 50), paper(1, 2, 50), paper(1, 5, 50)]
  const score = (dayStartsHour: number) =>
    countedResult(rulesWith({ counts: { by: 'daily-sum', cap: 50 }, calendar: { dayStartsHour } }), nights)?.score
  expect([score(0), score(4), score(6)]).toEqual([100, 100, 50])
})
