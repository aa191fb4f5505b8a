/** Readers say what is wrong; administrators see it, once each, and say what they did. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Allowed, allow, type Role } from '#core/account/roles'
import { insertAccount } from '#db/account'
import { replaceHandbook } from '#db/handbook'
import { fact, setFact } from '#db/meta'
import { finishAttempt, startAttempt } from './attempt.ts'
import { errorReports, markHandled, openReports, reportError } from './error-report.ts'
import { myReports } from './my-reports.ts'
import { publicId } from './secrets.ts'
import { citizen, contestWith, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let staff: Allowed<'questions.write'>

beforeEach(async () => {
  site = await openTestSite()
  const roles: Role[] = ['administrator']
  const account = { publicId: publicId(), login: 'wang', name: '小王', roles, createdAt: noon }
  const id = await site.rt.storage.atomically(tx => insertAccount(tx, account))
  staff = allow({ id, roles }, 'questions.write') as Allowed<'questions.write'>
  const text = { zh: '异议', en: 'Opposition' }
  await site.rt.storage.atomically(tx =>
    replaceHandbook(tx, {
      chapters: [{ number: 5, slug: 'trademarks', name: text }],
      laws: [{ code: 'L', name: text, inForce: '2021-01-01', until: null, read: true }],
      terms: [],
      entries: [
        {
          id: '5.09',
          slug: 'opposition',
          chapter: 5,
          position: 0,
          core: true,
          status: 'verified',
          level: 1,
          checkedOn: '2026-11-24',
          title: text,
          versions: [],
          related: [],
          syllables: [],
        },
      ],
    }),
  )
  await contestWith(site.rt, {})
  const set = await fact(site.rt.storage.read, 'test set')
  await site.rt.storage.atomically(tx => setFact(tx, 'handbook set', set ?? ''))
})
afterEach(() => site.close())

const says = '期限写错了，应当是二个月。'

it('takes reports of entries and questions from guests and people, and shows them newest first', async () => {
  expect(await reportError(site.rt, null, { subject: 'entry', id: '5.09' }, `  ${says} `, 'zh')).toMatchObject({
    ok: true,
  })
  site.at(1000)
  expect(
    await reportError(site.rt, null, { subject: 'question', number: 'q3' }, '<b>wrong</b> key here', 'en'),
  ).toMatchObject({ ok: true })
  const found = await errorReports(site.rt, staff, 'open')
  expect(
    found.map(({ subject, about, body, locale, handled }) => [subject, about?.number, body, locale, handled]),
  ).toEqual([
    ['question', 'q3', '<b>wrong</b> key here', 'en', null],
    ['entry', '5.09', says, 'zh', null],
  ])
  expect(found[1]?.about).toMatchObject({ address: '5.09-opposition' })
  expect(await openReports(site.rt, staff)).toBe(2)
})

it('refuses what is too short, too long, or about nothing', async () => {
  const about = { subject: 'entry', id: '5.09' } as const
  expect(await reportError(site.rt, null, about, '错了', 'zh')).toMatchObject({ refusal: 'report-length' })
  expect(await reportError(site.rt, null, about, '错'.repeat(1001), 'zh')).toMatchObject({ refusal: 'report-length' })
  expect(await reportError(site.rt, null, { subject: 'entry', id: '9.99' }, says, 'zh')).toMatchObject({
    refusal: 'not-found',
  })
  expect(await reportError(site.rt, null, { subject: 'question', number: 'q999' }, says, 'zh')).toMatchObject({
    refusal: 'not-found',
  })
  expect(await openReports(site.rt, staff)).toBe(0)
})

it('takes a report of a paper’s question from its own person only, and only after the finish', async () => {
  const [mine, other] = [await citizen(site.rt, '13800138001'), await citizen(site.rt, '13800138002')]
  const started = await startAttempt(site.rt, mine.who, 'test', 'zh')
  if (!started.ok) throw new Error(started.refusal)
  const about = { subject: 'question', attempt: started.value.attempt.id, position: 1 } as const
  expect(await reportError(site.rt, mine.who, about, says, 'zh')).toMatchObject({ refusal: 'not-found' })
  await finishAttempt(site.rt, mine.who, about.attempt)
  for (const who of [null, other.who])
    expect(await reportError(site.rt, who, about, says, 'zh')).toMatchObject({ refusal: 'not-found' })
  expect(await reportError(site.rt, mine.who, { ...about, position: 99 }, says, 'zh')).toMatchObject({
    refusal: 'not-found',
  })
  expect(await reportError(site.rt, mine.who, about, says, 'zh')).toMatchObject({ ok: true })
  expect(await openReports(site.rt, staff)).toBe(1)
})

it('is handled once, by whoever was first, with what was done', async () => {
  await reportError(site.rt, null, { subject: 'entry', id: '5.09' }, says, 'zh')
  const [report] = await errorReports(site.rt, staff, 'open')
  const id = report?.id ?? ''
  expect(await markHandled(site.rt, staff, id, ' ')).toMatchObject({ refusal: 'note-needed' })
  expect(await markHandled(site.rt, staff, 'nobody', '改了')).toMatchObject({ refusal: 'not-found' })
  const both = await Promise.all([markHandled(site.rt, staff, id, '已改'), markHandled(site.rt, staff, id, '重复')])
  expect(both.map(done => (done.ok ? 'ok' : done.refusal)).sort()).toEqual(['handled-already', 'ok'])
  expect(both.find(done => !done.ok)).toMatchObject({ detail: { by: '小王' } })
  expect(await errorReports(site.rt, staff, 'open')).toEqual([])
  const [handled] = await errorReports(site.rt, staff, 'handled')
  expect(handled?.handled).toMatchObject({ by: '小王', at: noon })
})

it('is answered to those who were signed in, each their own, without a name', async () => {
  const [mine, other] = [await citizen(site.rt, '13800138001'), await citizen(site.rt, '13800138002')]
  const about = { subject: 'entry', id: '5.09' } as const
  await reportError(site.rt, mine.who, about, says, 'zh')
  await reportError(site.rt, null, about, '没有登录的人也报告了同一处。', 'zh')
  site.at(1000)
  await reportError(site.rt, mine.who, { subject: 'question', number: 'q3' }, '第二个选项也说得通，请看。', 'zh')
  expect(await myReports(site.rt, other.who)).toEqual([])
  const waiting = await myReports(site.rt, mine.who)
  expect(waiting.map(({ subject, entry, handled }) => [subject, entry?.address ?? null, handled])).toEqual([
    ['question', null, null],
    ['entry', '5.09-opposition', null],
  ])
  expect(await markHandled(site.rt, staff, waiting[1]?.id ?? '', '已改为二个月。')).toMatchObject({ ok: true })
  const [, answered] = await myReports(site.rt, mine.who)
  expect(answered).toMatchObject({ body: says, handled: { at: noon + 1000, outcome: '已改为二个月。' } })
  expect(JSON.stringify(answered)).not.toContain('小王')
})
