import { describe, expect, it } from 'vitest'
import { dayMs, startOfDay } from '../day.ts'
import { hindrance } from './allowed.ts'
import { type RulesChange, rulesWith } from './testing.ts'

/** A Monday. */
const opensAt = startOfDay('2026-04-20')
const window = { opensAt, closesAt: opensAt + 14 * dayMs }
const at = (day: number, hours = 0) => opensAt + day * dayMs + hours * 3_600_000
const made = (...starts: number[]) => starts.map(startedAt => ({ startedAt, endsAt: startedAt + 600_000 }))
const stage = (id: string, from: number, to: number) => ({
  id,
  name: { zh: id, en: '' },
  opensAt: at(from),
  closesAt: at(to),
})
const ask = (change: RulesChange, starts: number[], now: number, qualified = false) =>
  hindrance(rulesWith(change), window, made(...starts), now, qualified)

describe('An attempt may be started', () => {
  it('from the opening to the close', () => {
    expect(ask({}, [], at(0) - 1)).toEqual({ why: 'not-open', next: at(0) })
    expect(ask({}, [], at(0))).toBeNull()
    expect(ask({}, [], at(14) - 1)).toBeNull()
    expect(ask({}, [], at(14))).toEqual({ why: 'closed', next: null })
  })
  it('so many times in all', () => {
    expect(ask({ attempts: { total: 2 } }, [at(0)], at(1))).toBeNull()
    expect(ask({ attempts: { total: 2 } }, [at(0), at(1)], at(2))).toEqual({ why: 'total', next: null })
    expect(ask({ attempts: { total: null } }, Array(500).fill(at(0)), at(2))).toBeNull()
  })
  it('so many times a day, from the hour on at which days begin', () => {
    const daily: RulesChange = { attempts: { total: null, perDay: 1 }, calendar: { dayStartsHour: 6 } }
    expect(ask(daily, [at(1, 5)], at(1, 5.5))).toEqual({ why: 'per-day', next: at(1, 6) })
    expect(ask(daily, [at(1, 5)], at(1, 6))).toBeNull()
    expect(ask(daily, [at(13, 7)], at(13, 8))).toEqual({ why: 'per-day', next: null })
  })
  it('so many times a week, from Monday on', () => {
    const weekly: RulesChange = { attempts: { total: null, perWeek: 2, perDay: 1 } }
    expect(ask(weekly, [at(0), at(1)], at(3))).toEqual({ why: 'per-week', next: at(7) })
    expect(ask(weekly, [at(0), at(6)], at(7))).toBeNull()
  })
  it('after a pause', () => {
    const pause: RulesChange = { attempts: { total: 3, cooldownSeconds: 3600 } }
    expect(ask(pause, [at(0)], at(0, 0.5))).toEqual({ why: 'cooldown', next: at(0, 1) + 600_000 })
    expect(ask(pause, [at(0)], at(0, 1) + 600_000)).toBeNull()
  })
  it('inside a stage, and so many times in each', () => {
    const staged: RulesChange = {
      attempts: { total: null, perStage: 1 },
      calendar: { stages: [stage('a', 0, 5), stage('b', 7, 12)] },
    }
    expect(ask(staged, [at(1)], at(2))).toEqual({ why: 'per-stage', next: at(7) })
    expect(ask(staged, [], at(6))).toEqual({ why: 'between-stages', next: at(7) })
    expect(ask(staged, [at(1), at(8)], at(9))).toEqual({ why: 'per-stage', next: null })
    expect(ask(staged, [], at(12))).toEqual({ why: 'between-stages', next: null })
  })
  it('in the final by those who have qualified', () => {
    const final: RulesChange = {
      attempts: { total: null, perStage: 1 },
      calendar: { stages: [stage('round', 0, 7), stage('final', 7, 14)] },
      final: { first: 10, to: { kind: 'stage', stage: 'final' } },
    }
    expect(ask(final, [at(1)], at(8))).toEqual({ why: 'not-qualified', next: null })
    expect(ask(final, [at(1)], at(8), true)).toBeNull()
    expect(ask(final, [at(1)], at(2), true)).toEqual({ why: 'per-stage', next: at(7) })
  })
  it('in the warm-up as often as one likes, and it takes nothing from what comes', () => {
    const warm: RulesChange = { calendar: { warmUp: { opensAt: at(-2), closesAt: at(-1) } } }
    expect(ask(warm, Array(9).fill(at(-2)), at(-1.5))).toBeNull()
    expect(ask(warm, Array(9).fill(at(-2)), at(-0.5))).toEqual({ why: 'not-open', next: at(0) })
    expect(ask(warm, Array(9).fill(at(-2)), at(0))).toBeNull()
  })
  it('next when the last of several things that stand in the way has ended', () => {
    const both: RulesChange = { attempts: { total: null, perDay: 1, cooldownSeconds: 36 * 3600 } }
    expect(ask(both, [at(0, 1)], at(0, 2))).toEqual({ why: 'per-day', next: at(1, 13) + 600_000 })
  })
})
