/** Nothing is drawn that a second person has not let through; what somebody did can be taken back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Allowed, allow, type Role } from '#core/account/roles'
import type { QuestionAction } from '#core/question/state'
import { insertAccount } from '#db/account'
import { currentRevisions } from '#db/contest'
import { setFact } from '#db/meta'
import { currentOf, heldIn, insertSet, storeDrafts } from '#db/question'
import { saveDrafts } from '#db/question-write'
import { doAct, planAct, undoAct } from './question-act.ts'
import { publicId } from './secrets.ts'
import { inventedQuestion, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let author: Allowed<'questions.read'>
let other: Allowed<'questions.read'>
let setId: number
const setPublicId = publicId()

const member = async (login: string): Promise<Allowed<'questions.read'>> => {
  const roles: Role[] = ['administrator']
  const account = { publicId: publicId(), login, roles, createdAt: noon }
  const id = await site.rt.storage.atomically(tx => insertAccount(tx, account))
  return allow({ id, roles }, 'questions.read') as Allowed<'questions.read'>
}
const newSet = (id: string) =>
  site.rt.storage.atomically(tx =>
    insertSet(tx, { publicId: id, name: '题', source: '', licence: '', createdBy: null, createdAt: noon }),
  )
const act = (by: { id: number }, id = publicId()) => ({
  publicId: id,
  act: 'edit' as const,
  by: by.id,
  at: noon,
  note: '',
})
const write = (from: number, to: number, seconds = 20, id?: string) =>
  site.rt.storage.atomically(tx =>
    saveDrafts(
      tx,
      setId,
      Array.from({ length: to - from }, (_, i) => ({ ...inventedQuestion(from + i), seconds })),
      act(author, id),
    ),
  )
const held = async () => [...(await heldIn(site.rt.storage.read, setId)).values()]
const standing = async () => (await held()).map(({ state, current }) => [state, current !== null])
const ids = async () => {
  const { questions } = await import('#db/schema/question')
  return (await site.rt.storage.read.select({ id: questions.publicId }).from(questions).orderBy(questions.id)).map(
    row => row.id,
  )
}
async function does(by: Allowed<'questions.read'>, action: QuestionAction, more: { note?: string; set?: string } = {}) {
  const wish = { action, questions: await ids(), note: '', ...more }
  const plan = await planAct(site.rt, by, wish)
  if (!plan.ok) return plan
  return doAct(site.rt, by, wish, plan.value.does.length)
}
const done = async (...given: Parameters<typeof does>) => {
  const outcome = await does(...given)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}
const drawn = async () => (await currentRevisions(site.rt.storage.read, [setId])).length

beforeEach(async () => {
  site = await openTestSite()
  author = await member('author')
  other = await member('other')
  setId = await newSet(setPublicId)
})
afterEach(() => site.close())

describe('A draft', () => {
  it('is drawn once it was sent, approved by another person, and published', async () => {
    await write(0, 3)
    expect(await drawn()).toBe(0)
    expect(await does(other, 'publish')).toMatchObject({ refusal: 'act-empty' })
    await done(author, 'send')
    expect(await does(author, 'approve')).toMatchObject({ refusal: 'act-empty' })
    expect(await planAct(site.rt, author, { action: 'approve', questions: await ids(), note: '' })).toMatchObject({
      value: { does: [], leaves: [{ why: 'own' }, { why: 'own' }, { why: 'own' }] },
    })
    await done(other, 'approve')
    expect(await drawn()).toBe(0)
    await done(other, 'publish')
    expect(await drawn()).toBe(3)
    expect(await standing()).toEqual([
      ['published', true],
      ['published', true],
      ['published', true],
    ])
  })

  it('goes back to its author with a note, and only with one', async () => {
    await write(0, 1)
    await done(author, 'send')
    expect(await does(other, 'return', { note: ' ' })).toMatchObject({ refusal: 'note-needed' })
    await done(other, 'return', { note: '第二个选项也对' })
    expect(await standing()).toEqual([['draft', false]])
  })
})

describe('A change of a published question', () => {
  beforeEach(async () => {
    await site.rt.storage.atomically(tx => storeDrafts(tx, setId, [inventedQuestion(0), inventedQuestion(1)], noon))
  })

  it('leaves the published revision in use until it has been through the same review', async () => {
    const before = await currentOf(site.rt.storage.read, setId)
    expect(await write(0, 2, 50)).toEqual({ added: 0, revised: 2, unchanged: 0 })
    expect(await currentOf(site.rt.storage.read, setId)).toEqual(before)
    await done(author, 'send')
    await done(other, 'approve')
    expect(await currentOf(site.rt.storage.read, setId)).toEqual(before)
    await done(author, 'publish')
    const now = await held()
    expect(now.map(({ current, head }) => current === head)).toEqual([true, true])
    expect([...before.values()].some(revision => now.some(({ current }) => current === revision))).toBe(false)
  })

  it('can be given up', async () => {
    await write(0, 1, 50)
    expect(await standing()).toEqual([
      ['draft', true],
      ['published', true],
    ])
    await done(author, 'discard')
    expect(await standing()).toEqual([
      ['published', true],
      ['published', true],
    ])
    expect((await held())[0]?.hash).toBe((await held())[0]?.productHash)
  })

  it('makes the product’s own new text wait as a draft, and stays when the product has nothing new', async () => {
    await write(0, 1, 50)
    await done(author, 'send')
    await done(other, 'approve')
    await done(other, 'publish')
    const again = [inventedQuestion(0), inventedQuestion(1)]
    const seeded = (drafts: typeof again) => site.rt.storage.atomically(tx => storeDrafts(tx, setId, drafts, noon))
    expect(await seeded(again)).toMatchObject({ revised: 0, unchanged: 2 })
    const ours = (await held())[0]?.current
    expect(await seeded(again.map(draft => ({ ...draft, seconds: 30 })))).toMatchObject({ revised: 2 })
    expect(await standing()).toEqual([
      ['draft', true],
      ['published', true],
    ])
    expect((await held())[0]?.current).toBe(ours)
  })
})

describe('An act', () => {
  beforeEach(() => write(0, 4))

  it('does what was announced or nothing', async () => {
    const wish = { action: 'send' as const, questions: await ids(), note: '' }
    expect(await doAct(site.rt, author, wish, 3)).toMatchObject({ refusal: 'act-changed', detail: { count: 4 } })
    expect((await standing()).every(([state]) => state === 'draft')).toBe(true)
    expect(await doAct(site.rt, author, { ...wish, questions: [publicId()] }, 1)).toMatchObject({
      refusal: 'not-found',
    })
  })

  it('is refused to whoever has not the right', async () => {
    const reader = { ...author, roles: ['organizer'] } as unknown as typeof author
    expect(await does(reader, 'send')).toMatchObject({ refusal: 'forbidden' })
  })

  it('is undone by whoever did it, once, until something else happens to its questions', async () => {
    const { act: sent } = await done(author, 'send')
    expect(await undoAct(site.rt, other, sent)).toMatchObject({ refusal: 'not-found' })
    expect(await undoAct(site.rt, author, sent)).toMatchObject({ value: { act: 'send', count: 4 } })
    expect(await undoAct(site.rt, author, sent)).toMatchObject({ refusal: 'undone-already' })
    expect((await standing()).every(([state]) => state === 'draft')).toBe(true)
    const again = await done(author, 'send')
    const approved = await done(other, 'approve')
    expect(await undoAct(site.rt, author, again.act)).toMatchObject({
      refusal: 'undo-too-late',
      detail: { count: 4 },
    })
    expect(await undoAct(site.rt, other, approved.act)).toMatchObject({ ok: true })
    expect(await undoAct(site.rt, author, again.act)).toMatchObject({ ok: true })
  })

  it('that retired questions brings them back with the revision that was in use', async () => {
    await done(author, 'send')
    await done(other, 'approve')
    await done(other, 'publish')
    const before = await currentOf(site.rt.storage.read, setId)
    const { act: retired } = await done(author, 'retire')
    expect(await drawn()).toBe(0)
    expect(await undoAct(site.rt, author, retired)).toMatchObject({ ok: true })
    expect(await currentOf(site.rt.storage.read, setId)).toEqual(before)
  })

  it('that brought questions in sets them aside when it is undone', async () => {
    const id = publicId()
    await write(4, 6, 20, id)
    expect(await undoAct(site.rt, author, id)).toMatchObject({ value: { count: 2 } })
    expect((await standing()).slice(4)).toEqual([
      ['retired', false],
      ['retired', false],
    ])
  })

  it('of two people at once on the same questions is done by one of them', async () => {
    await done(author, 'send')
    const both = await Promise.all([does(other, 'approve'), does(author, 'take-back')])
    expect(both.filter(outcome => outcome.ok)).toHaveLength(1)
  })

  it('moves questions to another set, but none whose number is taken there, and none of the handbook’s', async () => {
    const target = publicId()
    const targetId = await newSet(target)
    await site.rt.storage.atomically(tx => storeDrafts(tx, targetId, [inventedQuestion(1)], noon))
    const mine = (await ids()).slice(0, 4)
    const plan = await planAct(site.rt, author, { action: 'move', questions: mine, note: '', set: target })
    expect(plan).toMatchObject({ value: { leaves: [{ why: 'number-taken' }] } })
    const moved = await done(author, 'move', { set: target })
    expect((await heldIn(site.rt.storage.read, targetId)).size).toBe(4)
    expect(await undoAct(site.rt, author, moved.act)).toMatchObject({ ok: true })
    expect((await heldIn(site.rt.storage.read, targetId)).size).toBe(1)
    expect(await does(author, 'move', { set: publicId() })).toMatchObject({ refusal: 'not-found' })
    await site.rt.storage.atomically(tx => setFact(tx, 'handbook set', String(setId)))
    expect(await does(author, 'move', { set: target })).toMatchObject({ refusal: 'act-empty' })
  })

  it('of the product does not bring back what somebody retired', async () => {
    const drafts = [inventedQuestion(7), inventedQuestion(8)]
    const own = await newSet(publicId())
    const seeded = (given: typeof drafts) => site.rt.storage.atomically(tx => storeDrafts(tx, own, given, noon))
    await seeded(drafts)
    await seeded(drafts.slice(1))
    expect(await seeded(drafts)).toMatchObject({ revised: 1 })
    const { questions } = await import('#db/schema/question')
    const all = await site.rt.storage.read.select().from(questions)
    const q7 = all.find(row => row.setId === own && row.externalId === 'q7')?.publicId ?? ''
    expect(await doAct(site.rt, author, { action: 'retire', questions: [q7], note: '' }, 1)).toMatchObject({ ok: true })
    expect(await seeded(drafts)).toMatchObject({ revised: 0 })
    expect((await currentOf(site.rt.storage.read, own)).has('q7')).toBe(false)
  })
})
