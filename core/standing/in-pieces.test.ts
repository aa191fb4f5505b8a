import fc from 'fast-check'
import { expect, it } from 'vitest'
import { seededRandom } from '../random.ts'
import { sortedInPieces } from './in-pieces.ts'

const byValue = (a: { value: number }, b: { value: number }) => a.value - b.value
const named = (values: number[]) => values.map((value, place) => ({ value, place }))

it('gives the order of an ordinary sort, equals as they came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20 })), async values => {
      expect(await sortedInPieces(named(values), byValue, async () => {})).toEqual(named(values).sort(byValue))
    }),
  )
})

it('lets others have their turn between pieces', async () => {
  const random = seededRandom(1)
  const many = named(Array.from({ length: 50_000 }, () => Math.floor(random() * 1000)))
  let pauses = 0
  const pause = async () => {
    pauses++
  }
  expect(await sortedInPieces(many, byValue, pause)).toEqual([...many].sort(byValue))
  expect(pauses).toBeGreaterThan(13)
})
