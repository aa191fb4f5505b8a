/** The bank over HTTP: who may, what is found, written, checked, done and undone; foreign ids are not there. */
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#core/account/roles'
import { publicId } from '#services/secrets'
import { citizen, handbookWith, inventedQuestion, openTestSite, type TestSite } from '#services/testing'
import { staffWith } from '#services/testing-staff'
import { registerApi } from './api.ts'

let site: TestSite
const app = Fastify()
const sessions: Record<string, string> = {}
let set = ''
let question = ''

beforeAll(async () => {
  site = await openTestSite()
  await app.register(async scope => registerApi(scope, site.rt), { prefix: '/api/v1' })
  await app.ready()
  await handbookWith(
    site.rt,
    Array.from({ length: 4 }, (_, i) => inventedQuestion(i)),
  )
  sessions.citizen = (await citizen(site.rt, '13800138000')).token
  for (const role of ['administrator', 'reviewer', 'organizer', 'system'] satisfies Role[])
    sessions[role] = (await staffWith(site.rt, [role], { login: role, name: role })).token
  const list = (await ask('administrator', 'GET', '/questions')).json()
  set = list.rows[0].set.id
  question = list.rows[0].id
})
afterAll(async () => {
  await app.close()
  await site.close()
})

type Method = 'GET' | 'POST' | 'PUT'
const ask = (who: string, method: Method, path: string, body?: object) =>
  app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { host: 'localhost', ...(sessions[who] && { cookie: `__Host-session=${sessions[who]}` }) },
    ...(body && { payload: body }),
  })

const same = (words: string) => ({ zh: words, en: words })
const written = {
  kind: 'single',
  chapter: 1,
  entryId: null,
  level: 2,
  levelReason: same('常识'),
  seconds: 20,
  validFrom: null,
  validTo: null,
  face: { scenario: null, stem: same('注册商标的有效期是几年？'), options: [same('五年'), same('十年')] },
  right: 0b10,
  explanation: same('自核准注册之日起计算。'),
  sources: [],
}
const none = publicId()

describe('Rights', () => {
  const readers = ['administrator', 'reviewer']
  const writers = ['administrator']
  const plan = { action: 'send', questions: [none] }
  const words = { name: '题', owner: '', source: '', licence: '' }
  const routes: [Method, string, object | undefined, string[]][] = [
    ['GET', '/questions', undefined, readers],
    ['GET', `/questions/${none}`, undefined, readers],
    ['POST', '/questions', { set: none, written }, writers],
    ['PUT', `/questions/${none}`, { base: 1, written }, writers],
    ['POST', `/questions/${none}/restorations`, { base: 1, revision: 1 }, writers],
    ['POST', '/questions/checks', { written }, writers],
    ['POST', '/question-acts/plans', plan, writers],
    ['POST', '/question-acts', { ...plan, expected: 1 }, writers],
    ['POST', '/question-acts', { action: 'approve', questions: [none], expected: 1 }, readers],
    ['POST', `/question-acts/${none}/undo`, {}, readers],
    ['GET', `/question-sets/${none}/contests`, undefined, readers],
    ['PUT', `/question-sets/${none}`, words, writers],
    ['PUT', `/question-sets/${none}/retired`, { retired: true }, writers],
    ['PUT', `/staff/error-reports/${none}/assignment`, { mine: true }, writers],
  ]

  it.each(routes)('%s %s %o', async (method, path, body, may) => {
    expect((await ask('stranger', method, path, body)).statusCode).toBe(401)
    for (const who of ['citizen', 'system', 'administrator', 'reviewer', 'organizer']) {
      const { statusCode } = await ask(who, method, path, body)
      expect([who, statusCode]).toEqual([
        who,
        may.includes(who)
          ? path === '/questions' && method === 'GET'
            ? 200
            : path.endsWith('checks')
              ? 200
              : 404
          : 403,
      ])
    }
  })
})

describe('From a draft to use', () => {
  let id = ''
  let act = ''
  const doing = (who: string, action: string, expected = 1, more: object = {}) =>
    ask(who, 'POST', '/question-acts', { action, questions: [id], expected, ...more })

  it('a wrong question is refused with every problem at its field', async () => {
    const wrong = await ask('administrator', 'POST', '/questions', { set, written: { ...written, right: 0 } })
    expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'question-wrong'])
    expect(wrong.json().problems[0]).toMatchObject({ severity: 'error', field: 'right-0', code: 'answer-missing' })
    const english = await ask('administrator', 'POST', '/questions/checks?locale=en', {
      written: { ...written, right: 0 },
    })
    expect(english.json().problems[0].says).toContain('answer')
  })

  it('what is sent beyond the schema is refused', async () => {
    const more = await ask('administrator', 'POST', '/questions', { set, written: { ...written, state: 'published' } })
    expect([more.statusCode, more.json().code]).toEqual([400, 'invalid-request'])
  })

  it('a good one is a draft, found by its words, and not drawn', async () => {
    const made = await ask('administrator', 'POST', '/questions', { set, number: '商-1', written })
    expect(made.statusCode).toBe(201)
    id = made.json().id
    const found = (await ask('reviewer', 'GET', `/questions?q=${encodeURIComponent('注册商标')}`)).json()
    expect(found).toMatchObject({ total: 1, rows: [{ id, number: '商-1', state: 'draft', inUse: false }] })
    const near = await ask('administrator', 'POST', '/questions/checks', { id: null, written })
    expect(near.json().near).toMatchObject([{ id }])
  })

  it('is sent, returned with a note, sent again, reviewed and published by another person', async () => {
    expect((await doing('administrator', 'send')).statusCode).toBe(201)
    const silent = await doing('reviewer', 'return')
    expect([silent.statusCode, silent.json().code]).toEqual([422, 'note-needed'])
    expect((await doing('reviewer', 'return', 1, { note: '请补依据' })).statusCode).toBe(201)
    expect((await doing('administrator', 'send')).statusCode).toBe(201)
    const own = await ask('administrator', 'POST', '/question-acts/plans', { action: 'approve', questions: [id] })
    expect(own.json()).toMatchObject({ count: 0, left: [{ why: 'own', says: '这一稿是您写的，要由另一个人审核。' }] })
    expect((await doing('reviewer', 'approve')).statusCode).toBe(201)
    expect((await doing('reviewer', 'publish')).statusCode).toBe(201)
    expect((await ask('reviewer', 'GET', `/questions/${id}`)).json()).toMatchObject({ state: 'published', inUse: true })
  })

  it('is retired, and brought back by whoever retired it', async () => {
    const retired = await doing('administrator', 'retire')
    act = retired.json().act
    expect((await ask('reviewer', 'POST', `/question-acts/${act}/undo`, {})).statusCode).toBe(404)
    expect((await ask('administrator', 'POST', `/question-acts/${act}/undo`, {})).json()).toEqual({
      act: 'retire',
      count: 1,
    })
    const twice = await ask('administrator', 'POST', `/question-acts/${act}/undo`, {})
    expect([twice.statusCode, twice.json().code]).toEqual([409, 'undone-already'])
  })

  it('is changed only from the revision that was read', async () => {
    const change = { ...written, seconds: 30 }
    expect((await ask('administrator', 'PUT', `/questions/${id}`, { base: 1, written: change })).json()).toEqual({
      id,
      revision: 2,
      changed: true,
    })
    const late = await ask('administrator', 'PUT', `/questions/${id}`, {
      base: 1,
      written: { ...written, seconds: 40 },
    })
    expect([late.statusCode, late.json().code]).toEqual([409, 'question-changed'])
    const old = await ask('administrator', 'POST', `/questions/${id}/restorations`, { base: 2, revision: 1 })
    expect([old.statusCode, old.json().revision]).toEqual([201, 3])
  })
})

describe('Many at once', () => {
  it('are those that fit a filter, and no more than were announced', async () => {
    const filter = { q: '题干' }
    const plan = (await ask('administrator', 'POST', '/question-acts/plans', { action: 'retire', filter })).json()
    expect(plan).toMatchObject({ action: 'retire', count: 4, leftCount: 0 })
    const fewer = await ask('administrator', 'POST', '/question-acts', { action: 'retire', filter, expected: 3 })
    expect([fewer.statusCode, fewer.json()]).toMatchObject([409, { code: 'act-changed', count: 4 }])
    const done = await ask('administrator', 'POST', '/question-acts', { action: 'retire', filter, expected: 4 })
    expect(done.statusCode).toBe(201)
    expect((await ask('administrator', 'POST', `/question-acts/${done.json().act}/undo`, {})).json().count).toBe(4)
  })

  it('without questions or a filter are nothing', async () => {
    const answer = await ask('administrator', 'POST', '/question-acts/plans', { action: 'retire' })
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found'])
  })
})

it('Reports are taken on by one person at a time, and stand with their question', async () => {
  const number = (await ask('reviewer', 'GET', `/questions/${question}`)).json().number
  await ask('stranger', 'POST', '/error-reports', {
    about: { subject: 'question', number },
    body: '第二个选项也说得通，请再看看。',
  })
  const { reports } = (await ask('administrator', 'GET', '/staff/error-reports')).json()
  const { id } = reports[0]
  expect(reports[0]).toMatchObject({ assigned: null, about: { address: question } })
  expect((await ask('administrator', 'PUT', `/staff/error-reports/${id}/assignment`, { mine: true })).statusCode).toBe(
    200,
  )
  sessions.second = (await staffWith(site.rt, ['administrator'], { login: 'second', name: '李强' })).token
  const taken = await ask('second', 'PUT', `/staff/error-reports/${id}/assignment`, { mine: true })
  expect([taken.statusCode, taken.json()]).toMatchObject([409, { code: 'report-taken', by: 'administrator' }])
  expect((await ask('reviewer', 'GET', `/questions/${question}`)).json().reports).toMatchObject([
    { id, assignedTo: 'administrator' },
  ])
  expect((await ask('administrator', 'PUT', `/staff/error-reports/${id}/assignment`, { mine: false })).statusCode).toBe(
    200,
  )
})
