/** What came at one moment stands in one order, whatever was written to it since, on both databases. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { contestBySlug, publishedContests } from '#db/contest'
import { setPublished } from '#db/contest-setup'
import { holdersIn, insertList, insertWinners, lateWinners, listsInHand, putList, putWinner } from '#db/winner'
import { entrant } from './prize-testing.ts'
import { publicId } from './secrets.ts'
import { contestWith, noon, openTestSite, type TestSite } from './testing.ts'
import { publishedWinners } from './winners-public.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const prize = { tier: 'first', tierName: { zh: '一等奖', en: '' }, prize: { zh: '书', en: '' } }

it('Contests that open at once: the one that was made last stands first', async () => {
  for (const slug of ['one', 'two', 'three']) await contestWith(site.rt, { slug })
  const slugs = async () => (await publishedContests(site.rt.storage.read)).map(({ slug }) => slug)
  expect(await slugs()).toEqual(['three', 'two', 'one'])
  const two = await contestBySlug(site.rt.storage.read, 'two')
  await site.rt.storage.atomically(tx => setPublished(tx, two?.id ?? 0, noon))
  expect(await slugs()).toEqual(['three', 'two', 'one'])
})

it('Lists that are published at once, and winners who are late at once, keep the order in which they were made', async () => {
  const contestId = await contestWith(site.rt)
  const people: number[] = []
  for (const phone of ['13800138001', '13800138002', '13800138003'])
    people.push(await entrant(site, contestId, { phone, score: 90 }))
  const lists = await site.rt.storage.atomically(async tx => {
    const made: number[] = []
    for (const kind of ['awards', 'collective'] as const) {
      const fixed = { publicId: publicId(), contestId, kind, drawId: null, settledAt: noon, settledBy: 1 }
      const listId = await insertList(tx, fixed)
      const row = { listId, rank: 1, score: 90, region: null, organisationId: null, ...prize }
      const rows = people.map((accountId, i) => ({ ...row, publicId: publicId(), place: i + 1, accountId }))
      await insertWinners(tx, rows)
      made.push(listId)
    }
    return made
  })
  // Written last to first: what a database gives back without being told how stands in that order.
  await site.rt.storage.atomically(async tx => {
    const rows = await holdersIn(tx, contestId)
    for (const { id } of rows.reverse()) await putWinner(tx, id, { calledAt: noon, claimUntil: noon })
    for (const listId of lists.reverse()) await putList(tx, listId, { publishedAt: noon })
  })
  const read = site.rt.storage.read
  const made = (await holdersIn(read, contestId)).map(({ id }) => id)
  expect(made).toEqual([...made].sort((a, b) => a - b))
  expect((await lateWinners(read, noon, 10)).map(({ id }) => id)).toEqual(made)
  expect((await listsInHand(read)).map(({ kind }) => kind)).toEqual(['awards', 'collective'])
  expect((await publishedWinners(site.rt, 'test'))?.map(({ kind }) => kind)).toEqual(['collective', 'awards'])
})

it('A list that was made first and published last is the newest', async () => {
  const contestId = await contestWith(site.rt)
  const account = await entrant(site, contestId, { phone: '13800138001', score: 90 })
  await site.rt.storage.atomically(async tx => {
    for (const [kind, publishedAt] of [
      ['awards', noon + 2000],
      ['collective', noon + 1000],
    ] as const) {
      const listId = await insertList(tx, {
        publicId: publicId(),
        contestId,
        kind,
        drawId: null,
        settledAt: noon,
        settledBy: 1,
      })
      const row = { publicId: publicId(), listId, place: 1, accountId: account, rank: 1, score: 90, region: null }
      await insertWinners(tx, [{ ...row, organisationId: null, ...prize }])
      await putList(tx, listId, { publishedAt })
    }
  })
  expect((await publishedWinners(site.rt, 'test'))?.map(({ kind }) => kind)).toEqual(['awards', 'collective'])
})
