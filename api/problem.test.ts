import { expect, it } from 'vitest'
import { no } from '#core/refusal'
import { problemOf } from './problem.ts'

it('A contest that stands in the way is named in the reader’s language, with what to do', () => {
  const contest = { contest: 'week', zh: '宣传周竞赛', en: 'Publicity week' }
  const batch = no('batch-in-contest', { ...contest, count: 3 })
  expect(problemOf(batch, 'zh', '').detail).toMatch(/^竞赛“宣传周竞赛”.*3 道题.*撤销/)
  expect(problemOf(batch, 'en', '').detail).toMatch(/^The contest “Publicity week” .* 3 of .* over/)
  expect(problemOf(no('set-in-use', contest), 'zh', '').detail).toMatch(/^竞赛“宣传周竞赛”.*题集/)
  expect(problemOf(no('set-in-use', contest), 'en', '')).toMatchObject({ contest: 'week', status: 409 })
})
