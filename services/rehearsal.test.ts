import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Allowed } from '#core/account/roles'
import { contestBySlug, listContests } from './contest.ts'
import { endRehearsal, rehearsalFor, rehearse } from './rehearsal.ts'
import { contestWith, inventedQuestion, openTestSite, type TestSite } from './testing.ts'
import { staffWith } from './testing-staff.ts'

let site: TestSite
let organizer: Allowed<'contests.write'>
beforeEach(async () => {
  site = await openTestSite()
  organizer = (await staffWith(site.rt, ['organizer'])).may('contests.write')
})
afterEach(() => site.close())

it('runs a copy with invented people: closed, full, in no list, and off the site again', async () => {
  await contestWith(site.rt, { publishedAt: null })
  const done = await rehearse(site.rt, organizer, 'test')
  const slug = done.ok ? done.value.slug : ''
  expect(await rehearsalFor(site.rt, 'test')).toBe(slug)
  const copy = await contestBySlug(site.rt, slug)
  expect(copy).toMatchObject({ phase: 'closed', sample: true, participants: 300 })
  expect((await listContests(site.rt)).map(contest => contest.slug)).not.toContain(slug)
  expect(await contestBySlug(site.rt, 'test')).toBeNull()
  const again = await rehearse(site.rt, organizer, 'test')
  expect(again).toMatchObject({ ok: true })
  expect(await contestBySlug(site.rt, slug)).toBeNull()
  expect(await endRehearsal(site.rt, organizer, 'test')).toEqual({ ok: true, value: null })
  expect(await rehearsalFor(site.rt, 'test')).toBeNull()
  expect(await endRehearsal(site.rt, organizer, 'test')).toMatchObject({ refusal: 'not-found' })
})

it('is refused without a contest, of a rehearsal, and with too few questions', async () => {
  await contestWith(site.rt, { slug: 'small', drafts: [inventedQuestion(1)] })
  await contestWith(site.rt, { slug: 'test' })
  expect(await rehearse(site.rt, organizer, 'other')).toMatchObject({ refusal: 'not-found' })
  expect(await rehearse(site.rt, organizer, 'small')).toMatchObject({
    refusal: 'pool-too-small',
    detail: { available: 1 },
  })
  const done = await rehearse(site.rt, organizer, 'test')
  expect(await rehearse(site.rt, organizer, done.ok ? done.value.slug : '')).toMatchObject({ refusal: 'not-found' })
})
