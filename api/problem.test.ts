import { expect, it } from 'vitest'
import { no } from '#core/refusal'
import { problemOf, refusalFor } from './problem.ts'

it('A contest that stands in the way is named in the reader’s language, with what to do', () => {
  const contest = { contest: 'week', zh: '宣传周竞赛', en: 'Publicity week' }
  const batch = no('batch-in-contest', { ...contest, count: 3 })
  expect(problemOf(batch, 'zh', '').detail).toMatch(/^竞赛“宣传周竞赛”.*3 道题.*撤销/)
  expect(problemOf(batch, 'en', '').detail).toMatch(/^The contest “Publicity week” .* 3 of .* over/)
  expect(problemOf(no('set-in-use', contest), 'zh', '').detail).toMatch(/^竞赛“宣传周竞赛”.*题集/)
  expect(problemOf(no('set-in-use', contest), 'en', '')).toMatchObject({ contest: 'week', status: 409 })
})

it.each([
  ['SQLITE_FULL', 'storage-full'],
  ['ENOSPC', 'storage-full'],
  ['53100', 'storage-full'],
  ['53300', 'busy'],
  ['SQLITE_BUSY', 'busy'],
  ['ECONNRESET', 'busy'],
  ['57P01', 'busy'],
  ['SQLITE_CONSTRAINT', 'internal'],
  ['23505', 'internal'],
] as const)('What the storage calls %s is refused as %s', (code, refusal) => {
  const failed = Object.assign(new Error('failed'), { code })
  expect(refusalFor(failed)).toBe(refusal)
  expect(refusalFor(new Error('Failed query', { cause: failed }))).toBe(refusal)
})

it('A full disk is not said to be a crowd, and the reader may come back', () => {
  expect(problemOf(no('storage-full'), 'zh', '')).toMatchObject({
    status: 503,
    detail: expect.stringContaining('空间'),
  })
  expect(problemOf(no('storage-full'), 'en', '')).toMatchObject({
    status: 503,
    detail: expect.stringContaining('room'),
  })
})
