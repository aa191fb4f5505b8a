import Fastify from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publicId } from '#services/secrets'
import { citizen, openTestSite, type TestSite } from '#services/testing'
import { staffWith } from '#services/testing-staff'
import { registerApi } from './api.ts'

let site: TestSite
const app = Fastify()
const sessions: Record<string, string> = {}
const phone = '13700137000'
const minute = 61_000

beforeAll(async () => {
  site = await openTestSite()
  await app.register(async scope => registerApi(scope, site.rt), { prefix: '/api/v1' })
  await app.ready()
  sessions.citizen = (await citizen(site.rt, phone)).token
  sessions.other = (await citizen(site.rt, '13700137001')).token
  sessions.staff = (await staffWith(site.rt, ['organizer'])).token
  site.at(minute)
})
afterAll(async () => {
  await app.close()
  await site.close()
})

const ask = (who: string, method: 'GET' | 'POST', path: string, body?: object, cookie = '') =>
  app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      host: 'localhost',
      ...(sessions[who] && { cookie: `__Host-session=${sessions[who]}; ${cookie}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { payload: body }),
  })

it('A copy is a file of the person alone, that nobody keeps', async () => {
  expect((await ask('stranger', 'GET', '/me/copy')).statusCode).toBe(401)
  const copy = await ask('citizen', 'GET', '/me/copy?locale=en')
  expect(copy.statusCode).toBe(200)
  expect(copy.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="my-data.json"',
    'cache-control': 'private, no-store',
  })
  expect(copy.json()).toMatchObject({ account: { phone }, attempts: [] })
  expect((await ask('staff', 'GET', '/me/copy')).json()).toMatchObject({ account: { phone: null } })
})

it('Ten copies an hour are enough, for each person by themselves', async () => {
  for (let i = 0; i < 10; i++) expect((await ask('other', 'GET', '/me/copy')).statusCode).toBe(200)
  expect((await ask('other', 'GET', '/me/copy')).json()).toMatchObject({ status: 429, code: 'too-many-requests' })
  expect((await ask('citizen', 'GET', '/me/copy')).statusCode).toBe(200)
})

it('Closing takes the code that was sent to this browser, and ends the session that asked', async () => {
  expect((await ask('stranger', 'POST', '/me/closing/codes', {})).statusCode).toBe(401)
  expect((await ask('stranger', 'POST', '/me/closing', { code: '1' })).statusCode).toBe(401)
  expect((await ask('staff', 'POST', '/me/closing/codes', {})).json().code).toBe('closing-staff')
  expect((await ask('staff', 'POST', '/me/closing', { code: '1' })).json().code).toBe('closing-staff')
  expect((await ask('citizen', 'POST', '/me/closing', {})).json().code).toBe('invalid-request')
  const sent = await ask('citizen', 'POST', '/me/closing/codes', {})
  expect(sent.statusCode).toBe(204)
  const browser = String(sent.headers['set-cookie']).split(';')[0] ?? ''
  const code = site.rt.outbox.messagesTo(phone)[0]?.code ?? ''
  expect((await ask('citizen', 'POST', '/me/closing', { code })).json()).toMatchObject({
    ...{ code: 'code-wrong', where: 'code' },
  })
  expect((await ask('citizen', 'POST', '/me/closing', { code }, `x=${publicId()}`)).json().code).toBe('code-wrong')
  expect((await ask('citizen', 'POST', '/me/closing', { code }, browser)).statusCode).toBe(204)
  expect((await ask('citizen', 'GET', '/me')).statusCode).toBe(401)
  expect((await ask('citizen', 'GET', '/me/copy')).statusCode).toBe(401)
})
