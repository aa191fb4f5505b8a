import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContestRules } from '../contest/rules.ts'
import { samePoints } from '../contest/size.ts'
import { rulesWith } from '../contest/testing.ts'
import { type Keyed, mark, pointsOf } from './score.ts'

type Paper = ContestRules['paper']
const paper = (change: Partial<Paper> = {}) => rulesWith({ paper: change }).paper
const multiple = (right: number): Keyed => ({ kind: 'multiple', right })
const single = (right: number): Keyed => ({ kind: 'single', right })

describe('One answer', () => {
  it('is all or nothing, unless parts count', () => {
    const points = (choice: number, partial: Paper['partial']) =>
      pointsOf(paper({ partial, points: samePoints(5) }), multiple(0b0111), choice)
    const choices = [0b0111, 0b0011, 0b0001, 0b1011, 0b1111, 0]
    expect(choices.map(choice => points(choice, { by: 'none' }))).toEqual([5, 0, 0, 0, 0, 0])
    // Two of three right options: 5 × 2 / 3 = 3.33, rounded down; one: 1.67.
    expect(choices.map(choice => points(choice, { by: 'share' }))).toEqual([5, 3, 1, 0, 0, 0])
    expect(choices.map(choice => points(choice, { by: 'fixed', points: 2 }))).toEqual([5, 2, 2, 0, 0, 0])
  })

  it('costs something when it is wrong, and nothing when it is missing or a part', () => {
    const held = paper({ wrongCosts: 2, partial: { by: 'share' }, points: samePoints(1) })
    expect(pointsOf(held, single(1), 2)).toBe(-2)
    expect(pointsOf(held, single(1), 0)).toBe(0)
    // A third of one point is none, but no error either.
    expect(pointsOf(held, multiple(0b111), 0b001)).toBe(0)
    expect(pointsOf(held, multiple(0b111), 0b1001)).toBe(-2)
  })
})

describe('A paper', () => {
  const five = Array.from({ length: 5 }, () => single(1))
  const given = (...choices: number[]) => new Map(choices.entries())

  it('adds up by kind, and never falls below zero', () => {
    const points = { single: 1, multiple: 4, truefalse: 2, case: 3 }
    const questions: Keyed[] = [single(1), multiple(0b11), { kind: 'truefalse', right: 2 }, { kind: 'case', right: 4 }]
    expect(mark(paper({ points }), questions, given(1, 0b11, 2, 1))).toEqual({
      correct: 3,
      score: 7,
      maximum: 10,
      outAt: null,
    })
    expect(mark(paper({ wrongCosts: 3 }), five, given(2, 2, 2, 2, 1)).score).toBe(0)
  })

  it('is over with the last error allowed: nothing counts after it', () => {
    const held = paper({ outAfter: 2, points: samePoints(10) })
    expect(mark(held, five, given(1, 2, 1, 2, 1))).toEqual({ correct: 2, score: 20, maximum: 50, outAt: 3 })
    expect(mark(held, five, given(1, 2, 1, 0, 1))).toMatchObject({ correct: 3, outAt: null })
  })
})

const anyPaper = fc
  .record({
    points: fc.record({
      single: fc.integer({ min: 1, max: 10 }),
      multiple: fc.integer({ min: 2, max: 10 }),
      truefalse: fc.integer({ min: 1, max: 10 }),
      case: fc.integer({ min: 1, max: 10 }),
    }),
    partial: fc.constantFrom<Paper['partial']>({ by: 'none' }, { by: 'share' }, { by: 'fixed', points: 1 }),
    wrongCosts: fc.integer({ min: 0, max: 5 }),
    outAfter: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
  })
  .map(paper)
const anyQuestions = fc.array(
  fc.record({
    kind: fc.constantFrom<Keyed['kind']>('single', 'multiple', 'truefalse', 'case'),
    right: fc.integer({ min: 1, max: 15 }),
    choice: fc.integer({ min: 0, max: 15 }),
  }),
  { minLength: 1, maxLength: 12 },
)

describe('Whatever the rules', () => {
  it('one more right answer never lowers a score', () => {
    fc.assert(
      fc.property(anyPaper, anyQuestions, fc.nat(), (rules, questions, at) => {
        const choices = new Map(questions.map((question, i) => [i, question.choice]))
        const i = at % questions.length
        const before = mark(rules, questions, choices)
        const after = mark(rules, questions, new Map(choices).set(i, (questions[i] as Keyed).right))
        expect(after.score).toBeGreaterThanOrEqual(before.score)
        expect(after.correct).toBeGreaterThanOrEqual(before.correct)
        expect(after.score).toBeLessThanOrEqual(after.maximum)
      }),
      { numRuns: 500 },
    )
  })

  it('a score is what a plain reading of the rules gives', () => {
    fc.assert(
      fc.property(anyPaper, anyQuestions, (rules, questions) => {
        let [sum, errors, correct] = [0, 0, 0]
        for (const { kind, right, choice } of questions) {
          if (rules.outAfter !== null && errors >= rules.outAfter) break
          const [options, wanted] = [choice, right].map(set => [0, 1, 2, 3].filter(bit => (set >> bit) % 2 === 1)) as [
            number[],
            number[],
          ]
          const full = rules.points[kind]
          const subset = options.length > 0 && options.every(option => wanted.includes(option))
          if (subset && options.length === wanted.length) {
            sum += full
            correct++
          } else if (subset && kind === 'multiple' && rules.partial.by === 'share')
            sum += Math.floor((full * options.length) / wanted.length)
          else if (subset && kind === 'multiple' && rules.partial.by === 'fixed') sum += rules.partial.points
          else if (options.length > 0) {
            sum -= rules.wrongCosts
            errors++
          }
        }
        const marked = mark(rules, questions, new Map(questions.map(({ choice }, i) => [i, choice])))
        expect([marked.score, marked.correct]).toEqual([Math.max(0, sum), correct])
      }),
      { numRuns: 500 },
    )
  })
})
