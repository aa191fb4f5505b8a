import { expect, test } from 'vitest'
import { fill } from './fill.ts'

test('values take their places', () => {
  expect(fill('还剩 {m} 分 {s} 秒', { m: 3, s: 20 })).toBe('还剩 3 分 20 秒')
  expect(fill('{a}{b}', { a: '$&' })).toBe('$&{b}')
})
