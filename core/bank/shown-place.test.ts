import { expect, it } from 'vitest'
import { shownPlace } from './shown-place.ts'

it('A long name before a cell is shortened in its middle, never the cell', () => {
  expect(shownPlace('重庆市知识产权宣传周企业题库（第二批修订稿）.csv!D17')).toBe('重庆市知识产权…稿）.csv!D17')
  expect(shownPlace(`${'𠮷'.repeat(20)}!A1`)).toBe(`${'𠮷'.repeat(7)}…${'𠮷'.repeat(6)}!A1`)
})

it('Short names, and what is no place in a sheet, stay as they are', () => {
  for (const place of [
    '题库!D17',
    '粘贴的题目.txt!3',
    'questions.xlsx!2',
    '1-3-2',
    '',
    'a-very-long-number-of-a-question',
  ])
    expect(shownPlace(place)).toBe(place)
})
