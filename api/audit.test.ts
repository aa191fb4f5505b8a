import Fastify from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stepMs } from '#core/account/factor'
import { propose } from '#services/approval'
import { openTestSite, type TestSite } from '#services/testing'
import { staffWith, type TestStaff } from '#services/testing-staff'
import { codeAt } from '#services/totp'
import { registerApi } from './api.ts'

let site: TestSite
const app = Fastify()
const sessions: Record<string, string> = {}
const staff: Record<string, TestStaff> = {}

beforeAll(async () => {
  site = await openTestSite()
  await app.register(async scope => registerApi(scope, site.rt), { prefix: '/api/v1' })
  for (const role of ['organizer', 'auditor', 'administrator'] as const) {
    staff[role] = await staffWith(site.rt, [role], { login: role })
    sessions[role] = staff[role].token
  }
})
afterAll(async () => {
  await app.close()
  await site.close()
})

const ask = (who: string, method: 'GET' | 'POST', path: string, body?: object) =>
  app.inject({
    method,
    url: `/api/v1/staff${path}`,
    headers: { host: 'localhost', cookie: `__Host-session=${sessions[who]}` },
    ...(body && { payload: body }),
  })

const proposed = (payload: unknown) =>
  site.rt.storage.atomically(tx => {
    const act = { kind: 'full-export', subject: 'contest:test', payload, reason: '联系获奖者' } as const
    return propose(site.rt, tx, (staff.organizer as TestStaff).may('standings.export'), act)
  })

it('A second person sees what waits, decides, and the log says so with where from', async () => {
  const id = await proposed(1)
  expect((await ask('organizer', 'GET', '/approvals')).json().approvals).toMatchObject([{ id, mayWithdraw: true }])
  expect((await ask('administrator', 'GET', '/approvals')).json().approvals).toEqual([])
  const decision = { approve: true, note: '人数与用途相符' }
  const own = await ask('organizer', 'POST', `/approvals/${id}/decision`, decision)
  expect([own.statusCode, own.json().code]).toEqual([403, 'second-person-needed'])
  expect((await ask('auditor', 'POST', `/approvals/${id}/decision`, decision)).statusCode).toBe(204)
  const again = await ask('auditor', 'POST', `/approvals/${id}/decision`, decision)
  expect([again.statusCode, again.json().code]).toEqual([409, 'approval-over'])
  const settled = (await ask('organizer', 'GET', '/approvals?which=settled')).json().approvals
  expect(settled).toMatchObject([{ id, state: 'approved', decidedBy: 'auditor', note: '人数与用途相符' }])
  const { rows } = (await ask('auditor', 'GET', '/audit?action=approval.approved')).json()
  expect(rows).toMatchObject([{ who: 'auditor', subject: 'contest:test', reason: '人数与用途相符', origin: 'local' }])
})

it('Who proposed may take it back', async () => {
  const id = await proposed(2)
  expect((await ask('auditor', 'POST', `/approvals/${id}/withdrawal`, {})).statusCode).toBe(404)
  expect((await ask('organizer', 'POST', `/approvals/${id}/withdrawal`, {})).statusCode).toBe(204)
  expect((await ask('organizer', 'POST', `/approvals/${id}/withdrawal`, {})).json().code).toBe('approval-over')
})

it('The log is read page by page, and checked', async () => {
  const all = (await ask('auditor', 'GET', '/audit')).json().rows as { number: number }[]
  const [newest, second] = all
  const page = (await ask('auditor', 'GET', `/audit?before=${newest?.number}&limit=1`)).json().rows
  expect(page.map((row: { number: number }) => row.number)).toEqual([second?.number])
  expect((await ask('auditor', 'GET', '/audit/check')).json()).toMatchObject({ rows: all.length, tampering: null })
  for (const path of ['/audit', '/audit/check'])
    expect((await ask('organizer', 'GET', path)).json().code).toBe('forbidden')
})

it('Grave acts want a code of the last five minutes', async () => {
  const id = await proposed(3)
  site.at(5 * 60_000)
  const decision = `/approvals/${id}/decision`
  const stale = await ask('auditor', 'POST', decision, { approve: true })
  expect([stale.statusCode, stale.json().code]).toEqual([403, 'second-factor-needed'])
  const { secret } = staff.auditor as TestStaff
  const code = codeAt(secret, Math.floor(site.rt.clock.now() / stepMs))
  expect((await ask('auditor', 'POST', '/second-factor', { code })).json()).toEqual({ recoveryCodes: null })
  const again = await ask('auditor', 'POST', '/second-factor', { code })
  expect([again.statusCode, again.json().code]).toEqual([401, 'factor-wrong'])
  expect((await ask('auditor', 'POST', decision, { approve: true })).statusCode).toBe(204)
})
