import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualRules } from '#core/contest/rules'
import type { WireEffect, WireRegrade, WireStatistics } from '#core/wire-regrade'
import { settleRegrades } from '#services/regrade-settle'
import { contestTaken } from '#services/taken.fixture'
import { citizen, noon, openTestSite, type TestSite } from '#services/testing'
import { staffWith } from '#services/testing-staff'
import { registerApi } from './api.ts'

let site: TestSite
const app = Fastify()
const sessions: Record<string, string> = {}

beforeAll(async () => {
  site = await openTestSite()
  await app.register(async scope => registerApi(scope, site.rt), { prefix: '/api/v1' })
  await app.ready()
  await contestTaken(site, 40)
  site.at(4 * 3_600_000)
  sessions.citizen = (await citizen(site.rt, '13800138000')).token
  for (const role of ['administrator', 'organizer', 'system'] as const)
    sessions[role] = (await staffWith(site.rt, [role])).token
  sessions.both = (await staffWith(site.rt, ['organizer', 'administrator'])).token
})
afterAll(async () => {
  await app.close()
  await site.close()
})

const ask = (who: string, method: 'GET' | 'POST', path: string, body?: object) =>
  app.inject({
    method,
    url: `/api/v1/staff/contests${path}`,
    headers: {
      host: 'localhost',
      ...(sessions[who] && { cookie: `__Host-session=${sessions[who]}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { payload: body }),
  })

let statistics: WireStatistics

describe('statistics', () => {
  it('are for organizers', async () => {
    expect((await ask('nobody', 'GET', '/test/statistics')).statusCode).toBe(401)
    for (const who of ['citizen', 'administrator', 'system'])
      for (const [method, path] of [
        ['GET', '/test/statistics'],
        ['GET', '/test/statistics.csv'],
        ['POST', '/test/statistics'],
        ['GET', '/test/regrades'],
      ] as const)
        expect((await ask(who, method, path, method === 'POST' ? {} : undefined)).statusCode).toBe(403)
    expect((await ask('organizer', 'GET', '/none/statistics')).statusCode).toBe(404)
  })

  it('are empty until they are computed, then tell every question', async () => {
    expect((await ask('organizer', 'GET', '/test/statistics')).json()).toMatchObject({ computedAt: null, items: [] })
    statistics = (await ask('organizer', 'POST', '/test/statistics', {})).json()
    expect(statistics).toMatchObject({ computedAt: noon + 4 * 3_600_000, people: 40, few: true })
    expect(statistics.items).toHaveLength(30)
    expect((await ask('organizer', 'GET', '/test/statistics')).json()).toEqual(statistics)
  })

  it('hold keys back from organizers while the contest is open, not from those who keep the bank', async () => {
    const keys = (found: WireStatistics) => found.items.flatMap(item => item.choices.map(choice => choice.right))
    expect(new Set(keys(statistics))).toEqual(new Set([null]))
    const seen = (await ask('both', 'GET', '/test/statistics')).json()
    expect(new Set(keys(seen))).toEqual(new Set([true, false]))
  })

  it('are a table to take away, one line a question', async () => {
    const csv = await ask('organizer', 'GET', '/test/statistics.csv?locale=zh')
    expect(csv.headers['content-type']).toContain('text/csv')
    const lines = csv.payload.trim().split('\r\n')
    expect(lines[0]).toContain('得分率')
    expect(lines).toHaveLength(31)
  })
})

describe('regrades', () => {
  const wish = (over: object = {}) => {
    const { question = '', revision = 1 } = statistics.items[0] ?? {}
    return { question, revision, decision: { kind: 'give-all' }, ...over }
  }
  const full = (over: object = {}) => wish({ reason: '专家组复核', erratum: { zh: '更正一道题', en: '' }, ...over })

  it('are previewed, decided, listed and taken back', async () => {
    const preview = (await ask('organizer', 'POST', '/test/regrades/preview', wish())).json<WireEffect>()
    expect(preview.gained).toBeGreaterThan(0)
    const decided = await ask('organizer', 'POST', '/test/regrades', full())
    expect(decided.statusCode).toBe(202)
    const { id } = decided.json<{ id: string }>()
    const listed = async () =>
      (await ask('organizer', 'GET', '/test/regrades')).json<{ regrades: WireRegrade[] }>().regrades
    expect(await listed()).toMatchObject([{ id, settledAt: null, decision: { kind: 'give-all' } }])
    await settleRegrades(site.rt)
    expect((await listed())[0]?.settledAt).not.toBeNull()
    expect((await ask('organizer', 'POST', `/test/regrades/${id}/undo`, { reason: '复核后撤回' })).statusCode).toBe(202)
    await settleRegrades(site.rt)
    expect((await listed())[0]?.undone).toMatchObject({ reason: '复核后撤回' })
    const again = await ask('organizer', 'POST', `/test/regrades/${id}/undo`, { reason: '复核后撤回' })
    expect(again.json()).toMatchObject({ code: 'undone-already' })
  })

  it('are refused with the field and the reason', async () => {
    const code = async (path: string, body: object) => (await ask('organizer', 'POST', path, body)).json().code
    expect(await code('/test/regrades', full({ reason: '' }))).toBe('reason-needed')
    expect(await code('/test/regrades', full({ erratum: { zh: '', en: '' } }))).toBe('erratum-needed')
    expect(await code('/test/regrades', full({ decision: { kind: 'accept', choices: [] } }))).toBe('regrade-choice')
    expect(await code('/test/regrades', full({ decision: { kind: 'accept', choices: [[0]] } }))).toBe('regrade-choice')
    expect(await code('/test/regrades', full({ decision: { kind: 'accept', choices: [[9]] } }))).toBe('invalid-request')
    expect(await code('/test/regrades', full({ score: 100 }))).toBe('invalid-request')
    expect(await code('/test/regrades/preview', wish({ question: 'x' }))).toBe('not-found')
    expect(await code('/none/regrades', full())).toBe('not-found')
  })
})

describe('without a fresh code', () => {
  it('nothing is decided, taken back or amended, though everything may be looked at', async () => {
    site.at(4 * 3_600_000 + 6 * 60_000)
    const wish = { question: statistics.items[1]?.question, revision: 1, decision: { kind: 'void' } }
    expect((await ask('organizer', 'POST', '/test/regrades/preview', wish)).statusCode).toBe(200)
    const held = (await ask('organizer', 'GET', '/test')).json().rules
    const body = { rules: { ...held, attempts: { ...held.attempts, total: 7 } }, reason: { zh: '多给机会', en: '' } }
    for (const [path, asked] of [
      ['/test/regrades', { ...wish, reason: '专家组复核', erratum: { zh: '更正', en: '' } }],
      ['/test/regrades/x/undo', { reason: '复核后撤回' }],
      ['/test/amendments', body],
    ] as const)
      expect((await ask('organizer', 'POST', path, asked)).json().code).toBe('second-factor-needed')
    site.at(4 * 3_600_000)
  })
})

describe('amendments of rules', () => {
  it('are proposed by organizers and refused where somebody would lose by them', async () => {
    const held = (await ask('organizer', 'GET', '/test')).json().rules
    const body = (rules: object) => ({ rules: { ...held, ...rules }, reason: { zh: '多给一次机会', en: '' } })
    const more = { attempts: { ...held.attempts, total: 5 } }
    expect((await ask('organizer', 'POST', '/test/amendments', body(more))).statusCode).toBe(202)
    expect((await ask('administrator', 'POST', '/test/amendments', body(more))).statusCode).toBe(403)
    const less = { attempts: { ...held.attempts, total: 1 } }
    const refused = (await ask('organizer', 'POST', '/test/amendments', body(less))).json()
    expect(refused).toMatchObject({ code: 'amendment-unfair', where: 'attempts.total' })
    const prizes = await ask(
      'organizer',
      'POST',
      '/test/amendments',
      body({ awards: { ...usualRules.awards, tiers: [] } }),
    )
    expect(prizes.json()).toMatchObject({ code: 'amendment-prizes' })
    expect((await ask('organizer', 'POST', '/test/amendments', body({}))).json()).toMatchObject({
      code: 'amendment-empty',
    })
  })
})
