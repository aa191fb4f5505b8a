import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random.ts'
import { type Cell, fillable, shortages, usualBlueprint } from './blueprint.ts'
import { expectedOf } from './difficulty.ts'
import { drawPaper, drawQuestions } from './draw.ts'
import type { Pooled } from './paper.ts'
import { type PaperPlan, type PaperRules, planOf } from './plan.ts'

const kinds = ['single', 'multiple', 'truefalse', 'case'] as const
const estimate = fc.record({
  kind: fc.constantFrom(...kinds),
  chapter: fc.option(fc.integer({ min: 1, max: 14 })),
  level: fc.integer({ min: 1, max: 5 }),
  seconds: fc.integer({ min: 10, max: 60 }),
})
const pooled = (rows: { kind: Pooled['kind']; chapter: number | null; level: number; seconds: number }[]): Pooled[] =>
  rows.map((row, revision) => {
    const options = row.kind === 'truefalse' ? 2 : 4
    return {
      question: revision,
      revision,
      chapter: row.chapter,
      kind: row.kind,
      options,
      ...expectedOf({ ...row, options }, null),
    }
  })
const pools = fc.array(estimate, { minLength: 1, maxLength: 80 }).map(pooled)
const cells = fc.array(
  fc.record({
    chapter: fc.option(fc.integer({ min: 1, max: 5 })),
    kind: fc.option(fc.constantFrom(...kinds)),
    level: fc.option(fc.integer({ min: 1, max: 5 })),
    count: fc.integer({ min: 1, max: 8 }),
  }),
  { minLength: 1, maxLength: 6 },
)

const rulesFor = (total: number, blueprint: Cell[] = []): PaperRules => ({
  total,
  points: { single: 5, multiple: 5, truefalse: 5, case: 5 },
  blueprint,
  tolerance: { score: 2, time: 5 },
  wrongCosts: 0,
})

/** 600 questions of every kind, chapter and level, as a bank has them. */
const bank = () => {
  const random = seededRandom(11)
  return pooled(
    Array.from({ length: 600 }, () => ({
      kind: kinds[Math.floor(random() * 4)] as Pooled['kind'],
      chapter: 1 + Math.floor(random() * 14),
      level: 1 + Math.floor(random() * 5),
      seconds: 15 + Math.floor(random() * 40),
    })),
  )
}
const ready = (pool: Pooled[], rules: PaperRules): PaperPlan => planOf(pool, rules) as PaperPlan
const summed = (plan: PaperPlan, values: Float64Array, seed: number) =>
  drawQuestions(plan, seededRandom(seed)).reduce((sum, i) => sum + (values[i] as number), 0)

describe('a paper', () => {
  it('has exactly the questions asked for, none twice, each with all its options', () => {
    fc.assert(
      fc.property(pools, fc.integer({ min: 1, max: 80 }), fc.nat(), (pool, total, seed) => {
        const plan = planOf(pool, rulesFor(total))
        if (pool.length < total) {
          expect(plan).toBeNull()
          return
        }
        const paper = drawPaper(plan as PaperPlan, seededRandom(seed))
        expect(paper).toHaveLength(total)
        expect(new Set(paper.map(slot => slot.revision)).size).toBe(total)
        for (const slot of paper) {
          const question = pool[slot.revision]
          expect([...slot.order].sort()).toEqual(Array.from({ length: question?.options ?? 0 }, (_, i) => i))
          if (slot.kind === 'truefalse') expect(slot.order).toEqual([0, 1])
        }
      }),
    )
  })

  it('is filled cell by cell as the blueprint says, overlapping cells included', () => {
    fc.assert(
      fc.property(pools, cells, fc.nat(), (pool, asked, seed) => {
        // What the pool cannot fill is left out, so that cells are as full as they can be.
        const short = new Map(shortages(pool, asked).map(({ cell, have }) => [cell, have]))
        const blueprint = asked
          .map(cell => ({ ...cell, count: short.get(cell) ?? cell.count }))
          .filter(cell => cell.count > 0)
        const total = blueprint.reduce((sum, cell) => sum + cell.count, 0)
        fc.pre(total > 0)
        const drawn = drawQuestions(ready(pool, rulesFor(total, blueprint)), seededRandom(seed))
        // Every question stands in a cell of its own: what was drawn can fill the blueprint by itself.
        const own = drawn.map(i => pool[i] as Pooled)
        expect(new Set(drawn).size).toBe(total)
        expect(shortages(own, blueprint)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('is still full when questions of a cell have gone', () => {
    fc.assert(
      fc.property(pools, cells, fc.nat(), (pool, blueprint, seed) => {
        const total = blueprint.reduce((sum, cell) => sum + cell.count, 0)
        fc.pre(pool.length >= total)
        expect(shortages(pool, fillable(pool, blueprint))).toEqual([])
        expect(new Set(drawQuestions(ready(pool, rulesFor(total, blueprint)), seededRandom(seed))).size).toBe(total)
      }),
    )
  })

  it('is the same for the same dice, and another for others', () => {
    const plan = ready(bank(), rulesFor(20))
    const draw = (seed: number) => JSON.stringify(drawPaper(plan, seededRandom(seed)))
    expect(draw(1)).toBe(draw(1))
    expect(draw(1)).not.toBe(draw(2))
  })

  it('uses every question about equally often', () => {
    const pool = pooled(Array.from({ length: 40 }, () => ({ kind: 'single', chapter: 1, level: 2, seconds: 20 })))
    const plan = ready(pool, rulesFor(10))
    const random = seededRandom(7)
    const used = new Array<number>(40).fill(0)
    for (let i = 0; i < 4000; i++) for (const at of drawQuestions(plan, random)) used[at] = (used[at] ?? 0) + 1
    // 1,000 expected for each, standard deviation about 27: six of them.
    for (const times of used) expect(Math.abs(times - 1000)).toBeLessThan(165)
  })

  it('uses no question much more often than another of its cell, though papers are balanced', () => {
    const plan = ready(bank(), rulesFor(20))
    const used = plan.pool.map(() => 0)
    for (let seed = 0; seed < 6000; seed++)
      for (const i of drawQuestions(plan, seededRandom(seed))) used[i] = (used[i] as number) + 1
    for (const { count, candidates } of plan.lines)
      for (const i of candidates) {
        const fair = (6000 * count) / candidates.length
        expect((used[i] as number) / fair).toBeGreaterThan(0.4)
        expect((used[i] as number) / fair).toBeLessThan(1.5)
      }
  })
})

describe('papers of one contest', () => {
  it('agree in expected score and expected time within the tolerance of the rules', () => {
    const plan = ready(bank(), { ...rulesFor(20), tolerance: { score: 1, time: 1 } })
    for (const [values, aim] of [
      [plan.gains, plan.aim.score],
      [plan.seconds, plan.aim.time],
    ] as const) {
      const sums = Array.from({ length: 2000 }, (_, seed) => summed(plan, values, seed))
      expect((Math.max(...sums) - Math.min(...sums)) / aim).toBeLessThanOrEqual(0.01)
    }
  })

  it('aim at what chance alone would give on average', () => {
    const pool = bank()
    const plan = ready(pool, rulesFor(20))
    const mean = pool.reduce((sum, _, i) => sum + (plan.gains[i] as number), 0) / pool.length
    // Kinds are rounded to whole questions, which moves the mean a little.
    expect(Math.abs(plan.aim.score / (20 * mean) - 1)).toBeLessThan(0.02)
  })
})

describe('a blueprint', () => {
  it('follows the pool where the rules name no cells, every kind at least once', () => {
    fc.assert(
      fc.property(pools, fc.integer({ min: 1, max: 80 }), (pool, total) => {
        fc.pre(pool.length >= total)
        const usual = usualBlueprint(pool, total)
        expect(usual.reduce((sum, cell) => sum + cell.count, 0)).toBe(total)
        expect(shortages(pool, usual)).toEqual([])
      }),
    )
  })

  it('says which cell lacks how many', () => {
    const question = { kind: 'single' as const, chapter: 5, level: 2, seconds: 20 }
    const pool = pooled([question, question, { ...question, chapter: 6 }])
    const asked: Cell[] = [
      { chapter: 5, kind: 'single', level: null, count: 3 },
      { chapter: 6, kind: null, level: null, count: 1 },
    ]
    expect(shortages(pool, asked)).toEqual([{ cell: asked[0], have: 2 }])
  })

  it('counts a question for one cell only', () => {
    const pool = pooled([{ kind: 'single', chapter: 5, level: 2, seconds: 20 }])
    const asked: Cell[] = [
      { chapter: 5, kind: null, level: null, count: 1 },
      { chapter: null, kind: 'single', level: null, count: 1 },
    ]
    expect(shortages(pool, asked)).toEqual([{ cell: asked[1], have: 0 }])
  })
})
