import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dialect } from './dialect.ts'
import { meta } from './schema.ts'
import { openTestStorage, type TestStorage } from './storage.fixture.ts'
import { isDuplicate } from './storage.ts'

let opened: TestStorage
beforeAll(async () => {
  opened = await openTestStorage()
})
afterAll(() => opened.close())

const keys = async () => (await opened.storage.read.select({ key: meta.key }).from(meta)).map(row => row.key).sort()
const put = (key: string) =>
  opened.storage.atomically(async tx => {
    await tx.insert(meta).values({ key, value: '' })
  })

describe(`atomically on ${dialect}`, () => {
  test('keeps all of a unit of work, or none of it', async () => {
    const failing = opened.storage.atomically(async tx => {
      await tx.insert(meta).values({ key: 'half', value: '' })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await keys()).toEqual([])
  })

  test('lets a failed unit take only itself down, among 100 at once', async () => {
    const units = Array.from({ length: 100 }, (_, i) => put(`k${i % 90}`.padEnd(4, '_')))
    const ends = await Promise.allSettled(units)
    const failed = ends.filter(end => end.status === 'rejected')
    expect(failed).toHaveLength(10)
    expect(failed.every(end => isDuplicate(end.reason))).toBe(true)
    expect(await keys()).toHaveLength(90)
  })

  test('has written when it answers', async () => {
    await put('seen')
    expect(await keys()).toContain('seen')
  })
})
