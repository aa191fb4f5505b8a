/** Sets have an owner and words of their own; one that contests need stays in service. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dayMs } from '#core/day'
import { setsOfContest } from '#db/contest'
import { listSets } from './question.ts'
import { publicId } from './secrets.ts'
import { contestsOfSet, editSet, retireSet } from './set-edit.ts'
import { contestWith, handbookWith, inventedQuestion, openTestSite, type TestSite } from './testing.ts'
import { staffWith, type TestStaff } from './testing-staff.ts'

let site: TestSite
let staff: TestStaff
let set: string

beforeEach(async () => {
  site = await openTestSite()
  staff = await staffWith(site.rt, ['administrator'])
  const contest = await contestWith(site.rt)
  set = (await setsOfContest(site.rt.storage.read, contest))[0]?.publicId ?? ''
})
afterEach(() => site.close())

it('keeps its name, owner, source and licence', async () => {
  const words = { name: '企业题', owner: '重庆市知识产权局', source: '自编', licence: 'CC BY 4.0' }
  expect(await editSet(site.rt, staff.may('questions.write'), set, words)).toMatchObject({ ok: true })
  expect(await listSets(site.rt, staff.may('questions.write'))).toMatchObject([words])
  expect(await editSet(site.rt, staff.may('questions.write'), publicId(), words)).toMatchObject({
    refusal: 'not-found',
  })
})

it('stays in service while a contest that is open uses it, is retired afterwards, and comes back', async () => {
  const writer = staff.may('questions.write')
  expect(await contestsOfSet(site.rt, staff.may('questions.read'), set)).toMatchObject({
    value: [{ slug: 'test', phase: 'open' }],
  })
  expect(await retireSet(site.rt, writer, set, true)).toMatchObject({
    refusal: 'set-in-use',
    detail: { contest: 'test', zh: '试赛', en: 'Trial' },
  })
  site.at(8 * dayMs)
  const inService = async () => (await listSets(site.rt, writer)).map(({ retiredAt }) => retiredAt === null)
  expect(await retireSet(site.rt, writer, set, true)).toMatchObject({ ok: true })
  expect(await inService()).toEqual([false])
  expect(await retireSet(site.rt, writer, set, false)).toMatchObject({ ok: true })
  expect(await inService()).toEqual([true])
})

it('of the handbook is never retired: people practise with it', async () => {
  await handbookWith(site.rt, [inventedQuestion(0)])
  const handbook = (await listSets(site.rt, staff.may('questions.write'))).find(({ name }) => name === '手册')
  expect(await retireSet(site.rt, staff.may('questions.write'), handbook?.id ?? '', true)).toMatchObject({
    refusal: 'set-handbook',
  })
})
