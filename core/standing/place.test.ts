import { expect, test } from 'vitest'
import { placeWord } from './place.ts'

test('a share is said when there are enough people for one', () => {
  expect(placeWord(18, 100, false)).toEqual({ kind: 'beats', percent: 82 })
  expect(placeWord(2, 5, false)).toEqual({ kind: 'beats', percent: 60 })
  expect(placeWord(2, 4, false)).toEqual({ kind: 'rank' })
})

test('the share is never more than is true', () => {
  expect(placeWord(2, 7, false)).toEqual({ kind: 'beats', percent: 71 })
  expect(placeWord(2, 100, true)).toEqual({ kind: 'rank' })
})

test('the first is told so, unless alone', () => {
  expect(placeWord(1, 2, false)).toEqual({ kind: 'first' })
  expect(placeWord(1, 1, false)).toEqual({ kind: 'rank' })
})

test('the last are not told how few they beat', () => {
  expect(placeWord(95, 100, false)).toEqual({ kind: 'rank' })
})
