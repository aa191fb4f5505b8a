import { describe, expect, it } from 'vitest'
import { findHeader } from './columns.ts'
import { guessColumns } from './headless.ts'
import { readSheets } from './rows.ts'
import type { Row, Sheet } from './sheet.ts'

const rowsOf = (...rows: string[][]): Row[] => rows.map((cells, at) => ({ number: at + 1, cells }))
const sheetOf = (...rows: string[][]): Sheet => ({ name: '题库', rows: rowsOf(...rows), formulas: [] })
const known = { chapters: [], entries: new Map() }

const single = ['注册商标的有效期是几年？', '五年', '十年', '二十年', '五十年']
const multiple = ['下列哪些属于知识产权？', '商标', '专利', '身份证', '驾驶证']

describe('What the columns of a sheet without headings hold is told by its cells', () => {
  it.each([
    [
      'question, options, answer',
      [
        [...single, 'B'],
        [...multiple, 'AB'],
      ],
      'stem 0 1 2 3 answer',
    ],
    [
      'kind first',
      [
        ['单选', ...single, 'B'],
        ['多选', ...multiple, 'A、B'],
      ],
      'kind stem 0 1 2 3 answer',
    ],
    [
      'numbers first',
      [
        ['1', ...single, 'B'],
        ['2', ...multiple, 'AB'],
      ],
      'id stem 0 1 2 3 answer',
    ],
    [
      'answer before the options',
      [
        ['1', single[0], 'B', ...single.slice(1)],
        ['2', multiple[0], 'AB', ...multiple.slice(1)],
      ],
      'id stem answer 0 1 2 3',
    ],
    [
      'explanation and level last',
      [
        [...single, 'B', '自核准注册之日起十年。', '2'],
        [...multiple, 'AB', '见民法典。', '3'],
      ],
      'stem 0 1 2 3 answer explanation level',
    ],
    [
      'true or false alone',
      [
        ['商标可以续展。', '对'],
        ['专利可以续展。', '错'],
      ],
      'stem answer',
    ],
    [
      'true or false with its options',
      [
        ['商标可以续展。', '正确', '错误', 'A'],
        ['专利可以续展。', '正确', '错误', 'B'],
      ],
      'stem 0 1 answer',
    ],
    ['one row', [[...single, 'B']], 'stem 0 1 2 3 answer'],
  ] as [string, string[][], string][])('%s', (_, rows, said) => {
    const guess = guessColumns(rowsOf(...rows))
    const order = Object.entries(guess?.columns ?? {}).sort(([a], [b]) => Number(a) - Number(b))
    expect(order.map(([, target]) => target.replace('option ', '')).join(' ')).toBe(said)
    expect(guess?.sure).toBe(true)
  })

  it('a first row whose answer is none is no question: somebody is asked', () => {
    const guess = guessColumns(
      rowsOf(['甲', '乙', '丙', '丁', '戊', '己'], ...Array.from({ length: 12 }, () => [...single, 'B'])),
    )
    expect(guess).toMatchObject({ sure: false, columns: { 0: 'stem', 5: 'answer' } })
  })

  it('rows whose answers are not among their options leave a doubt', () =>
    expect(guessColumns(rowsOf(['谁可以申请？', '发明人', '路人', 'E']))).toMatchObject({ sure: false }))

  it.each([
    [
      'a list of names',
      [
        ['张三', '渝中区', '13800000000'],
        ['李四', '江北区', '13900000000'],
      ],
    ],
    [
      'a sheet of chapters',
      [
        ['1', '认识知识产权'],
        ['2', '专利'],
      ],
    ],
    ['nothing', []],
    ['prose', [['请按下面的说明填写'], ['一行一题']]],
  ])('%s is no table of questions', (_, rows) => expect(guessColumns(rowsOf(...rows))).toBeNull())
})

describe('A sheet without headings', () => {
  it('is read from its first row on, below a title too', () => {
    for (const title of [[], [['2026 年题库']]]) {
      const reading = readSheets([sheetOf(...title, [...single, 'B'], [...multiple, 'AB'])], known)
      expect(reading).toMatchObject({ rowsIn: 2, problems: expect.not.arrayContaining([{ severity: 'error' }]) })
      expect(reading?.drafts.map(({ row, draft }) => [row, draft.kind, draft.right])).toEqual([
        [title.length + 1, 'single', 0b10],
        [title.length + 2, 'multiple', 0b11],
      ])
    }
  })

  it('with headings that are known is never taken for one', () =>
    expect(findHeader(sheetOf(['题目', 'A', 'B', 'C', 'D', '答案'], [...single, 'B']))).toMatchObject({
      at: 0,
      headless: false,
    }))
})
