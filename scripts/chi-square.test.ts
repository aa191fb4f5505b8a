import { expect, it } from 'vitest'
import { chiSquare } from './chi-square.ts'

/** Critical values of the printed tables. */
it.each([
  [1, 3.841, 0.05],
  [5, 11.07, 0.05],
  [10, 18.307, 0.05],
  [19, 43.82, 0.001],
])('With %i degrees of freedom, %d is p = %d', (freedom, statistic, p) => {
  // Two counts away from the mean by the same amount give exactly the wanted statistic.
  const away = Math.sqrt((statistic * 1000) / 2)
  const counts = [1000 + away, 1000 - away, ...Array.from({ length: freedom - 1 }, () => 1000)]
  expect(chiSquare(counts).p).toBeCloseTo(p, 4)
})

it('Counts as expected are no surprise', () => expect(chiSquare([30, 10], [3, 1]).p).toBe(1))
