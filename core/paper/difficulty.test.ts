import { describe, expect, it } from 'vitest'
import { expectedOf, priorFacility } from './difficulty.ts'

const author = { kind: 'single' as const, options: 4, level: 2, seconds: 24 }
const seen = (shown: number, share: number, seconds: number) => ({
  shown,
  gained: shown * share,
  timed: shown,
  timeMs: shown * seconds * 1000,
})

describe('what is expected of a question', () => {
  it('is the author’s estimate as long as nobody has answered', () => {
    for (const level of [1, 2, 3, 4, 5])
      for (const [kind, options] of [
        ['single', 4],
        ['multiple', 5],
        ['truefalse', 2],
        ['case', 4],
      ] as const)
        expect(expectedOf({ kind, options, level, seconds: 30 }, null)).toMatchObject({ level, seconds: 30 })
  })

  it('hardly moves with few answers and follows many', () => {
    // 0.76 know it and a quarter of the others guess it: 0.82 times 40 and 2, over 44.
    expect(expectedOf(author, seen(4, 0.5, 60))).toMatchObject({ level: 2, facility: 790, seconds: 27 })
    expect(expectedOf(author, seen(4000, 0.3, 60))).toMatchObject({ level: 5, facility: 310, seconds: 60 })
  })

  it('weighs the estimate as forty answers', () => {
    const { facility } = expectedOf(author, seen(40, 0, 24))
    expect(facility).toBe(Math.round((priorFacility(author) / 2) * 100) * 10)
  })

  it('takes guessing into account: true or false is easier than one of four, several of five harder', () => {
    const at = (kind: 'single' | 'multiple' | 'truefalse', options: number) =>
      priorFacility({ kind, options, level: 3 })
    expect(at('truefalse', 2)).toBeGreaterThan(at('single', 4))
    expect(at('single', 4)).toBeGreaterThan(at('multiple', 5))
  })
})
