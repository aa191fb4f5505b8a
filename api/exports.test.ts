/** Looking at a file of people is not fetching it: what HEAD asks leaves nothing in the log and uses nothing up. */
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { columnsOf } from '#core/prize/export-columns'
import { auditRows } from '#db/audit'
import { approvalLines } from '#services/approval'
import { decide } from '#services/approval-decide'
import { finishAttempt, startAttempt } from '#services/attempt'
import { publicId } from '#services/secrets'
import { citizen, contestWith, openTestSite, type TestSite } from '#services/testing'
import { staffWith, type TestStaff } from '#services/testing-staff'
import { registerApi } from './api.ts'

let site: TestSite
let zhao: TestStaff
let qian: TestStaff
/** As the door makes it: each address that can be read can be looked at. */
const app = Fastify({ exposeHeadRoutes: true })

beforeAll(async () => {
  site = await openTestSite()
  await app.register(async scope => registerApi(scope, site.rt), { prefix: '/api/v1' })
  await app.ready()
  zhao = await staffWith(site.rt, ['organizer'])
  qian = await staffWith(site.rt, ['auditor'])
  await contestWith(site.rt)
  const { who } = await citizen(site.rt, '13800138000')
  const started = await startAttempt(site.rt, who, 'test', 'zh')
  if (!started.ok) throw new Error(started.refusal)
  await finishAttempt(site.rt, who, started.value.attempt.id)
})
afterAll(async () => {
  await app.close()
  await site.close()
})

const ask = (method: 'GET' | 'HEAD' | 'POST', path: string, body?: object, more: Record<string, string> = {}) =>
  app.inject({
    method,
    url: `/api/v1/staff${path}`,
    headers: { host: 'localhost', cookie: `__Host-session=${zhao.token}`, ...more },
    ...(body && { payload: body }),
  })
const fetched = async () =>
  (await auditRows(site.rt.storage.read, 0, 1000)).filter(({ action }) => action === 'export.downloaded').length

/** A full list, asked for, approved by somebody else, and written. @returns its id */
async function fullList(): Promise<string> {
  const wish = { kind: 'standings', format: 'csv', masked: false, columns: columnsOf.standings, reason: '联系获奖者' }
  const asked = (await ask('POST', '/contests/test/exports', wish)).json()
  await decide(site.rt, qian.may('exports.approve'), asked.approval, { approve: true, note: '' })
  const { export: id } = (await ask('POST', '/contests/test/exports', wish)).json()
  await expect.poll(async () => (await ask('GET', `/exports/${id}`)).json().state).toBe('ready')
  return id
}

it('HEAD of a full list tells its size and its tag, and logs no download; GET does, each time', async () => {
  const id = await fullList()
  const used = async () => (await approvalLines(site.rt, qian.who.account, false)).map(({ state }) => state)
  expect(await used()).toEqual(['used'])
  for (const range of ['', 'bytes=5-']) {
    const head = await ask('HEAD', `/exports/${id}/file`, undefined, { range })
    expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', `"${id}"`])
    expect(Number(head.headers['content-length'])).toBeGreaterThan(100)
    expect(head.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(await fetched()).toBe(0)
  }
  const got = await ask('GET', `/exports/${id}/file`)
  expect([got.statusCode, got.rawPayload.length]).toEqual([200, Number(got.headers['content-length'])])
  expect(await fetched()).toBe(1)
  expect((await ask('HEAD', `/exports/${id}/file`)).headers['content-length']).toBe(got.headers['content-length'])
  expect(await fetched()).toBe(1)
})

it('HEAD of what is not one’s own, or not there, is the refusal of GET, without words', async () => {
  expect((await ask('HEAD', `/exports/${publicId()}/file`)).statusCode).toBe(404)
  expect((await ask('HEAD', `/exports/${publicId()}/file`, undefined, { cookie: '' })).statusCode).toBe(401)
})
