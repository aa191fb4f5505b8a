import { expect, test } from 'vitest'
import { limit } from './limits.ts'

test('a bucket gives its burst, then what flows in, and each caller has one', () => {
  const { take } = limit({ perSecond: 10, burst: 3 })
  expect([1, 2, 3, 4].map(() => take('a', 1000))).toEqual([true, true, true, false])
  expect(take('b', 1000)).toBe(true)
  expect(take('a', 1050)).toBe(false)
  expect(take('a', 1150)).toBe(true)
})

test('a bucket is not lost while it is in use', () => {
  const { take } = limit({ perSecond: 0.01, burst: 1 })
  expect(take('a', 0)).toBe(true)
  for (const at of [31_000, 62_000]) expect(take('a', at)).toBe(false)
})
