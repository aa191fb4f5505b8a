import { expect, test } from 'vitest'
import { doneFrom } from './done.ts'

const attempt = (id: string, score: number | null) => ({
  id,
  startedAt: 0,
  deadlineAt: 1,
  finishedAt: score === null ? null : 1,
  score,
  maximum: 100,
})

test('nothing done yet', () => {
  expect(doneFrom({ allowed: 2, attempts: [] })).toEqual({ open: null, result: null, left: 2 })
})

test('an open attempt is resumed', () => {
  expect(doneFrom({ allowed: 1, attempts: [attempt('a', null)] })).toEqual({ open: 'a', result: null, left: 0 })
})

test('the best result is shown, and what is left', () => {
  const done = doneFrom({ allowed: 3, attempts: [attempt('a', 60), attempt('b', 80)] })
  expect(done).toEqual({ open: null, result: { id: 'b', score: 80, maximum: 100 }, left: 1 })
})
