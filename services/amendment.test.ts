/** When an article is amended: exactly what cites it waits for a second person. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Allowed, allow, type Role } from '#core/account/roles'
import { cites, holding } from '#core/bank/amendment'
import { dayMs } from '#core/day'
import type { QuestionDraft } from '#core/question/question'
import { insertAccount } from '#db/account'
import { contestById } from '#db/contest'
import { replaceHandbook } from '#db/handbook'
import { fact } from '#db/meta'
import { storeDrafts } from '#db/question'
import { amendmentsOf, citedLawsOf, markAmended, reviewAmended, touchedBy, unmark } from './amendment.ts'
import { heldBack } from './held-back.ts'
import { forgetMoments } from './memory.ts'
import { poolOf } from './paper.ts'
import { publicId } from './secrets.ts'
import { contestWith, inventedQuestion, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let one: Allowed<'questions.write'>
let two: Allowed<'questions.write'>
let contestId: number

const citing = (i: number, ...articles: string[]): QuestionDraft => ({
  ...inventedQuestion(i),
  sources: articles.map(article => ({ law: 'CrimL', article, anchors: ['年'] })),
})
const text = { zh: '一', en: 'One' }
const entry = (id: string, article: string) => ({
  id,
  slug: `entry-${id.replace('.', '-')}`,
  chapter: 1,
  position: 1,
  core: true,
  status: 'verified' as const,
  level: 1,
  checkedOn: '2026-11-24',
  title: text,
  versions: [
    { validFrom: '2021-01-01', validTo: null, text, example: text, sources: [{ law: 'CrimL', article, anchors: [] }] },
  ],
  related: [],
  syllables: [''],
})

beforeEach(async () => {
  site = await openTestSite()
  const staff = async (login: string) => {
    const roles: Role[] = ['administrator']
    const account = { publicId: publicId(), login, name: login, roles, createdAt: noon }
    const id = await site.rt.storage.atomically(tx => insertAccount(tx, account))
    return allow({ id, roles }, 'questions.write') as Allowed<'questions.write'>
  }
  one = await staff('one')
  two = await staff('two')
  await site.rt.storage.atomically(tx =>
    replaceHandbook(tx, {
      chapters: [{ number: 1, slug: 'one', name: text }],
      laws: [
        { code: 'CrimL', name: { zh: '刑法', en: 'Criminal Law' }, inForce: '2021-01-01', until: null, read: true },
      ],
      terms: [],
      entries: [entry('1.01', '219'), entry('1.02', '219-1')],
    }),
  )
  contestId = await contestWith(site.rt, {
    drafts: [
      ...Array.from({ length: 20 }, (_, i) => inventedQuestion(i)),
      citing(20, '219'),
      citing(21, '219-1'),
      citing(22, '213', '219'),
      citing(23, '2'),
    ],
  })
})
afterEach(() => site.close())

const numbers = async (article: string) => {
  const found = await touchedBy(site.rt, one, { law: 'CrimL', article })
  return found.ok ? found.value.touched.map(({ number }) => number) : found.refusal
}
const pool = async () => {
  const contest = await contestById(site.rt.storage.read, contestId)
  return (await poolOf(site.rt, contest as NonNullable<typeof contest>)).length
}
const mark = async (article: string, inForce = '2026-11-22') => {
  const marked = await markAmended(site.rt, one, { law: 'CrimL', article, inForce, note: '修正案' })
  if (!marked.ok) throw new Error(marked.refusal)
  return marked.value.id
}
const itemsOf = async (id: string) =>
  (await amendmentsOf(site.rt, one)).find(amendment => amendment.id === id)?.items ?? []

describe('an amended article', () => {
  it('touches exactly what cites it: 219-1 is not 219, 21 is not 219', async () => {
    expect(await numbers('219')).toEqual(['1.01', 'q20', 'q22'])
    expect(await numbers('219-1')).toEqual(['1.02', 'q21'])
    expect(await numbers('21')).toEqual([])
    expect(await touchedBy(site.rt, one, { law: 'PatL', article: '219' })).toMatchObject({ refusal: 'not-found' })
    const [law] = await citedLawsOf(site.rt, one)
    expect([law?.entries, law?.questions]).toEqual([2, 4])
    expect(law?.articles).toEqual([
      { article: '2', entries: 0, questions: 1 },
      { article: '213', entries: 0, questions: 1 },
      { article: '219', entries: 1, questions: 2 },
      { article: '219-1', entries: 1, questions: 1 },
    ])
  })

  it('says before it is marked what contests would lose', async () => {
    const found = await touchedBy(site.rt, one, { law: 'CrimL', article: '219' })
    expect(found.ok && found.value.contests).toMatchObject([
      { slug: 'test', lastDay: '2026-11-29', loses: 2, left: 22, needed: 20 },
    ])
  })

  it('holds questions back from contests and entries under review, until a second person has reviewed each', async () => {
    expect(await pool()).toBe(24)
    const id = await mark('219')
    expect(await pool()).toBe(22)
    expect((await heldBack(site.rt, '2026-11-22')).entries).toEqual(new Set(['1.01']))
    const items = await itemsOf(id)
    expect(items.map(({ number, reviewed }) => [number, reviewed])).toEqual([
      ['1.01', null],
      ['q20', null],
      ['q22', null],
    ])

    const chosen = items.slice(0, 2).map(({ subject, id }) => ({ subject, id }))
    expect(await reviewAmended(site.rt, one, id, chosen)).toMatchObject({ refusal: 'second-person-needed' })
    expect(await pool()).toBe(22)
    expect(await reviewAmended(site.rt, two, id, chosen)).toMatchObject({ ok: true, value: { reviewed: 2 } })
    expect(await pool()).toBe(23)
    expect((await heldBack(site.rt, '2026-11-22')).entries).toEqual(new Set())
    expect((await itemsOf(id)).map(({ reviewed }) => reviewed?.by ?? null)).toEqual(['two', 'two', null])
  })

  it('matters only to contests that last until the amended text applies', async () => {
    await mark('219', '2027-03-01')
    expect(await pool()).toBe(24)
    const long = await contestWith(site.rt, {
      slug: 'long',
      drafts: [citing(0, '219'), citing(1, '2')],
      closesAt: noon + 200 * dayMs,
    })
    const contest = await contestById(site.rt.storage.read, long)
    expect((await poolOf(site.rt, contest as NonNullable<typeof contest>)).length).toBe(1)
  })

  it('goes by what a question cites now: a revision stays held, or comes under it, or gets free of it', async () => {
    await mark('219')
    expect(await pool()).toBe(22)
    const setId = Number(await fact(site.rt.storage.read, 'test set'))
    const plain = Array.from({ length: 20 }, (_, i) => inventedQuestion(i))
    const revised = async (...last: QuestionDraft[]) => {
      await site.rt.storage.atomically(tx => storeDrafts(tx, setId, [...plain, ...last], noon))
      forgetMoments(site.rt)
      return pool()
    }
    const [q20, q21, q22, q23] = [citing(20, '219'), citing(21, '219-1'), citing(22, '213', '219'), citing(23, '2')]
    expect(await revised({ ...q20, level: 5 }, q21, { ...q22, level: 5 }, q23)).toBe(22)
    expect(await revised({ ...q20, level: 5 }, q21, q22, citing(23, '219'))).toBe(21)
    expect(await revised(citing(20, '220'), q21, q22, q23)).toBe(23)
  })

  it('is marked once for a day, with a reason, and only when something cites it', async () => {
    await mark('219')
    const again = { law: 'CrimL', article: '219', inForce: '2026-11-22', note: 'x' }
    expect(await markAmended(site.rt, two, again)).toMatchObject({ refusal: 'already-marked' })
    expect(await markAmended(site.rt, two, { ...again, inForce: '2027-01-01' })).toMatchObject({ ok: true })
    expect(await markAmended(site.rt, one, { ...again, article: '213', note: ' ' })).toMatchObject({
      refusal: 'note-needed',
    })
    expect(await markAmended(site.rt, one, { ...again, article: '999' })).toMatchObject({ refusal: 'not-found' })
  })

  it('marked by mistake is taken back, but not once something has been reviewed', async () => {
    const id = await mark('219')
    expect(await unmark(site.rt, one, id)).toMatchObject({ ok: true })
    expect(await pool()).toBe(24)
    const other = await mark('213')
    const [item] = await itemsOf(other)
    await reviewAmended(site.rt, two, other, [{ subject: 'question', id: item?.id ?? '' }])
    expect(await unmark(site.rt, one, other)).toMatchObject({ refusal: 'reviewed-already' })
    expect(await unmark(site.rt, one, 'nobody')).toMatchObject({ refusal: 'not-found' })
  })

  it('takes no review of what does not cite it', async () => {
    const id = await mark('219')
    const foreign = (await touchedBy(site.rt, one, { law: 'CrimL', article: '213' })) as {
      value: { touched: { id: string }[] }
    }
    const wrong = [
      { subject: 'entry' as const, id: '1.02' },
      { subject: 'question' as const, id: foreign.value.touched[0]?.id ?? '' },
    ]
    expect(await reviewAmended(site.rt, two, id, wrong)).toMatchObject({ refusal: 'not-found' })
    expect(await pool()).toBe(22)
  })
})

it('holding: by article, by day, by review', () => {
  const amendments = [{ id: 1, law: 'L', article: '9', inForce: '2027-01-01' }]
  const sources = [{ law: 'L', article: '9', anchors: [] }]
  expect(cites(sources, 'L', '9')).toBe(true)
  expect(cites(sources, 'L', '9-1')).toBe(false)
  expect(holding(amendments, sources, () => false, '2026-12-31')).toEqual([])
  expect(holding(amendments, sources, () => false, '2027-01-01')).toEqual(amendments)
  expect(holding(amendments, sources, () => true, '2027-01-01')).toEqual([])
})
