import { expect, it } from 'vitest'
import { usualRules } from '../contest/rules.ts'
import { startOfDay } from '../day.ts'
import { daysOf, partsOf, scopeNamed } from './scope.ts'

const opensAt = startOfDay('2026-04-20')
const hour = 3_600_000
const contest = (closesAt: number, dayStartsHour = 0) => ({
  opensAt,
  closesAt,
  rules: {
    who: {
      ...usualRules.who,
      tracks: [{ id: 'youth', name: { zh: '青年组', en: 'Youth' }, fromAge: null, toAge: 28 }],
    },
    calendar: {
      ...usualRules.calendar,
      dayStartsHour,
      stages: [{ id: 'heat', name: { zh: '初赛', en: 'Heat' }, opensAt, closesAt: opensAt + 24 * hour }],
    },
  },
})

it('a contest has a board for each of its days, the last one too, and none when it has but one', () => {
  expect(daysOf(contest(opensAt + 49 * hour))).toEqual(['day-2026-04-20', 'day-2026-04-21', 'day-2026-04-22'])
  expect(daysOf(contest(opensAt + 48 * hour))).toEqual(['day-2026-04-20', 'day-2026-04-21'])
  expect(daysOf(contest(opensAt + 24 * hour))).toEqual([])
})

it('days begin when the rules say', () => {
  expect(daysOf(contest(opensAt + 30 * hour, 6))).toEqual(['day-2026-04-19', 'day-2026-04-20'])
})

it('an attempt counts for the stage and the day of its start, and for the track of its person', () => {
  expect(partsOf(contest(opensAt + 72 * hour), { startedAt: opensAt + 2 * hour }, null)).toEqual([
    'stage-heat',
    'day-2026-04-20',
  ])
  expect(partsOf(contest(opensAt + 72 * hour), { startedAt: opensAt + 25 * hour }, 'youth')).toEqual([
    'day-2026-04-21',
    'track-youth',
  ])
  expect(partsOf(contest(opensAt + 24 * hour), { startedAt: opensAt }, null)).toEqual(['stage-heat'])
})

it('only what the contest has can be asked for', () => {
  const asked = contest(opensAt + 48 * hour)
  expect(['whole', 'stage-heat', 'track-youth', 'day-2026-04-21'].map(scope => scopeNamed(asked, scope))).toEqual([
    'whole',
    'stage-heat',
    'track-youth',
    'day-2026-04-21',
  ])
  for (const scope of ['stage-final', 'track-heat', 'day-2026-04-22', 'day-1'])
    expect(scopeNamed(asked, scope)).toBe(null)
})
