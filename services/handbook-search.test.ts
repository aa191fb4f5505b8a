/** Searching is ready before anybody searches: the first search after a start is as quick as the others. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { searchHandbook, warmSearch } from './handbook-search.ts'
import { handbookWith, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

/** The same site, whose database is asked by nobody. */
const withoutDatabase = () => {
  const read = new Proxy(
    {},
    {
      get() {
        throw new Error('The database was asked')
      },
    },
  )
  return { ...site.rt, storage: { ...site.rt.storage, read: read as typeof site.rt.storage.read } }
}

it('once it has been made ready it asks the database for nothing, until the day is over', async () => {
  await handbookWith(site.rt, [])
  await expect(searchHandbook(withoutDatabase(), '第1条', 'zh')).rejects.toThrow('The database was asked')
  await warmSearch(site.rt)
  const found = await searchHandbook(withoutDatabase(), '商业秘密', 'zh')
  expect(found).toEqual(await searchHandbook(site.rt, '商业秘密', 'zh'))
  site.at(13 * 3_600_000)
  await expect(searchHandbook(withoutDatabase(), '第1条', 'zh')).rejects.toThrow('The database was asked')
})
