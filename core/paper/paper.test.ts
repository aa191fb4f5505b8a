import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random.ts'
import { type Candidate, drawPaper } from './paper.ts'

const candidate = fc.record({
  kind: fc.constantFrom('single' as const, 'multiple' as const, 'truefalse' as const, 'case' as const),
  chapter: fc.option(fc.integer({ min: 1, max: 14 })),
})
const pools = fc
  .array(candidate, { minLength: 1, maxLength: 80 })
  .map(rows =>
    rows.map((row, revision): Candidate => ({ ...row, revision, options: row.kind === 'truefalse' ? 2 : 4 })),
  )

describe('a paper', () => {
  it('has exactly the questions asked for, none twice, each with all its options', () => {
    fc.assert(
      fc.property(pools, fc.integer({ min: 1, max: 80 }), fc.nat(), (pool, total, seed) => {
        const paper = drawPaper(pool, total, seededRandom(seed))
        if (pool.length < total) {
          expect(paper).toBeNull()
          return
        }
        expect(paper).toHaveLength(total)
        expect(new Set(paper?.map(slot => slot.revision)).size).toBe(total)
        for (const slot of paper ?? []) {
          const question = pool[slot.revision]
          expect([...slot.order].sort()).toEqual(Array.from({ length: question?.options ?? 0 }, (_, i) => i))
          if (slot.kind === 'truefalse') expect(slot.order).toEqual([0, 1])
        }
      }),
    )
  })

  it('covers the chapters as evenly as the pool allows', () => {
    fc.assert(
      fc.property(pools, fc.nat(), (pool, seed) => {
        const total = Math.min(pool.length, 20)
        const paper = drawPaper(pool, total, seededRandom(seed)) ?? []
        const drawn = new Map<number | null, number>()
        for (const slot of paper) {
          const chapter = pool[slot.revision]?.chapter ?? null
          drawn.set(chapter, (drawn.get(chapter) ?? 0) + 1)
        }
        const most = Math.max(...drawn.values())
        // A chapter with fewer than the most minus one must have run out of questions.
        for (const [chapter, questions] of Map.groupBy(pool, question => question.chapter))
          expect(drawn.get(chapter) ?? 0).toBeGreaterThanOrEqual(Math.min(questions.length, most - 1))
      }),
    )
  })

  it('is the same for the same dice, and another for others', () => {
    const pool = Array.from(
      { length: 60 },
      (_, revision): Candidate => ({ revision, kind: 'single', chapter: 1, options: 4 }),
    )
    const draw = (seed: number) => JSON.stringify(drawPaper(pool, 20, seededRandom(seed)))
    expect(draw(1)).toBe(draw(1))
    expect(draw(1)).not.toBe(draw(2))
  })

  it('uses every question about equally often', () => {
    const pool = Array.from(
      { length: 40 },
      (_, revision): Candidate => ({ revision, kind: 'single', chapter: 1, options: 4 }),
    )
    const random = seededRandom(7)
    const used = new Array<number>(40).fill(0)
    for (let i = 0; i < 4000; i++)
      for (const slot of drawPaper(pool, 10, random) ?? []) used[slot.revision] = (used[slot.revision] ?? 0) + 1
    // 1,000 expected for each, standard deviation about 27: six of them.
    for (const times of used) expect(Math.abs(times - 1000)).toBeLessThan(165)
  })
})
