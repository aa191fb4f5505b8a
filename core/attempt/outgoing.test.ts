import { describe, expect, test } from 'vitest'
import { acknowledged, pauseBefore, queued, queueFrom, raised, resumed } from './outgoing.ts'

const one = (position: number, choice: string, sequence: number) => ({ position, choice: [choice], sequence })

describe('answers on their way', () => {
  test('only the newest choice of a question travels', () => {
    expect(queued([one(1, 'a', 1), one(2, 'c', 1)], one(1, 'b', 2))).toEqual([one(2, 'c', 1), one(1, 'b', 2)])
  })

  test('an acknowledged choice leaves, one made meanwhile stays', () => {
    expect(acknowledged([one(1, 'a', 1)], 1, 1)).toEqual([])
    expect(acknowledged([one(1, 'b', 2)], 1, 1)).toEqual([one(1, 'b', 2)])
    expect(acknowledged([one(2, 'a', 1)], 1, 1)).toEqual([one(2, 'a', 1)])
  })

  test('a choice under a used sequence goes out again above it', () => {
    expect(raised([one(1, 'a', 1), one(2, 'a', 1)], 1, 4)).toEqual([one(1, 'a', 5), one(2, 'a', 1)])
    expect(raised([one(1, 'a', 6)], 1, 4)).toEqual([one(1, 'a', 6)])
  })
})

describe('coming back after a reload', () => {
  test('the server is believed where it knows as much or more', () => {
    const { answers, queue } = resumed([one(1, 'a', 2)], [one(1, 'b', 2), one(2, 'c', 1)])
    expect(answers.get(1)).toEqual({ choice: ['a'], sequence: 2 })
    expect(queue).toEqual([one(2, 'c', 1)])
  })

  test('what it has not heard yet is shown and sent', () => {
    const { answers, queue } = resumed([one(1, 'a', 2)], [one(1, 'b', 3)])
    expect(answers.get(1)).toEqual({ choice: ['b'], sequence: 3 })
    expect(queue).toHaveLength(1)
  })

  test('a broken store is an empty one', () => {
    for (const stored of [null, '', '{', '{}', '[1,null,{"position":1}]', '[{"position":1,"choice":[2],"sequence":1}]'])
      expect(queueFrom(stored)).toEqual([])
    expect(queueFrom(JSON.stringify([one(1, 'a', 1)]))).toEqual([one(1, 'a', 1)])
  })
})

test('pauses double, are spread, and never exceed fifteen seconds', () => {
  expect(pauseBefore(1, 0)).toBe(500)
  expect(pauseBefore(3, 0.5)).toBe(3000)
  expect(pauseBefore(50, 0.999)).toBeLessThanOrEqual(15_000)
})
