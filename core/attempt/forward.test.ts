import { describe, expect, it } from 'vitest'
import { rulesWith } from '../contest/testing.ts'
import { goesForward, placeAt, takes } from './forward.ts'

const attempt = { startedAt: 100_000, total: 3 }
const second = (seconds: number) => attempt.startedAt + seconds * 1000
const answer = (position: number, seconds: number) => ({ position, savedAt: second(seconds) })

it('A paper goes one way when questions have a time of their own, or when errors end it', () => {
  expect([{}, { clock: { questionSeconds: 20 } }, { paper: { outAfter: 1 } }].map(rulesWith).map(goesForward)).toEqual([
    false,
    true,
    true,
  ])
})

describe('The open question', () => {
  const at = (seconds: number, ...answers: { position: number; savedAt: number }[]) =>
    placeAt(attempt, 20, answers, second(seconds))
  it('has its own time, which begins when the one before it is answered', () => {
    expect(at(0)).toEqual({ position: 1, opensAt: second(0), closesAt: second(20) })
    expect(at(6, answer(1, 5))).toEqual({ position: 2, opensAt: second(5), closesAt: second(25) })
  })
  it('is the next one when its time is over, with or without an answer', () => {
    expect(at(20)).toMatchObject({ position: 1 })
    expect(at(20.001)).toEqual({ position: 2, opensAt: second(20), closesAt: second(40) })
    expect(at(45, answer(2, 25))).toEqual({ position: 3, opensAt: second(25), closesAt: second(45) })
    expect(at(45.001, answer(2, 25))).toBeNull()
    expect(at(9, answer(1, 2), answer(2, 4), answer(3, 8))).toBeNull()
  })
  it('takes no time from the next one for an answer within the grace', () => {
    expect(at(23, answer(1, 22))).toEqual({ position: 2, opensAt: second(20), closesAt: second(40) })
  })
  it('has no end of its own where only errors end the paper', () => {
    expect(placeAt(attempt, null, [answer(1, 500)], second(900))).toEqual({
      position: 2,
      opensAt: second(500),
      closesAt: null,
    })
  })
})

describe('An answer is taken', () => {
  const clock = rulesWith({ clock: { questionSeconds: 20, graceSeconds: 3 } }).clock
  const said = (position: number, seconds: number, ...answers: { position: number; savedAt: number }[]) =>
    takes(attempt, clock, answers, position, second(seconds))
  it('for the open question alone, and once', () => {
    expect([said(1, 3), said(2, 3), said(3, 3)]).toEqual(['yes', 'not-yet', 'not-yet'])
    expect([said(1, 6, answer(1, 5)), said(2, 6, answer(1, 5))]).toEqual(['over', 'yes'])
  })
  it('late within the grace seconds, if it has none yet, and not after them', () => {
    expect([said(1, 20), said(1, 23), said(1, 23.001)]).toEqual(['yes', 'late', 'over'])
    expect(said(1, 21, answer(1, 19))).toBe('over')
    expect([said(3, 62), said(3, 64)]).toEqual(['late', 'over'])
  })
})
