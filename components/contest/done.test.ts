import { expect, test } from 'vitest'
import { doneFrom } from './done.ts'

const attempt = (id: string, score: number | null, finishedAt: number | null = score === null ? null : 1) => ({
  id,
  startedAt: 0,
  deadlineAt: 1,
  finishedAt,
  score,
  maximum: 100,
})

test('nothing done yet', () => {
  expect(doneFrom({ allowed: 2, next: null, attempts: [] })).toEqual({ open: null, result: null, next: null })
})

test('an open attempt is resumed', () => {
  const next = { why: 'total' as const, at: null }
  expect(doneFrom({ allowed: 1, next, attempts: [attempt('a', null)] })).toEqual({ open: 'a', result: null, next })
})

test('the best result is shown, and when one may answer again', () => {
  const next = { why: 'per-day' as const, at: 7 }
  const done = doneFrom({ allowed: 3, next, attempts: [attempt('a', 60), attempt('b', 80)] })
  expect(done).toEqual({ open: null, result: { id: 'b', score: 80, maximum: 100 }, next })
})

test('a result whose score is hidden is a result', () => {
  const done = doneFrom({ allowed: null, next: null, attempts: [attempt('a', null, 5)] })
  expect(done).toEqual({ open: null, result: { id: 'a', score: null, maximum: 100 }, next: null })
})
