import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeCell, textCell } from './cell.ts'
import { firstOf } from './winners.ts'

describe('Text in an exported table', () => {
  it.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '\r=1', '\0=1', '＝1', '＋1', '－1', '＠x', ' =1', '\n=1'])(
    'that a program would run is quoted: %j',
    text => expect(safeCell(text)).toBe(`'${text}`),
  )

  it.each(['张三', '13800138000', '138****1234', "O'Brien", '', 'a=b', '渝中区'])('stays as it is: %j', text =>
    expect(safeCell(text)).toBe(text),
  )

  it('never begins with what starts a formula, whatever people are called', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), name => !/^\s*[=+\-@＝＋－＠\t\r\0]/.test(safeCell(name)))))
})

describe('A cell of a CSV that is text', () => {
  it.each(['007', '13800138000', '500101199003070012', '1e5', '3-4', '2026/1/2', '5.10', 'TRUE', '10月3日'])(
    'stays text behind a tab: %j',
    text => expect(textCell(text)).toBe(`\t${text}`),
  )

  it.each(['张三', '50010119900307001X', '138****8001', '2026-11-22 12:00:01', '第3题', ''])(
    'is text without one: %j',
    text => expect(textCell(text)).toBe(text),
  )

  it.each(['-2', '+86', '=1', '－1', '@1'])('that a program would run is quoted, not shifted: %j', text =>
    expect(textCell(text)).toBe(`'${text}`),
  )
})

it('Winners are the first n, and all who share the last winning rank', () => {
  const rows = [1, 2, 2, 4].map(rank => ({ rank }))
  expect(firstOf(rows, 2)).toHaveLength(3)
  expect(firstOf(rows, 3)).toHaveLength(3)
  expect(firstOf(rows, 0)).toEqual([])
})
