import { describe, expect, test } from 'vitest'
import { figures, narrowed, passed, remaining, syncFrom } from './countdown.ts'

describe('following the server', () => {
  test('an answer in no time gives the exact difference', () => {
    expect(remaining(1_600_000, syncFrom(1_000_000, 500, 500), 500)).toBe(600_000)
    expect(remaining(1_600_000, syncFrom(1_000_000, 500, 500), 100_500)).toBe(500_000)
  })

  test('a slow answer is off by at most half its way, and a quick one corrects it', () => {
    const slow = syncFrom(1_000_000, 0, 4000)
    expect(remaining(1_600_000, slow, 4000)).toBe(598_000)
    const quick = syncFrom(1_005_900, 5000, 5100)
    expect(remaining(1_600_000, narrowed(slow, quick), 5100)).toBeCloseTo(594_050, 0)
  })

  test('a later slow answer does not spoil a good difference', () => {
    const quick = syncFrom(1_000_000, 0, 10)
    expect(narrowed(quick, syncFrom(1_008_000, 6000, 10_000))).toEqual(quick)
  })

  test('a phone that slept believes the newer answer', () => {
    const before = syncFrom(1_000_000, 0, 10)
    const after = syncFrom(1_300_000, 1000, 1010)
    expect(narrowed(before, after)).toEqual(after)
  })

  test('there is never less than nothing left', () => {
    expect(remaining(1000, syncFrom(5000, 0, 0), 0)).toBe(0)
  })
})

test('figures count a begun second', () => {
  expect(figures(600_000)).toBe('10:00')
  expect(figures(599_001)).toBe('10:00')
  expect(figures(65_000)).toBe('1:05')
  expect(figures(1)).toBe('0:01')
  expect(figures(0)).toBe('0:00')
  expect(figures(3_600_000)).toBe('1:00:00')
})

test('the marks are spoken once, when they are passed', () => {
  expect(passed(600_000, 599_900)).toBeNull()
  expect(passed(600_100, 599_900)).toBe(600)
  expect(passed(301_000, 300_000)).toBe(300)
  expect(passed(300_000, 299_000)).toBeNull()
  expect(passed(200_000, 20_000)).toBe(30)
  expect(passed(20_000, 0)).toBeNull()
})
