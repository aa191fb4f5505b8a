import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayMs } from '#core/day'
import { claimConsent } from '#core/prize/claim'
import { checkDrawFile } from '#core/prize/draw-file'
import type { DrawRule } from '#core/prize/qualify'
import { entrant } from '#services/prize-testing'
import { publicId } from '#services/secrets'
import { citizen, contestWith, noon, openTestSite, type TestSite } from '#services/testing'
import { staffSession, staffWith } from '#services/testing-staff'
import { registerApi } from './api.ts'

let site: TestSite
const app = Fastify()
const sessions: Record<string, string> = {}
const staff: Record<string, number> = {}

const text = (zh: string) => ({ zh, en: zh })
const tier = (id: string, count: number) => ({ id, name: text(id), count, prize: text('书'), value: 0 })
const lucky: DrawRule = {
  ...{ id: 'lucky', name: text('幸运奖'), when: 'final', oneIn: null, qualify: { by: 'finished' } },
  ...{ chances: { by: 'person' }, tiers: [tier('lucky', 1)], fallBackTo: null, excludeEarlier: true },
  ...{ alternates: 1, witnesses: [] },
}
const identity = { name: { need: 'required' as const, at: 'claim' as const } }
const closed = 7 * dayMs + 1000
const phone = '13700137000'

beforeAll(async () => {
  site = await openTestSite()
  await app.register(async scope => registerApi(scope, site.rt), { prefix: '/api/v1' })
  await app.ready()
  const rules = { awards: { tiers: [tier('first', 1)] }, draws: [lucky], identity }
  const contestId = await contestWith(site.rt, { rules })
  await entrant(site, contestId, { phone, score: 100, name: '张三丰' })
  await entrant(site, contestId, { phone: '13700137001', score: 50 })
  for (const role of ['system', 'administrator', 'organizer', 'reviewer'] as const) {
    const made = await staffWith(site.rt, [role])
    staff[role] = made.id
    sessions[role] = made.token
  }
  site.at(closed)
  sessions.citizen = (await citizen(site.rt, phone)).token
  sessions.other = (await citizen(site.rt, '13700137001')).token
  await freshen(closed)
})
afterAll(async () => {
  await app.close()
  await site.close()
})

/** Staff give a code anew: what is grave wants a fresh one. */
async function freshen(at: number): Promise<void> {
  site.at(at)
  for (const [role, id] of Object.entries(staff)) sessions[role] = await staffSession(site.rt, id)
}

type Method = 'GET' | 'POST' | 'PUT'
const ask = (who: string, method: Method, path: string, body?: object, cookie = '') =>
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
const approve = async (answer: { json(): { approval: string } }) =>
  ask('system', 'POST', `/staff/approvals/${answer.json().approval}/decision`, { approve: true, note: '已核对' })

describe('Rights', () => {
  const id = publicId()
  const wish = { rule: 'lucky', scope: '', source: '双色球', at: noon + 8 * dayMs }
  const writing: [Method, string, object | undefined][] = [
    ['POST', '/staff/contests/none/winner-lists', { kind: 'awards' }],
    ['POST', `/staff/contests/none/winner-lists/${id}/publication`, {}],
    ['POST', '/staff/contests/none/draws', wish],
    ['POST', `/staff/contests/none/draws/${id}/number`, { number: '1234' }],
    ['POST', `/staff/contests/none/winners/${id}/opening`, {}],
    ['POST', `/staff/contests/none/winners/${id}/handing-over`, {}],
    ['POST', `/staff/contests/none/winners/${id}/removal`, { reason: '不应获奖' }],
    ['GET', '/staff/contests/none/objections', undefined],
    ['POST', `/staff/contests/none/objections/${id}/answer`, { upheld: true, text: '已核实' }],
    ['GET', '/staff/insiders', undefined],
    ['POST', '/staff/insiders', { phone: '1', note: '出题人' }],
    ['POST', '/staff/insiders/999/removal', {}],
  ]
  it.each(writing)('%s %s', async (method, path, body) => {
    expect((await ask('stranger', method, path, body)).statusCode).toBe(401)
    for (const who of ['system', 'administrator', 'reviewer'])
      expect([who, (await ask(who, method, path, body)).statusCode]).toEqual([who, 403])
    expect([401, 403]).toContain((await ask('citizen', method, path, body)).statusCode)
    expect([401, 403]).not.toContain((await ask('organizer', method, path, body)).statusCode)
  })

  it('what is grave wants a fresh code', async () => {
    site.at(closed + 10 * 60_000)
    for (const [method, path, body] of writing.filter(([, path]) => /publication|draws|opening|removal/.test(path))) {
      if (path.includes('insiders')) continue
      expect((await ask('organizer', method, path, body)).json().code).toBe('second-factor-needed')
    }
    site.at(closed)
  })

  it.each([
    ['GET', '/me/prizes', undefined],
    ['POST', `/me/prizes/${id}/codes`, {}],
    ['PUT', `/me/prizes/${id}/claim`, { code: '1', consent: 'x', fields: {} }],
    ['POST', `/me/prizes/${id}/refusal`, {}],
  ] as const)('%s %s is for the signed in, and a foreign one is not there', async (method, path, body) => {
    expect((await ask('stranger', method, path, body)).statusCode).toBe(401)
    if (method !== 'GET') expect((await ask('citizen', method, path, body)).statusCode).toBe(404)
  })

  it.each(['/contests/none/draws', '/contests/none/winners', `/contests/test/draws/${id}/file`])(
    'GET %s is not there',
    async path => expect((await ask('stranger', 'GET', path)).statusCode).toBe(404),
  )
})

describe('From the frozen list to the prize in hand', () => {
  it('over HTTP', async () => {
    await freshen(closed)
    const settled = await ask('organizer', 'POST', '/staff/contests/test/winner-lists', { kind: 'awards' })
    expect(settled.statusCode).toBe(201)
    const wish = { rule: 'lucky', scope: '', source: '福彩双色球', at: noon + 8 * dayMs }
    const proposed = await ask('organizer', 'POST', '/staff/contests/test/draws', wish)
    expect(proposed.statusCode).toBe(202)
    expect((await approve(proposed)).statusCode).toBe(204)
    // Whoever has the award has one prize already.
    const [draw] = (await ask('stranger', 'GET', '/contests/test/draws')).json().draws
    expect(draw).toMatchObject({ people: 1, number: null, drawnAt: null })
    const path = `/contests/test/draws/${draw.id}`
    const frozen = await ask('stranger', 'GET', `${path}/file`)
    expect(frozen.headers['content-type']).toContain('application/json')
    expect(checkDrawFile(frozen.body)).toMatchObject({ failed: null, commitment: draw.commitment })
    const [chance] = (await ask('other', 'GET', '/me/prizes')).json().chances
    expect(frozen.body).toContain(chance.token)

    await freshen(8 * dayMs + 1000)
    const number = await ask('organizer', 'POST', `/staff${path}/number`, { number: '03 08 11' })
    expect((await approve(number)).statusCode).toBe(204)
    const drawn = await ask('stranger', 'GET', `${path}/file`)
    expect(checkDrawFile(drawn.body).file?.drawn?.number).toBe('03 08 11')

    const list = settled.json().list as string
    const publication = `/staff/contests/test/winner-lists/${list}/publication`
    expect((await approve(await ask('organizer', 'POST', publication, {}))).statusCode).toBe(204)
    const { lists } = (await ask('stranger', 'GET', '/contests/test/winners')).json()
    expect(lists[0].tiers[0].winners).toMatchObject([{ name: '张**', phone: '137****7000' }])

    const objected = { body: '请核实第一名是否为工作人员。', contact: '' }
    const objections = `/contests/test/winners/${list}/objections`
    expect((await ask('stranger', 'POST', objections, objected)).statusCode).toBe(204)
    expect((await ask('organizer', 'GET', '/staff/contests/test/objections')).json().objections).toHaveLength(1)
  })

  it('the winner claims by phone, and signs for it', async () => {
    const [prize] = (await ask('citizen', 'GET', '/me/prizes')).json().prizes
    expect(prize).toMatchObject({ state: 'called', asked: [{ field: 'name', required: true }] })
    const sent = await ask('citizen', 'POST', `/me/prizes/${prize.id}/codes`, {})
    expect(sent.statusCode).toBe(204)
    const cookie = String(sent.headers['set-cookie']).split(';')[0] ?? ''
    const code = site.rt.outbox.messagesTo(phone)[0]?.code ?? ''
    const claim = { code, consent: claimConsent, fields: { name: '张三丰' } }
    const path = `/me/prizes/${prize.id}/claim`
    expect((await ask('other', 'PUT', path, claim, cookie)).statusCode).toBe(404)
    const extra = await ask('citizen', 'PUT', path, { ...claim, fields: { ...claim.fields, shoeSize: '40' } }, cookie)
    expect(extra.statusCode).toBe(400)
    expect((await ask('citizen', 'PUT', path, claim, cookie)).statusCode).toBe(204)
    const winner = `/staff/contests/test/winners/${prize.id}`
    const opened = await ask('organizer', 'POST', `${winner}/opening`, {})
    expect(opened.json()).toMatchObject({ fields: { name: '张三丰' }, phone, otherName: false })
    expect((await ask('organizer', 'POST', `${winner}/handing-over`, {})).json().code).toBe('notice-running')
    await freshen(17 * dayMs)
    expect((await ask('organizer', 'POST', `${winner}/handing-over`, {})).statusCode).toBe(204)
  })

  it.each(['verify-draw.mjs', 'verify_draw.py'])('and %s is there to be taken along', async name => {
    const { body, headers } = await ask('stranger', 'GET', `/verifiers/${name}`)
    expect(headers['content-disposition']).toContain(name)
    expect(body).toContain('ip-contest draw 1')
    expect((await ask('stranger', 'GET', '/verifiers/..%2Fpackage.json')).statusCode).toBe(400)
  })

  it('is written down in the OpenAPI document', async () => {
    const { paths } = (await ask('stranger', 'GET', '/openapi.json')).json()
    expect(paths['/api/v1/contests/{slug}/draws/{id}/file'].get.summary).toContain('byte for byte')
    expect(paths['/api/v1/me/prizes/{id}/claim'].put).toBeDefined()
  })
})
