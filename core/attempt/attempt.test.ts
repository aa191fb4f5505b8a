import { describe, expect, it } from 'vitest'
import { usualRules } from '../contest/rules.ts'
import { clockFrom, finishInstant, isOver, wentOn } from './clock.ts'
import { choiceBits, optionBytesOf, optionId } from './options.ts'
import { holderAfter, isRepeat, takeBack } from './save.ts'
import { isRight } from './score.ts'

describe('the clock', () => {
  const clock = usualRules
  it('ends at the limit or at the close, whichever is first, and accepts for the grace seconds', () => {
    expect(clockFrom(1000, 10_000_000, clock)).toEqual({ startedAt: 1000, deadlineAt: 601_000, acceptUntil: 604_000 })
    expect(clockFrom(1000, 5000, clock)).toMatchObject({ deadlineAt: 5000, acceptUntil: 8000 })
  })
  it('is over after the last accepted millisecond, or once finished', () => {
    const open = { finishedAt: null, acceptUntil: 100, heldAt: null }
    expect([isOver(open, 100), isOver(open, 101), isOver({ ...open, finishedAt: 5 }, 50)]).toEqual([false, true, true])
  })
  it('is not over while the clock stands still, and goes on with what was left', () => {
    const held = { startedAt: 0, deadlineAt: 80, acceptUntil: 100, heldAt: 30, heldMs: 5, finishedAt: null }
    expect(isOver(held, 1000)).toBe(false)
    expect(wentOn(held, 1030)).toEqual({ deadlineAt: 1080, acceptUntil: 1100, heldAt: null, heldMs: 1005 })
  })
  it('lasts longer for whoever was given extra time, and never beyond the close', () => {
    expect(clockFrom(0, 10_000_000, clock, { percent: 150, heldMs: 0 }).deadlineAt).toBe(900_000)
    expect(clockFrom(0, 700_000, clock, { percent: 150, heldMs: 0 }).deadlineAt).toBe(700_000)
  })
  it('counts a finish at the deadline at the latest', () => {
    expect([finishInstant({ deadlineAt: 100 }, 50), finishInstant({ deadlineAt: 100 }, 103)]).toEqual([50, 100])
  })
})

describe('scoring', () => {
  it('gives all or nothing', () => {
    expect([isRight(0b11, 0b11), isRight(0b11, 0b01), isRight(0b11, 0b111), isRight(0b1, 0)]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})

describe('saves', () => {
  const held = { sequence: 4, choice: 1, savedAt: 7, late: false }
  it('are harmless when older or the same again, and refused when another choice has taken their sequence', () => {
    expect(isRepeat(held, { sequence: 3, choice: 2 })).toBe(true)
    expect(isRepeat(held, { sequence: 4, choice: 1 })).toBe(true)
    expect(isRepeat(held, { sequence: 4, choice: 2 })).toBe(false)
  })
})

describe('devices', () => {
  it('a new one takes over, a displaced one may not write until it takes back', () => {
    const first = { heldBy: 1, displaced: [] }
    const second = holderAfter(first, 2)
    expect(second).toEqual({ heldBy: 2, displaced: [1], changed: true })
    expect(second && holderAfter(second, 1)).toBeNull()
    const back = takeBack({ heldBy: 2, displaced: [1] }, 1)
    expect(back).toEqual({ heldBy: 1, displaced: [2] })
    expect(holderAfter(back, 2)).toBeNull()
    expect(takeBack(back, 1)).toEqual(back)
  })
})

describe('option ids', () => {
  const bytes = Buffer.from(Array.from({ length: optionBytesOf({ length: 2 }) }, (_, i) => i * 3))
  const slot = { kind: 'multiple' as const, order: [2, 0, 1, 3] }
  const id = (option: number, position = 1) => optionId(bytes, position, option)
  it('name options of the face, not places on the screen', () => {
    expect(choiceBits(bytes, 1, slot, [id(2), id(0)])).toBe(0b101)
    expect(choiceBits(bytes, 1, slot, [])).toBe(0)
  })
  it('are refused when foreign, double, of another question, or more than one may choose', () => {
    expect(choiceBits(bytes, 1, slot, [id(5)])).toBeNull()
    expect(choiceBits(bytes, 1, slot, [id(0), id(0)])).toBeNull()
    expect(choiceBits(bytes, 1, slot, [id(0, 2)])).toBeNull()
    expect(choiceBits(bytes, 1, { ...slot, kind: 'single' }, [id(0), id(1)])).toBeNull()
  })
  it('are eight different ones for eight options, on every position', () => {
    const ids = [1, 2].flatMap(position => Array.from({ length: 8 }, (_, i) => id(i, position)))
    expect(new Set(ids).size).toBe(16)
    expect(ids.every(text => text.length === 8)).toBe(true)
  })
})
