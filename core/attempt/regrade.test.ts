import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  combined,
  type Decision,
  decisionProblem,
  type Graded,
  isRightUnder,
  markGraded,
  sameDecision,
} from './regrade.ts'
import { mark } from './score.ts'

const kinds = ['single', 'multiple', 'truefalse', 'case'] as const
const rules = fc.record({
  points: fc.record({
    single: fc.integer({ min: 1, max: 9 }),
    multiple: fc.integer({ min: 1, max: 9 }),
    truefalse: fc.integer({ min: 1, max: 9 }),
    case: fc.integer({ min: 1, max: 9 }),
  }),
  partial: fc.oneof(
    fc.constant({ by: 'none' as const }),
    fc.constant({ by: 'share' as const }),
    fc.constant({ by: 'fixed' as const, points: 1 }),
  ),
  wrongCosts: fc.integer({ min: 0, max: 3 }),
  outAfter: fc.option(fc.integer({ min: 1, max: 4 })),
})
const bits = fc.integer({ min: 1, max: 15 })
const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.constant({ kind: 'give-all' as const }),
  fc.constant({ kind: 'void' as const }),
  fc.record({ kind: fc.constant('accept' as const), choices: fc.array(bits, { minLength: 1, maxLength: 3 }) }),
)
const question = fc.record({ kind: fc.constantFrom(...kinds), right: bits, decision: fc.option(decision) })
const papers = fc.array(question, { minLength: 1, maxLength: 12 })
const answers = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 12, maxLength: 12 })
const choicesOf = (given: number[]) => new Map(given.entries())

const plain = {
  points: { single: 5, multiple: 5, truefalse: 5, case: 5 },
  partial: { by: 'none' as const },
  wrongCosts: 0,
  outAfter: null,
}
const single = (right: number, decision: Decision | null = null): Graded => ({ kind: 'single', right, decision })

describe('marking after a decision', () => {
  it('is marking by the keys as long as nothing was decided', () => {
    fc.assert(
      fc.property(rules, papers, answers, (rules, paper, given) => {
        const undecided = paper.map(question => ({ ...question, decision: null }))
        expect(markGraded(rules, undecided, choicesOf(given))).toEqual(mark(rules, undecided, choicesOf(given)))
      }),
    )
  })

  it('lowers nobody’s score where points are given or more is accepted, and errors do not end a paper', () => {
    fc.assert(
      fc.property(rules, papers, answers, (rules, paper, given) => {
        const kind = paper.filter(({ decision }) => decision?.kind !== 'void')
        const before = markGraded(
          rules,
          kind.map(question => ({ ...question, decision: null })),
          choicesOf(given),
        )
        expect(markGraded(rules, kind, choicesOf(given)).score).toBeGreaterThanOrEqual(before.score)
      }),
    )
  })

  it('stays between nothing and full marks, whatever was decided', () => {
    fc.assert(
      fc.property(rules, papers, answers, (rules, paper, given) => {
        const { score, maximum } = markGraded(rules, paper, choicesOf(given))
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(maximum)
        expect(Number.isInteger(score)).toBe(true)
      }),
    )
  })

  it('changes nothing when the same is decided twice', () => {
    fc.assert(
      fc.property(fc.array(decision, { minLength: 1, maxLength: 4 }), decisions => {
        expect(combined([...decisions, ...decisions])).toEqual(combined(decisions))
      }),
    )
  })

  it('gives the points of a question to all who had it, answered or not', () => {
    const paper = [single(1, { kind: 'give-all' }), single(1)]
    expect(markGraded(plain, paper, new Map())).toMatchObject({ score: 5, correct: 1 })
    expect(
      markGraded(
        plain,
        paper,
        new Map([
          [0, 2],
          [1, 1],
        ]),
      ),
    ).toMatchObject({ score: 10, correct: 2 })
  })

  it('accepts several answers', () => {
    const paper = [single(1, { kind: 'accept', choices: [4] }), single(1)]
    expect(markGraded(plain, paper, new Map([[0, 4]]))).toMatchObject({ score: 5, correct: 1 })
    expect(markGraded(plain, paper, new Map([[0, 2]]))).toMatchObject({ score: 0, correct: 0 })
  })

  it('lets the rest of the paper count for full marks where a question is void', () => {
    const paper = [single(1, { kind: 'void' }), single(1), single(1), single(1)]
    const right = (...positions: number[]) => new Map(positions.map(position => [position, 1]))
    expect(markGraded(plain, paper, right(1, 2, 3))).toMatchObject({ score: 20, maximum: 20 })
    // 10 of 15 are 13.3 of 20.
    expect(markGraded(plain, paper, right(0, 1, 2))).toMatchObject({ score: 13, correct: 2 })
    expect(markGraded(plain, [single(1, { kind: 'void' })], new Map())).toMatchObject({ score: 5, maximum: 5 })
  })

  it('never turns the order of two equal papers round where a question is void', () => {
    fc.assert(
      fc.property(papers, answers, answers, (paper, one, other) => {
        const rest = { ...plain, points: { ...plain.points, multiple: 3 } }
        const voided = paper.map((question, i) => ({
          ...question,
          decision: i === 0 ? ({ kind: 'void' } as const) : null,
        }))
        const without = voided.slice(1)
        fc.pre(without.length > 0)
        const score = (of: Graded[], given: number[]) => markGraded(rest, of, choicesOf(given)).score
        const [a, b] = [score(without, one.slice(1)), score(without, other.slice(1))]
        expect(Math.sign(score(voided, one) - score(voided, other))).toBe(Math.sign(a - b))
      }),
    )
  })

  it('does not end a paper on an error that is none any more', () => {
    const out = { ...plain, outAfter: 1 }
    const given = new Map([
      [0, 2],
      [1, 1],
    ])
    expect(markGraded(out, [single(1), single(1)], given)).toMatchObject({ score: 0, outAt: 0 })
    expect(markGraded(out, [single(1, { kind: 'accept', choices: [2] }), single(1)], given)).toMatchObject({
      score: 10,
    })
  })
})

describe('a decision', () => {
  it('makes an answer right that was not', () => {
    expect(isRightUnder(null, 1, 2)).toBe(false)
    expect(isRightUnder({ kind: 'give-all' }, 1, 0)).toBe(true)
    expect(isRightUnder({ kind: 'accept', choices: [2] }, 1, 2)).toBe(true)
    expect(isRightUnder({ kind: 'accept', choices: [2] }, 1, 4)).toBe(false)
    expect(isRightUnder({ kind: 'void' }, 1, 2)).toBe(false)
  })

  it('is held against the question', () => {
    const question = { kind: 'single' as const, options: 4, right: 1 }
    const accept = (...choices: number[]): Decision => ({ kind: 'accept', choices })
    expect(decisionProblem(accept(2, 4), question)).toBeNull()
    expect(decisionProblem(accept(), question)).toBe('nothing-accepted')
    expect(decisionProblem(accept(16), question)).toBe('unknown-option')
    expect(decisionProblem(accept(0), question)).toBe('unknown-option')
    expect(decisionProblem(accept(6), question)).toBe('one-option-only')
    expect(decisionProblem(accept(6), { ...question, kind: 'multiple' })).toBeNull()
    expect(decisionProblem(accept(1), question)).toBe('is-the-key')
    expect(decisionProblem({ kind: 'void' }, question)).toBeNull()
  })

  it('is the same in whatever order its answers stand', () => {
    expect(sameDecision({ kind: 'accept', choices: [2, 4] }, { kind: 'accept', choices: [4, 2, 2] })).toBe(true)
    expect(sameDecision({ kind: 'accept', choices: [2] }, { kind: 'accept', choices: [4] })).toBe(false)
    expect(sameDecision({ kind: 'void' }, { kind: 'give-all' })).toBe(false)
  })

  it('about one question gives way to the widest', () => {
    expect(
      combined([
        { kind: 'accept', choices: [2] },
        { kind: 'accept', choices: [4, 2] },
      ]),
    ).toEqual({ kind: 'accept', choices: [2, 4] })
    expect(combined([{ kind: 'accept', choices: [2] }, { kind: 'give-all' }])).toEqual({ kind: 'give-all' })
    expect(combined([{ kind: 'give-all' }, { kind: 'void' }])).toEqual({ kind: 'void' })
    expect(combined([])).toBeNull()
  })
})
