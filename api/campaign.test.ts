/** Campaigns, pictures, live numbers and shared results over HTTP: who may, what is foreign, what is refused. */
import Fastify, { type FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Role, rightsOf } from '#core/account/roles'
import { insertAccount } from '#db/account'
import { publicId } from '#services/secrets'
import { citizen, contestWith, noon, openTestSite, type TestSite } from '#services/testing'
import { staffSession } from '#services/testing-staff'
import { registerApi } from './api.ts'

let site: TestSite
let app: FastifyInstance
let sessions: Record<string, string>
const staffRoles: Role[] = ['system', 'organizer', 'administrator', 'reviewer', 'auditor', 'reporter']

beforeEach(async () => {
  site = await openTestSite()
  await contestWith(site.rt)
  app = Fastify()
  await app.register(async scope => registerApi(scope, site.rt), { prefix: '/api/v1' })
  await app.ready()
  sessions = { citizen: (await citizen(site.rt, '13800138000')).token }
  for (const role of staffRoles) sessions[role] = await sessionWith(role, role)
  sessions.nanan = await sessionWith('reporter', 'nanan')
  await ask('organizer', 'POST', '/staff/departments', { slug: 'office', name: { zh: '市知识产权局' } })
  expect((await ask('organizer', 'POST', '/staff/campaigns', week)).statusCode).toBe(201)
  await area('reporter', 'yuzhong')
  await area('nanan', 'nanan')
})
afterEach(async () => {
  await app.close()
  await site.close()
})

async function sessionWith(role: Role, login: string): Promise<string> {
  const account = { publicId: publicId(), login, name: login, roles: [role], createdAt: noon }
  return staffSession(site.rt, await site.rt.storage.atomically(tx => insertAccount(tx, account)))
}
const area = (login: string, region: string) =>
  ask('system', 'PUT', `/staff/${login}/area`, { region, department: null })

type Method = 'GET' | 'POST' | 'PUT'
const ask = (who: string, method: Method, path: string, body?: object | Buffer, type = 'application/json') =>
  app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      host: 'localhost',
      ...(sessions[who] && { cookie: `__Host-session=${sessions[who]}` }),
      ...(body && { 'content-type': type }),
    },
    ...(body && { payload: body }),
  })

const text = (zh: string, en = '') => ({ zh, en })
const week = {
  slug: 'week-2027',
  title: text('宣传周', 'Week'),
  theme: text(''),
  slogan: text('尊重知识产权'),
  lead: text(''),
  year: 2027,
  fromDay: '2027-04-20',
  toDay: '2027-04-26',
  items: [],
  contests: ['test'],
}
const report = {
  day: '2027-04-20',
  region: 'yuzhong',
  department: null,
  title: text('解放碑讲座'),
  summary: text('讲商标，来了很多人。'),
  body: text('正文'),
}
const photo = () =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: '#a8231c' } })
    .png()
    .toBuffer()
const said = 'altZh=台上有人讲课&altEn=A%20lecture'

async function written(who: string): Promise<string> {
  const made = await ask(who, 'POST', '/staff/campaigns/week-2027/activities', report)
  expect(made.statusCode).toBe(201)
  return made.json().id
}
async function published(): Promise<string> {
  const id = await written('reporter')
  await ask('organizer', 'PUT', '/staff/campaigns/week-2027/published', { published: true })
  await ask('reporter', 'POST', `/staff/activities/${id}/steps`, { action: 'submit' })
  expect((await ask('organizer', 'POST', `/staff/activities/${id}/steps`, { action: 'publish' })).statusCode).toBe(200)
  return id
}

describe('Rights', () => {
  const none = 'A'.repeat(22)
  const routes: [Method, string, object | undefined, 'activities.write' | 'campaigns.write' | 'people.write'][] = [
    ['GET', '/staff/campaigns', undefined, 'activities.write'],
    ['POST', '/staff/campaigns', { ...week, slug: 'next' }, 'campaigns.write'],
    ['GET', '/staff/campaigns/none', undefined, 'campaigns.write'],
    ['PUT', '/staff/campaigns/none', week, 'campaigns.write'],
    ['PUT', '/staff/campaigns/none/published', { published: true }, 'campaigns.write'],
    ['GET', '/staff/departments', undefined, 'activities.write'],
    ['POST', '/staff/departments', { slug: 'two', name: text('二') }, 'campaigns.write'],
    ['GET', '/staff/campaigns/none/activities', undefined, 'activities.write'],
    ['POST', '/staff/campaigns/none/activities', report, 'activities.write'],
    ['GET', `/staff/activities/${none}`, undefined, 'activities.write'],
    ['PUT', `/staff/activities/${none}`, { ...report, seen: 1 }, 'activities.write'],
    ['POST', `/staff/activities/${none}/steps`, { action: 'submit' }, 'activities.write'],
    ['PUT', `/staff/pictures/${none}`, { alt: text('有人讲课', 'A talk'), illustration: false }, 'activities.write'],
    ['POST', `/staff/pictures/${none}/removal`, {}, 'activities.write'],
    ['PUT', '/staff/none/area', { region: null, department: null }, 'people.write'],
  ]
  it.each(routes)('%s %s', async (method, path, body, right) => {
    expect((await ask('stranger', method, path, body)).statusCode).toBe(401)
    expect((await ask('citizen', method, path, body)).statusCode).toBe(403)
    for (const role of staffRoles)
      expect([role, (await ask(role, method, path, body)).statusCode !== 403]).toEqual([
        role,
        rightsOf[role].includes(right),
      ])
  })

  it('are asked before a picture is read', async () => {
    const path = `/staff/activities/${none}/pictures?${said}`
    const big = Buffer.alloc(1000)
    expect((await ask('stranger', 'POST', path, big, 'image/png')).statusCode).toBe(401)
    expect((await ask('administrator', 'POST', path, big, 'image/png')).statusCode).toBe(403)
    expect((await ask('reporter', 'POST', path, big, 'image/png')).statusCode).toBe(404)
  })
})

describe('A foreign report', () => {
  it('is not found, nor are its pictures, by another district’s reporter', async () => {
    const id = await written('reporter')
    const added = await ask('reporter', 'POST', `/staff/activities/${id}/pictures?${said}`, await photo(), 'image/png')
    expect(added.statusCode).toBe(201)
    const picture = added.json().id
    const words = { alt: text('有人讲课', 'A talk'), illustration: false }
    for (const tried of [
      await ask('nanan', 'GET', `/staff/activities/${id}`),
      await ask('nanan', 'PUT', `/staff/activities/${id}`, { ...report, region: 'nanan', seen: noon }),
      await ask('nanan', 'POST', `/staff/activities/${id}/steps`, { action: 'submit' }),
      await ask('nanan', 'POST', `/staff/activities/${id}/pictures?${said}`, await photo(), 'image/png'),
      await ask('nanan', 'PUT', `/staff/pictures/${picture}`, words),
      await ask('nanan', 'POST', `/staff/pictures/${picture}/removal`, {}),
      await ask('nanan', 'GET', `/pictures/${picture}`),
      await ask('citizen', 'GET', `/pictures/${picture}`),
      await ask('stranger', 'GET', `/pictures/${picture}`),
    ])
      expect(tried.statusCode).toBe(404)
    expect((await ask('nanan', 'GET', '/staff/campaigns/week-2027/activities')).json().activities).toEqual([])
    expect((await ask('nanan', 'POST', '/staff/campaigns/week-2027/activities', report)).json().code).toBe(
      'activity-not-yours',
    )
    const own = await ask('reporter', 'GET', `/pictures/${picture}?size=small`)
    expect([own.statusCode, own.headers['content-type'], own.headers['cache-control']]).toEqual([
      200,
      'image/webp',
      'private, no-store',
    ])
  })
})

describe('A hostile picture', () => {
  it.each<[string, string, Buffer, string, number]>([
    ['SVG that says it is PNG', 'image/png', Buffer.from('<svg onload="alert(1)"/>'), 'picture-type', 422],
    ['SVG that says what it is', 'image/svg+xml', Buffer.from('<svg/>'), 'unsupported-media-type', 415],
    ['noise', 'application/octet-stream', Buffer.from('89504e470d0a1a0a00', 'hex'), 'picture-broken', 422],
    ['11 MB', 'image/png', Buffer.alloc(11_000_000), 'too-large', 413],
  ])('%s is refused', async (_, type, bytes, code, status) => {
    const id = await written('reporter')
    const refused = await ask('reporter', 'POST', `/staff/activities/${id}/pictures?${said}`, bytes, type)
    expect([refused.json().code, refused.statusCode]).toEqual([code, status])
  })
})

describe('What is public', () => {
  it('is found under its address and by its filter, without who wrote it', async () => {
    await published()
    const found = (await ask('stranger', 'GET', '/campaigns/week-2027?region=yuzhong&day=2027-04-20')).json()
    expect(found).toMatchObject({ slug: 'week-2027', contests: ['test'], found: { total: 1, page: 1, pages: 1 } })
    expect((await ask('stranger', 'GET', '/campaigns/week-2027?region=nanan')).json().found.total).toBe(0)
    expect((await ask('stranger', 'GET', '/campaigns/week-2027?day=x')).statusCode).toBe(400)
    const one = await ask('stranger', 'GET', '/campaigns/week-2027/activities/1')
    expect(Object.keys(one.json()).sort()).toEqual(
      ['body', 'day', 'department', 'number', 'pictures', 'publishedAt', 'region', 'summary', 'title'].sort(),
    )
    expect((await ask('stranger', 'GET', '/campaigns/week-2027/activities/2')).statusCode).toBe(404)
    expect((await ask('stranger', 'GET', '/campaigns/none')).statusCode).toBe(404)
    expect((await ask('stranger', 'GET', '/campaigns')).json().campaigns).toHaveLength(1)
  })

  it('has a code that leads to it, under the name that was asked', async () => {
    const code = await ask('stranger', 'GET', '/contests/test/qr')
    expect([code.statusCode, code.headers['content-type']]).toEqual([200, 'image/svg+xml'])
    expect((await ask('stranger', 'GET', '/contests/none/qr')).statusCode).toBe(404)
    expect((await ask('stranger', 'GET', '/campaigns/week-2027/qr')).statusCode).toBe(404)
  })
})

describe('A stream of live numbers', () => {
  it('begins with the state, and ends when the server does', async () => {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as { port: number }
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/contests/test/live?locale=en`)
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
    const first = new TextDecoder().decode((await reader.read()).value)
    expect(first).toMatch(/^event: state\ndata: \{"phase":"open","participants":0/)
    const ended = (async () => {
      while (!(await reader.read()).done);
      return true
    })()
    await app.close()
    expect(await ended).toBe(true)
  })

  it('is not there for a contest that is not', async () => {
    expect((await ask('stranger', 'GET', '/contests/none/live')).statusCode).toBe(404)
  })
})

describe('A picture of a result', () => {
  it('is made for its own person', async () => {
    const started = (await ask('citizen', 'POST', '/contests/test/attempts', {})).json()
    const path = `/attempts/${started.attempt.id}/share-picture`
    expect((await ask('stranger', 'POST', path, {})).statusCode).toBe(401)
    expect((await ask('citizen', 'POST', path, {})).json().code).toBe('attempt-unfinished')
    await ask('citizen', 'POST', `/attempts/${started.attempt.id}/finish`, {})
    const made = await ask('citizen', 'POST', path, { nickname: '小辣椒', district: true })
    expect([made.statusCode, made.headers['content-type']]).toEqual([200, 'image/png'])
    expect((await sharp(made.rawPayload).metadata()).width).toBe(900)
    sessions.other = (await citizen(site.rt, '13900139000')).token
    expect((await ask('other', 'POST', path, {})).statusCode).toBe(404)
    expect((await ask('citizen', 'POST', path, { nickname: '13800138000' })).json().code).toBe('nickname-unfit')
  })
})
