import { describe, expect, it } from 'vitest'
import { usualRules } from '../contest/rules.ts'
import { samePoints } from '../contest/size.ts'
import { seededRandom } from '../random.ts'
import { drawQuestions } from './draw.ts'
import type { Pooled } from './paper.ts'
import { type PaperPlan, planOf } from './plan.ts'
import { deviationOf, spreadOf } from './spread.ts'

/** Facility and seconds of each question. */
const poolOf = (questions: [number, number][]): Pooled[] =>
  questions.map(([facility, seconds], i) => {
    return { question: i, revision: i, kind: 'single', chapter: 1, options: 4, level: 3, facility, seconds }
  })
const plan = (pool: Pooled[], total: number): PaperPlan => {
  const made = planOf(pool, { ...usualRules.paper, total, points: samePoints(10) })
  if (!made) throw new Error('Too small')
  return made
}

describe('The spread of papers', () => {
  it('is that of the two farthest apart, in per cent of what a paper comes to', () => {
    const two = plan(
      poolOf([
        [400, 10],
        [600, 30],
      ]),
      1,
    )
    // On average 5 points in 20 seconds; the two papers there are come to 4 in 10 and 6 in 30.
    const spread = spreadOf([deviationOf(two, [0]), deviationOf(two, [1])])
    expect(spread.papers).toBe(2)
    expect([spread.score, spread.time].map(value => Math.round(value * 1000) / 1000)).toEqual([40, 100])
    expect(spreadOf([])).toEqual({ papers: 0, score: 0, time: 0 })
  })

  it('of drawn papers keeps the tolerance of the rules, of plain chance it does not', () => {
    const random = seededRandom(3)
    const pool = poolOf(
      Array.from({ length: 300 }, () => [300 + Math.floor(random() * 600), 10 + Math.floor(random() * 50)]),
    )
    const made = plan(pool, 20)
    const drawn = Array.from({ length: 200 }, () => deviationOf(made, drawQuestions(made, random)))
    const { score, time } = spreadOf(drawn)
    expect(score).toBeLessThanOrEqual(usualRules.paper.tolerance.score)
    expect(time).toBeLessThanOrEqual(usualRules.paper.tolerance.time)
    const chance = Array.from({ length: 200 }, () =>
      deviationOf(
        made,
        Array.from({ length: 20 }, () => Math.floor(random() * pool.length)),
      ),
    )
    expect(spreadOf(chance).score).toBeGreaterThan(10 * usualRules.paper.tolerance.score)
  })
})
