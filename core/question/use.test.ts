import { expect, it } from 'vitest'
import { classOf, meanUse } from './use.ts'

it('Figures of several contests are weighted by how often the question was shown', () => {
  expect(meanUse([])).toEqual({ shown: 0, facility: null, discrimination: null })
  expect(
    meanUse([
      { shown: 100, facility: 900, discrimination: 100 },
      { shown: 300, facility: 500, discrimination: null },
    ]),
  ).toEqual({ shown: 400, facility: 600, discrimination: 100 })
})

it('A question is unused, too little used, too easy, too hard, weak or sound', () => {
  const at = (shown: number, facility: number, discrimination: number | null) =>
    classOf({ shown, facility, discrimination })
  expect(classOf({ shown: 0, facility: null, discrimination: null })).toBe('unused')
  expect(at(29, 500, 400)).toBe('few')
  expect(at(30, 900, 400)).toBe('easy')
  expect(at(30, 899, 400)).toBe('sound')
  expect(at(30, 300, 400)).toBe('hard')
  expect(at(30, 301, 199)).toBe('weak')
  expect(at(30, 301, 200)).toBe('sound')
  expect(at(30, 500, null)).toBe('sound')
})
