import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayMs } from '../day.ts'
import { seededRandom } from '../random.ts'
import { daysUntil, isDue, isMistake } from './known.ts'
import { progressOf } from './progress.ts'
import { afterAnswer, type PracticeCard, practiceCard } from './schedule.ts'
import { chooseSession, type Practisable, practiceAskFrom } from './session.ts'

const noon = Date.parse('2026-11-22T12:00:00+08:00')
const midnight = Date.parse('2026-11-23T00:00:00+08:00')

describe('A card', () => {
  it('is due sooner after a wrong answer than after a right one, and later with each right answer', () => {
    const wrong = afterAnswer(null, false, noon)
    const right = afterAnswer(null, true, noon)
    const twice = afterAnswer(right, true, right.due)
    expect(daysUntil(wrong, noon)).toBe(1)
    expect(daysUntil(right, noon)).toBe(3)
    expect(daysUntil(twice, right.due)).toBeGreaterThan(5)
  })

  it('stands in the wrong-answer book from the first mistake until two right answers in a row', () => {
    const answered = (...answers: boolean[]) =>
      answers.reduce<PracticeCard | null>((card, right, i) => afterAnswer(card, right, noon + i * dayMs), null)
    const inBook = (...answers: boolean[]) => isMistake(answered(...answers) as PracticeCard)
    expect(inBook(true, true)).toBe(false)
    expect([inBook(false), inBook(false, true), inBook(false, true, false, true)]).toEqual([true, true, true])
    expect([inBook(false, true, true), inBook(true, false, true, true)]).toEqual([false, false])
  })

  it('is due from the first moment of its day in Shanghai', () => {
    const known = { due: midnight + 1, wasWrong: false, rightInARow: 1 }
    expect([isDue(known, midnight - 1), isDue(known, midnight)]).toEqual([false, true])
    expect([daysUntil(known, midnight - 1), daysUntil(known, midnight), daysUntil(known, midnight + dayMs)]).toEqual([
      1, 0, 0,
    ])
  })

  it('of any shape a browser may send gives a card of the same shape, whatever the clock says', () => {
    const at = fc.integer({ min: 0, max: Date.UTC(2300, 0) })
    const count = fc.integer({ min: 0, max: 100_000 })
    const card = fc.record({
      due: at,
      stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
      difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
      scheduledDays: count,
      repetitions: fc.integer({ min: 0, max: 99_999 }),
      lapses: fc.integer({ min: 0, max: 99_999 }),
      state: fc.integer({ min: 0, max: 3 }),
      answeredAt: fc.integer({ min: 0, max: Date.UTC(2100, 0) }),
      wasWrong: fc.boolean(),
      rightInARow: fc.integer({ min: 0, max: 99_999 }),
    })
    fc.assert(
      fc.property(card, fc.boolean(), fc.integer({ min: 0, max: Date.UTC(2100, 0) }), (before, right, now) => {
        expect(practiceCard.safeParse(before).success).toBe(true)
        const after = afterAnswer(before, right, now)
        expect(practiceCard.safeParse(after).error).toBeUndefined()
        expect(after.due).toBeGreaterThan(after.answeredAt)
      }),
      { numRuns: 500 },
    )
  })
})

describe('A session', () => {
  const pool: Practisable[] = [1, 2, 3].flatMap(chapter =>
    Array.from({ length: 12 }, (_, i) => ({
      question: `${chapter}.0${(i % 3) + 1}-${i + 1}`,
      chapter,
      entry: `${chapter}.0${(i % 3) + 1}`,
    })),
  )
  const card = (due: number, rightInARow = 1, wasWrong = false) => ({ due, wasWrong, rightInARow })
  const random = seededRandom(7)
  const choose = (ask: Parameters<typeof chooseSession>[2], known: [string, ReturnType<typeof card>][] = []) =>
    chooseSession(pool, new Map(known), ask, noon, random).map(({ question }) => question)
  const inOrder = (chapter: number) => pool.filter(one => one.chapter === chapter).map(({ question }) => question)

  it('of a chapter takes its questions in the order of the book', () => {
    expect(choose({ mode: 'chapter', chapter: 2 })).toEqual(inOrder(2).slice(0, 10))
    expect(choose({ mode: 'chapter', chapter: 9 })).toEqual([])
  })

  it('begins with what is due, the longest due first, then new ones, then what can wait', () => {
    const [first, second, third, fourth, ...rest] = inOrder(1) as [string, string, string, string, ...string[]]
    const known: [string, ReturnType<typeof card>][] = [
      [first, card(noon + 9 * dayMs)],
      [second, card(noon - dayMs)],
      [third, card(noon - 2 * dayMs)],
      [fourth, card(noon + 5 * dayMs)],
      ['2.01-1', card(noon - 3 * dayMs)],
    ]
    expect(choose({ mode: 'chapter', chapter: 1 }, known)).toEqual([third, second, ...rest])
    const all = inOrder(1).map((question): [string, ReturnType<typeof card>] => [question, card(noon + 2 * dayMs)])
    all[11] = [inOrder(1)[11] as string, card(noon + dayMs)]
    expect(choose({ mode: 'chapter', chapter: 1 }, all).slice(0, 2)).toEqual([inOrder(1)[11], first])
  })

  it('mixed takes new ones by lot from all chapters', () => {
    const chosen = choose({ mode: 'mixed' }, [['3.01-1', card(noon)]])
    expect([chosen.length, chosen[0], new Set(chosen).size]).toEqual([10, '3.01-1', 10])
    expect(new Set(chosen.map(question => question[0])).size).toBe(3)
    expect(choose({ mode: 'mixed' })).not.toEqual(choose({ mode: 'mixed' }))
  })

  it('of mistakes or of what is due holds nothing else, and of an entry three', () => {
    const known: [string, ReturnType<typeof card>][] = [
      ['1.01-1', card(noon + dayMs, 1, true)],
      ['1.02-2', card(noon + dayMs, 2, true)],
      ['2.01-1', card(noon - dayMs, 3, false)],
      ['9.99-1', card(noon - dayMs, 0, true)],
    ]
    expect(choose({ mode: 'mistakes' }, known)).toEqual(['1.01-1'])
    expect(choose({ mode: 'due' }, known)).toEqual(['2.01-1'])
    expect(choose({ mode: 'due' })).toEqual([])
    expect(choose({ mode: 'entry', entry: '1.02' }, known)).toEqual(['1.02-5', '1.02-8', '1.02-11'])
  })

  it('is read from an address, or not at all', () => {
    expect(practiceAskFrom({ mode: 'chapter', chapter: '5' })).toEqual({ mode: 'chapter', chapter: 5 })
    expect(practiceAskFrom({ mode: 'entry', entry: '5.09' })).toEqual({ mode: 'entry', entry: '5.09' })
    expect(practiceAskFrom({ mode: 'mixed', chapter: '5' })).toEqual({ mode: 'mixed' })
    const nothing = [{}, { mode: 'chapter' }, { mode: ['due'] }, { mode: 'entry', entry: '5' }, { mode: 'toString' }]
    expect(nothing.map(practiceAskFrom)).toEqual(nothing.map(() => null))
  })
})

describe('Progress', () => {
  it('counts what one has met and what one knew the last time, and only questions that are there', () => {
    const known = new Map([
      ['1.01-1', { due: noon, wasWrong: false, rightInARow: 1 }],
      ['1.01-2', { due: noon + dayMs, wasWrong: true, rightInARow: 0 }],
      ['1.01-9', { due: noon, wasWrong: true, rightInARow: 0 }],
    ])
    const chapters = [
      { number: 1, questions: ['1.01-1', '1.01-2', '1.01-3'] },
      { number: 2, questions: ['2.01-1'] },
    ]
    expect(progressOf(chapters, known, noon)).toEqual({
      due: 1,
      mistakes: 1,
      chapters: [
        { number: 1, total: 3, met: 2, known: 1 },
        { number: 2, total: 1, met: 0, known: 0 },
      ],
    })
  })
})
