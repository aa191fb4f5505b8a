/** Writing questions: by field, revision by revision, with a history that says who and what. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Allowed, allow, type Role } from '#core/account/roles'
import { filterFrom } from '#core/question/filter'
import { insertAccount } from '#db/account'
import { currentOf, heldIn } from '#db/question'
import { setByPublicId } from '#db/question-set'
import { markAmended } from './amendment.ts'
import { searchBank } from './bank.ts'
import { reportError } from './error-report.ts'
import { doAct, undoAct } from './question-act.ts'
import { checkWritten, createQuestion, restoreRevision, saveQuestion, type Written } from './question-edit.ts'
import { nearQuestions } from './question-near.ts'
import { viewQuestion } from './question-view.ts'
import { publicId } from './secrets.ts'
import { canary, handbookWith, inventedQuestion, noon, openTestSite, type TestSite } from './testing.ts'

type Member = Allowed<'questions.write'> & Allowed<'questions.read'>
let site: TestSite
let author: Member
let other: Member
let set: string

const member = async (login: string, name: string): Promise<Member> => {
  const roles: Role[] = ['administrator']
  const account = { publicId: publicId(), login, name, roles, createdAt: noon }
  const id = await site.rt.storage.atomically(tx => insertAccount(tx, account))
  return allow({ id, roles }, 'questions.write') as Member
}

beforeEach(async () => {
  site = await openTestSite()
  author = await member('wang', '王芳')
  other = await member('li', '李强')
  await handbookWith(site.rt, [inventedQuestion(0), inventedQuestion(1)])
  set = (await searchBank(site.rt, author, filterFrom({}))).rows[0]?.set.id ?? ''
})
afterEach(() => site.close())

const same = (words: string) => ({ zh: words, en: words })
const written = (more: Partial<Written> = {}): Written => {
  const { externalId: _, ...draft } = inventedQuestion(9)
  return { ...draft, levelReason: same('常识'), ...more }
}
const create = async (more: Partial<Written> = {}, number: string | null = null) => {
  const made = await createQuestion(site.rt, author, { set, number, written: written(more) })
  if (!made.ok) throw new Error(made.refusal)
  return made.value.id
}
const view = async (id: string, by = author) => {
  const found = await viewQuestion(site.rt, by, id)
  if (!found.ok) throw new Error(found.refusal)
  return found.value
}
const act = (by: Member, action: 'send' | 'approve' | 'publish' | 'discard', id: string) =>
  doAct(site.rt, by, { action, questions: [id], note: '' }, 1)
async function published(id: string) {
  for (const [by, action] of [
    [author, 'send'],
    [other, 'approve'],
    [other, 'publish'],
  ] as const)
    expect(await act(by, action, id)).toMatchObject({ ok: true })
}

describe('A new question', () => {
  it('is a draft with the next free number, or its author’s own', async () => {
    expect(await view(await create())).toMatchObject({ number: '3', state: 'draft', inUse: false, author: '王芳' })
    expect(await view(await create({}, '宣传周-1'))).toMatchObject({ number: '宣传周-1', revision: 1 })
    const again = await createQuestion(site.rt, author, { set, number: 'q0', written: written() })
    expect(again).toMatchObject({ refusal: 'number-taken' })
    const nowhere = await createQuestion(site.rt, author, { set: publicId(), number: null, written: written() })
    expect(nowhere).toMatchObject({ refusal: 'not-found' })
  })

  it('with errors is not stored, and each error names its field', async () => {
    const wrong = written({ right: 0, face: { scenario: null, stem: same(''), options: [same('甲'), same('甲')] } })
    const made = await createQuestion(site.rt, author, { set, number: null, written: wrong })
    expect(made).toMatchObject({ refusal: 'question-wrong' })
    const errors = 'problems' in made ? made.problems.filter(({ severity }) => severity === 'error') : []
    expect(errors.map(({ field }) => field)).toEqual(['stem-zh', 'option-1-zh', 'right-0'])
    expect(await checkWritten(site.rt, author, wrong)).toEqual('problems' in made ? made.problems : [])
    expect((await searchBank(site.rt, author, filterFrom({}))).total).toBe(2)
  })

  it('of true or false has its two options, whatever was sent; an entry says its chapter', async () => {
    const id = await create({ kind: 'truefalse', right: 0b10, entryId: '4.01', chapter: 1 })
    const { written: kept } = await view(id)
    expect(kept.face.options.map(({ zh }) => zh)).toEqual(['正确', '错误'])
    expect([kept.entryId, kept.chapter]).toEqual(['4.01', 4])
  })
})

describe('A change', () => {
  it('is a new revision with its difference; the published one stays in use until it is through', async () => {
    const id = await create()
    await published(id)
    const saved = await saveQuestion(site.rt, other, id, { base: 1, written: written({ seconds: 40 }) })
    expect(saved).toMatchObject({ value: { revision: 2, changed: true } })
    const now = await view(id)
    expect(now).toMatchObject({ state: 'draft', inUse: true, publishedRevision: 1, revision: 2, author: '李强' })
    expect(now.revisions.map(({ number, by, inUse }) => [number, by, inUse])).toEqual([
      [2, '李强', false],
      [1, '王芳', true],
    ])
    expect(now.revisions[0]?.changes?.map(({ field }) => field)).toEqual(['seconds'])
    expect(now.history.map(({ act, by, revision }) => [act, by, revision])).toEqual([
      ['edit', '李强', 2],
      ['publish', '李强', 1],
      ['approve', '李强', 1],
      ['send', '王芳', 1],
      ['add', '王芳', 1],
    ])
    expect(await act(other, 'discard', id)).toMatchObject({ ok: true })
    expect(await view(id)).toMatchObject({ state: 'published', revision: 1 })
    expect((await view(id)).revisions).toHaveLength(2)
  })

  it('that says the same makes no revision', async () => {
    const id = await create()
    expect(await saveQuestion(site.rt, author, id, { base: 1, written: written() })).toMatchObject({
      value: { revision: 1, changed: false },
    })
  })

  it('of a revision that is no longer the newest is not stored over it', async () => {
    const id = await create()
    await saveQuestion(site.rt, other, id, { base: 1, written: written({ seconds: 40 }) })
    const late = await saveQuestion(site.rt, author, id, { base: 1, written: written({ seconds: 50 }) })
    expect(late).toMatchObject({ refusal: 'question-changed', detail: { by: '李强' } })
    const both = await Promise.all(
      [60, 70].map(seconds => saveQuestion(site.rt, author, id, { base: 2, written: written({ seconds }) })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await saveQuestion(site.rt, author, publicId(), { base: 1, written: written() })).toMatchObject({
      refusal: 'not-found',
    })
  })

  it('sends what was reviewed back to the start: a review is of exactly one text', async () => {
    const id = await create()
    await act(author, 'send', id)
    await act(other, 'approve', id)
    await saveQuestion(site.rt, author, id, { base: 1, written: written({ seconds: 40 }) })
    expect((await view(id)).state).toBe('draft')
    expect(await act(other, 'publish', id)).toMatchObject({ refusal: 'act-empty' })
  })

  it('can be undone while nothing else has happened', async () => {
    const id = await create()
    await saveQuestion(site.rt, author, id, { base: 1, written: written({ seconds: 40 }) })
    const [line] = (await view(id)).history
    expect(await undoAct(site.rt, author, line?.id ?? '')).toMatchObject({ ok: true })
    expect(await view(id)).toMatchObject({ revision: 1, history: [{ act: 'edit', undone: { by: '王芳' } }, {}] })
    // The undone revision keeps its number: the next one does not take it again.
    await saveQuestion(site.rt, author, id, { base: 1, written: written({ seconds: 50 }) })
    expect((await view(id)).revision).toBe(3)
  })
})

it('An older revision comes back as a new draft', async () => {
  const id = await create()
  await saveQuestion(site.rt, author, id, { base: 1, written: written({ seconds: 40 }) })
  expect(await restoreRevision(site.rt, other, id, { base: 2, revision: 1 })).toMatchObject({ value: { revision: 3 } })
  const now = await view(id)
  expect([now.state, now.author, now.written.seconds]).toEqual(['draft', '李强', 20])
  expect(now.history[0]?.act).toBe('restore')
  expect(await restoreRevision(site.rt, other, id, { base: 3, revision: 9 })).toMatchObject({ refusal: 'not-found' })
})

it('Questions that ask nearly the same are found, but not the question itself, nor retired ones', async () => {
  const stem = same('注册商标的有效期是自核准注册之日起多少年？')
  const face = { scenario: null, stem, options: [same('5'), same('10')] }
  const id = await create({ face })
  const alike = { scenario: null, stem: same('注册商标的有效期，自核准注册之日起是多少年？') }
  expect(await nearQuestions(site.rt, author, alike, null)).toMatchObject([{ id, number: '3' }])
  expect(await nearQuestions(site.rt, author, alike, id)).toEqual([])
  expect(await nearQuestions(site.rt, author, { scenario: null, stem: same('专利权的期限是多少年？') }, null)).toEqual(
    [],
  )
  await doAct(site.rt, author, { action: 'retire', questions: [id], note: '' }, 1)
  expect(await nearQuestions(site.rt, author, alike, null)).toEqual([])
})

it('A question says what holds it back, what citizens reported, and how many others may review it', async () => {
  const id = (await searchBank(site.rt, author, filterFrom({ q: 'q0' }))).rows[0]?.id ?? ''
  await reportError(site.rt, null, { subject: 'question', number: 'q0' }, '第二个选项也说得通，请再看看。', 'zh')
  const mark = { law: `${canary}-LAW`, article: '1', inForce: '2026-11-01', note: '修订' }
  expect(await markAmended(site.rt, author, mark)).toMatchObject({ ok: true })
  expect(await view(id)).toMatchObject({
    reports: [{ body: '第二个选项也说得通，请再看看。', handled: null }],
    heldBy: [{ law: `${canary}-LAW`, article: '1' }],
    author: null,
    reviewers: 1,
  })
  const mine = await create()
  expect((await view(mine)).actions.find(({ action }) => action === 'approve')).toEqual({
    action: 'approve',
    why: 'state',
  })
  await act(author, 'send', mine)
  const approving = async (by: Member) => (await view(mine, by)).actions.find(one => one.action === 'approve')?.why
  expect([await approving(author), await approving(other)]).toEqual(['own', null])
})

it('Contests draw the handbook’s set as before while a new question in it waits', async () => {
  const row = await setByPublicId(site.rt.storage.read, set)
  await create()
  expect((await heldIn(site.rt.storage.read, row?.id ?? 0)).size).toBe(3)
  expect((await currentOf(site.rt.storage.read, row?.id ?? 0)).size).toBe(2)
})
