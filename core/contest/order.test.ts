import { expect, it } from 'vitest'
import { byUrgency } from './order.ts'
import { phaseAt } from './phase.ts'

/** In days around now, day 0. */
const contest = (name: string, opensAt: number, closesAt: number) => ({
  ...{ name, opensAt, closesAt },
  phase: phaseAt({ publishedAt: -100, opensAt, closesAt }, 0),
})

it('What can be taken now stands first, the most urgent in front; then what comes next; then what was last', () => {
  const contests = [
    contest('in a month', 30, 40),
    contest('tomorrow', 1, 9),
    contest('open for long', -1, 60),
    contest('closes tomorrow', -20, 1),
    contest('last year', -400, -360),
    contest('last week', -14, -7),
  ]
  const order = ['closes tomorrow', 'open for long', 'tomorrow', 'in a month', 'last week', 'last year']
  expect(contests.sort(byUrgency).map(({ name }) => name)).toEqual(order)
  expect(
    contests
      .reverse()
      .sort(byUrgency)
      .map(({ name }) => name),
  ).toEqual(order)
})
