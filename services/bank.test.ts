/** Finding questions among many: words, chosen values, articles; drafts and changes on their way too. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Allowed, allow } from '#core/account/roles'
import { filterFrom } from '#core/question/filter'
import { insertAccount } from '#db/account'
import { fact } from '#db/meta'
import { insertSet, storeDrafts } from '#db/question'
import { saveDrafts } from '#db/question-write'
import { questions } from '#db/schema/question'
import { replaceStatistics } from '#db/statistics'
import { idsMatching, searchBank } from './bank.ts'
import { forgetMoments } from './memory.ts'
import { publicId } from './secrets.ts'
import { canary, contestWith, handbookWith, inventedQuestion, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let reader: Allowed<'questions.read'>
let other: number

beforeEach(async () => {
  site = await openTestSite()
  const roles = ['administrator' as const]
  const account = { publicId: publicId(), login: 'author', name: '王芳', roles, createdAt: noon }
  const id = await site.rt.storage.atomically(tx => insertAccount(tx, account))
  reader = allow({ id, roles }, 'questions.read') as Allowed<'questions.read'>
  await handbookWith(site.rt, [
    ...Array.from({ length: 60 }, (_, i) => inventedQuestion(i)),
    { ...inventedQuestion(60, 'multiple'), sources: [{ law: 'L', article: '19-1', anchors: [] }] },
  ])
  other = await site.rt.storage.atomically(async tx => {
    const made = { name: '企业题', source: '', licence: '', createdBy: id, createdAt: noon }
    const setId = await insertSet(tx, { ...made, publicId: 'other-set' })
    const draft = inventedQuestion(61)
    draft.face.stem = { zh: '100%_保护 PCT', en: '' }
    const act = { publicId: publicId(), act: 'add' as const, by: id, at: noon, note: '' }
    await saveDrafts(tx, setId, [draft], act)
    return setId
  })
})
afterEach(() => site.close())

const find = (query: Record<string, string>) => searchBank(site.rt, reader, filterFrom(query))
const numbers = async (query: Record<string, string>) => (await find(query)).rows.map(({ number }) => number)

it('shows fifty at a time, and counts what each value would leave', async () => {
  const first = await find({})
  expect([first.total, first.page, first.pages, first.rows.length]).toEqual([62, 1, 2, 50])
  expect((await find({ page: '9' })).page).toBe(2)
  expect(first.facets.kind.map(({ value, count }) => [value, count])).toEqual([
    ['multiple', 1],
    ['single', 61],
  ])
  expect(first.facets.chapter[0]).toMatchObject({ value: '1', name: { zh: '第1章' } })
  expect(first.facets.set.map(({ name, count }) => [name.zh, count]).sort()).toEqual([
    ['企业题', 1],
    ['手册', 61],
  ])
})

it('finds words wherever a question has them, all of them, and takes no sign for a wildcard', async () => {
  expect(await numbers({ q: '第7题选项乙' })).toEqual(['q7'])
  expect(await numbers({ q: 'pct 保护' })).toEqual(['q61'])
  expect(await numbers({ q: '100' })).toEqual(['q61'])
  expect(await numbers({ q: '100%_保护' })).toEqual(['q61'])
  expect(await numbers({ q: 'q60' })).toEqual(['q60'])
  expect((await find({ q: canary })).total).toBe(62)
})

it('filters by state, set, law and article', async () => {
  expect(await numbers({ state: 'draft' })).toEqual(['q61'])
  expect(await numbers({ set: 'other-set' })).toEqual(['q61'])
  expect(await numbers({ law: 'L' })).toEqual(['q60'])
  expect((await find({ law: 'L' })).articles).toEqual(['19-1'])
  expect(await numbers({ law: 'L', article: '19-1' })).toEqual(['q60'])
  expect(await numbers({ law: 'L', article: '19' })).toEqual([])
  expect(await idsMatching(site.rt, reader, filterFrom({ kind: 'multiple' }))).toHaveLength(1)
})

it('filters by chapter, kind and level', async () => {
  expect((await find({ chapter: '1' })).total).toBe(13)
  expect((await find({ chapter: '2', kind: 'single' })).total).toBe(13)
  expect(await numbers({ kind: 'multiple' })).toEqual(['q60'])
  expect((await find({ level: '3' })).total).toBe(62)
  expect(await numbers({ level: '5' })).toEqual([])
})

it('filters by what contests have shown of a question, and puts the hardest first', async () => {
  expect((await find({ use: 'unused' })).total).toBe(62)
  const contest = await contestWith(site.rt, { drafts: [] })
  const held = await site.rt.storage.read
    .select({ number: questions.externalId, head: questions.headRevision })
    .from(questions)
  const figures = (number: string, shown: number, facility: number) => ({
    contestId: contest,
    revisionId: held.find(one => one.number === number)?.head ?? 0,
    ...{ shown, facility, answered: shown, right: 0, discrimination: 400, choices: [] },
    ...{ timed: 0, meanMs: 0, medianMs: 0 },
  })
  const items = [figures('q1', 200, 200), figures('q2', 200, 600), figures('q3', 200, 950), figures('q4', 3, 500)]
  await site.rt.storage.atomically(tx => replaceStatistics(tx, contest, items, null))
  forgetMoments(site.rt)
  for (const [use, number] of [
    ['hard', 'q1'],
    ['sound', 'q2'],
    ['easy', 'q3'],
    ['few', 'q4'],
  ] as const)
    expect(await numbers({ use })).toEqual([number])
  expect((await find({ use: 'unused' })).total).toBe(58)
  expect((await numbers({ order: 'facility' })).slice(0, 2)).toEqual(['q1', 'q4'])
})

it('says who wrote what is newest, and leaves out sets that are hidden', async () => {
  expect((await find({ state: 'draft' })).rows[0]).toMatchObject({ author: '王芳', english: false, inUse: false })
  expect((await find({ q: 'q60' })).rows[0]).toMatchObject({ author: null, inUse: true })
  await site.rt.storage.atomically(async tx => {
    const { questionSets } = await import('#db/schema/question')
    const { eq } = await import('drizzle-orm')
    await tx.update(questionSets).set({ hiddenSince: noon }).where(eq(questionSets.id, other))
  })
  forgetMoments(site.rt)
  expect((await find({})).total).toBe(61)
})

it('shows what was revised as it reads now', async () => {
  const setId = Number(await fact(site.rt.storage.read, 'handbook set'))
  const changed = inventedQuestion(5)
  changed.face.stem = { zh: '改过的题干', en: '' }
  await site.rt.storage.atomically(tx =>
    saveDrafts(tx, setId, [changed], { publicId: publicId(), act: 'edit', by: reader.id, at: noon, note: '' }),
  )
  forgetMoments(site.rt)
  expect(await numbers({ q: '改过的题干' })).toEqual(['q5'])
  expect(await numbers({ q: '第5题题干' })).toEqual([])
  expect((await find({ q: '改过的' })).rows[0]).toMatchObject({ state: 'draft', inUse: true })
  await site.rt.storage.atomically(tx => storeDrafts(tx, setId, [inventedQuestion(5)], noon))
  forgetMoments(site.rt)
  // The product has nothing new to say of it: what people wrote stays, and the others are gone from its files.
  expect(await numbers({ state: 'draft', set: '' })).toEqual(['q5', 'q61'])
})
