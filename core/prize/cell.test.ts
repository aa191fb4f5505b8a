import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeCell } from './cell.ts'
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

it('Winners are the first n, and all who share the last winning rank', () => {
  const rows = [1, 2, 2, 4].map(rank => ({ rank }))
  expect(firstOf(rows, 2)).toHaveLength(3)
  expect(firstOf(rows, 3)).toHaveLength(3)
  expect(firstOf(rows, 0)).toEqual([])
})
