import { expect, test } from 'vitest'
import { nextOf, placeFrom, placeName, previousOf } from './place.ts'

test('a place survives the address', () => {
  for (const place of [1, 20, 'check'] as const) expect(placeFrom(placeName(place), 20)).toBe(place)
})

test('what is no place is none', () => {
  for (const name of ['', 'q0', 'q21', 'q-1', 'main', 'q1x', null]) expect(placeFrom(name, 20)).toBeNull()
})

test('after the last question one checks, and comes back to it', () => {
  expect(nextOf(1, 2)).toBe(2)
  expect(nextOf(2, 2)).toBe('check')
  expect(previousOf('check', 2)).toBe(2)
  expect(previousOf(1, 2)).toBeNull()
})
