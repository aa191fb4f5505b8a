/** Readers' reports and amended articles over HTTP: who may, how often, and what goes out. */

import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '#core/account/roles'
import {
  anotherDevice,
  canary,
  citizen,
  contestWith,
  handbookWith,
  inventedQuestion,
  noon,
  openTestSite,
  type TestSite,
} from '#services/testing'
import { staffSession, staffWith } from '#services/testing-staff'
import { registerApi } from './api.ts'

let site: TestSite
let app: FastifyInstance
let sessions: Record<string, string>

beforeEach(async () => {
  site = await openTestSite()
  await handbookWith(
    site.rt,
    Array.from({ length: 3 }, (_, i) => inventedQuestion(i)),
  )
  app = Fastify()
  await app.register(async scope => registerApi(scope, site.rt), { prefix: '/api/v1' })
  await app.ready()
  sessions = { citizen: (await citizen(site.rt, '13800138000')).token }
  for (const role of ['system', 'administrator', 'organizer'] as const) sessions[role] = await sessionWith(role, role)
  sessions.second = await sessionWith('administrator', 'second')
})
afterEach(async () => {
  await app.close()
  await site.close()
})

const accounts = new Map<string, number>()
const sessionOfLogin = (login: string) => staffSession(site.rt, accounts.get(login) as number)

async function sessionWith(role: Role, login: string): Promise<string> {
  const { id, token } = await staffWith(site.rt, [role], { login })
  accounts.set(login, id)
  return token
}

const ask = (who: string, method: 'GET' | 'POST', path: string, body?: object, address = '203.0.113.7') =>
  app.inject({
    method,
    url: `/api/v1${path}`,
    remoteAddress: address,
    headers: {
      host: 'localhost',
      ...(sessions[who] && { cookie: `__Host-session=${sessions[who]}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { payload: body }),
  })

const law = `${canary}-LAW`
const says = '期限写错了，应当是<b>二个月</b>。'
const entry = { about: { subject: 'entry', id: '1.01' }, body: says }
const report = (who: string, address?: string, body: object = entry) =>
  ask(who, 'POST', '/error-reports', body, address)
const mark = (who: string, more: object = {}) =>
  ask(who, 'POST', '/staff/amendments', { law, article: '1', inForce: '2026-12-01', note: '修正案', ...more })

describe('Rights', () => {
  const writers = ['administrator']
  const routes: ['GET' | 'POST', string, object?][] = [
    ['GET', '/staff/error-reports'],
    ['POST', '/staff/error-reports/none/handling', { outcome: '改了' }],
    ['GET', '/staff/laws'],
    ['GET', `/staff/laws/${encodeURIComponent('none')}/articles/1`],
    ['GET', '/staff/amendments'],
    ['POST', '/staff/amendments', { law: 'none', article: '1', inForce: '2026-12-01', note: '修正案' }],
    ['POST', '/staff/amendments/none/reviews', { items: [{ subject: 'entry', id: '1.01' }] }],
    ['POST', '/staff/amendments/none/taking-back', {}],
  ]

  it.each(routes)('%s %s is for those who look after questions', async (method, path, body) => {
    expect((await ask('stranger', method, path, body)).statusCode).toBe(401)
    for (const who of ['citizen', 'system', 'administrator', 'organizer'])
      expect([who, (await ask(who, method, path, body)).statusCode === 403]).toEqual([who, !writers.includes(who)])
  })
})

describe('A report', () => {
  it('is taken without an account, and staff see its text and nothing of the person', async () => {
    expect((await report('stranger')).statusCode).toBe(204)
    expect((await report('citizen')).statusCode).toBe(204)
    const found = await ask('administrator', 'GET', '/staff/error-reports')
    const { reports } = found.json()
    expect(reports).toHaveLength(2)
    for (const one of reports)
      expect(Object.keys(one).sort()).toEqual([
        'about',
        'assigned',
        'body',
        'createdAt',
        'handled',
        'id',
        'locale',
        'subject',
      ])
    expect(reports[0]).toMatchObject({ body: says, about: { number: '1.01' }, handled: null })
    expect(found.body).not.toContain('13800138000')
  })

  it.each<[string, object, number, string]>([
    ['too few words', { ...entry, body: '错了' }, 422, 'report-length'],
    ['blanks for words', { ...entry, body: ' '.repeat(50) }, 422, 'report-length'],
    ['too many words', { ...entry, body: '错'.repeat(1001) }, 422, 'report-length'],
    ['an unknown entry', { ...entry, about: { subject: 'entry', id: '9.99' } }, 404, 'not-found'],
    ['an unknown question', { ...entry, about: { subject: 'question', number: 'q9' } }, 404, 'not-found'],
    ['an unknown kind of thing', { ...entry, about: { subject: 'contest', id: '1' } }, 400, 'invalid-request'],
    ['a contact', { ...entry, phone: '13800138000' }, 400, 'invalid-request'],
  ])('is refused with %s', async (_, body, status, code) => {
    const refused = await report('stranger', undefined, body)
    expect([refused.statusCode, refused.json().code]).toEqual([status, code])
    expect(refused.json().detail).not.toBe('')
    expect((await ask('administrator', 'GET', '/staff/error-reports')).json().reports).toEqual([])
  })

  it('of a contest’s question needs one’s own finished paper', async () => {
    await contestWith(site.rt)
    const started = await ask('citizen', 'POST', '/contests/test/attempts', {})
    const attempt = started.json().attempt.id
    const about = { ...entry, about: { subject: 'question', attempt, position: 1 } }
    expect((await report('citizen', undefined, about)).statusCode).toBe(404)
    await ask('citizen', 'POST', `/attempts/${attempt}/finish`, {})
    expect((await report('stranger', undefined, about)).statusCode).toBe(404)
    expect((await report('citizen', undefined, about)).statusCode).toBe(204)
  })

  it('is taken ten times an hour from one person, whatever the device, and again later', async () => {
    const person = await citizen(site.rt, '13900139000')
    sessions.person = person.token
    sessions.tablet = (await anotherDevice(site.rt, person.who.account.id)).token
    for (let i = 0; i < 10; i++) expect((await report(i % 2 ? 'tablet' : 'person')).statusCode).toBe(204)
    const refused = await report('tablet', '198.51.100.1')
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'too-many-requests'])
    expect((await report('citizen')).statusCode).toBe(204)
    site.at(3_600_000)
    expect((await report('person')).statusCode).toBe(204)
  })

  it('is taken sixty times an hour from strangers at one address; others go on', async () => {
    for (let i = 0; i < 60; i++) await report('stranger')
    expect((await report('stranger')).json().code).toBe('too-many-requests')
    expect((await report('stranger', '203.0.113.8')).statusCode).toBe(204)
    expect((await report('citizen')).statusCode).toBe(204)
  })

  it('is handled once, with a note; the second is told who was first', async () => {
    await report('stranger')
    const [{ id }] = (await ask('administrator', 'GET', '/staff/error-reports')).json().reports
    const handle = (who: string, outcome: string) =>
      ask(who, 'POST', `/staff/error-reports/${id}/handling`, { outcome })
    expect((await handle('administrator', ' ')).json().code).toBe('note-needed')
    expect((await handle('administrator', '已改为二个月')).statusCode).toBe(200)
    expect((await handle('second', '已改')).json()).toMatchObject({ code: 'handled-already', by: 'administrator' })
    const { reports } = (await ask('second', 'GET', '/staff/error-reports?which=handled')).json()
    expect(reports).toMatchObject([{ handled: { by: 'administrator', at: noon, outcome: '已改为二个月' } }])
  })
})

describe('An amended article', () => {
  it('is marked with a day and a reason, once', async () => {
    expect((await mark('administrator', { note: ' ' })).json().code).toBe('note-needed')
    for (const wrong of [{ inForce: '2026-02-30' }, { inForce: 'soon' }, { article: '一' }, { note: undefined }])
      expect((await mark('administrator', wrong)).json().code).toBe('invalid-request')
    expect((await mark('administrator', { article: '11' })).statusCode).toBe(404)
    expect((await mark('administrator')).statusCode).toBe(201)
    expect((await mark('second')).json().code).toBe('already-marked')
    expect((await mark('second', { inForce: '2027-01-01' })).statusCode).toBe(201)
  })

  it('shows what it touches and what contests would lose, before it is marked', async () => {
    await contestWith(site.rt, { drafts: Array.from({ length: 21 }, (_, i) => inventedQuestion(i)) })
    const { touched, contests } = (
      await ask('administrator', 'GET', `/staff/laws/${encodeURIComponent(law)}/articles/1`)
    ).json()
    expect(touched).toHaveLength(24)
    expect(contests).toMatchObject([{ slug: 'test', lastDay: '2026-11-29', loses: 21, left: 0, needed: 20 }])
  })

  it('keeps questions out of practice from its first day, until somebody else has reviewed them', async () => {
    const practised = async () => {
      // A pool is a moment old at most.
      site.rt.memory.clear()
      return (await ask('stranger', 'POST', '/practice/sessions', { mode: 'mixed' })).json().questions?.length
    }
    expect(await practised()).toBe(3)
    const { id } = (await mark('administrator', { inForce: '2026-11-23' })).json()
    expect(await practised()).toBe(3)
    site.at(12 * 3_600_000)
    // Staff are signed out overnight.
    sessions.administrator = await sessionOfLogin('administrator')
    sessions.second = await sessionOfLogin('second')
    expect(await practised()).toBe(0)
    const [amendment] = (await ask('second', 'GET', '/staff/amendments')).json().amendments
    expect(amendment).toMatchObject({ id, markedBy: 'administrator', applies: true, article: '1' })
    const items = amendment.items.map(({ subject, id }: { subject: string; id: string }) => ({ subject, id }))
    const review = (who: string) => ask(who, 'POST', `/staff/amendments/${id}/reviews`, { items: items.slice(0, 2) })
    expect((await review('administrator')).json().code).toBe('second-person-needed')
    expect((await review('second')).json()).toEqual({ reviewed: 2 })
    expect(await practised()).toBe(2)
    expect((await ask('administrator', 'POST', `/staff/amendments/${id}/taking-back`, {})).json().code).toBe(
      'reviewed-already',
    )
    const other = (await mark('administrator', { inForce: '2026-11-25' })).json().id
    expect((await ask('second', 'POST', `/staff/amendments/${other}/taking-back`, {})).statusCode).toBe(200)
    expect((await ask('second', 'POST', `/staff/amendments/${other}/taking-back`, {})).statusCode).toBe(404)
  })
})
