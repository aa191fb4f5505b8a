import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { samePoints } from '#core/contest/size'
import { rulesWith } from '#core/contest/testing'
import { dayMs } from '#core/day'
import { publicId } from '#services/secrets'
import { setupLink } from '#services/staff'
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
  sessions.citizen = (await citizen(site.rt, '13800138000')).token
  for (const role of ['system', 'administrator', 'organizer', 'reviewer'] as const)
    sessions[role] = (await staffWith(site.rt, [role])).token
})
afterAll(async () => {
  await app.close()
  await site.close()
})

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

const contest = {
  slug: 'api-2026',
  title: { zh: '接口赛', en: '' },
  summary: { zh: '', en: '' },
  opensAt: noon,
  closesAt: noon + 2 * dayMs,
  rules: rulesWith({ paper: { total: 2, points: samePoints(5) } }),
  sets: [] as string[],
}
const csv = Buffer.from('题干,选项A,选项B,答案\n甲？,是的,不是,A\n乙？,是的,不是,B\n丙？,是的,不是,C\n')
const upload = (who: string, body: Buffer = csv, type = 'text/csv') =>
  ask(who, 'POST', '/question-sets/previews?fileName=%E9%A2%98.csv', body, type)

describe('Rights', () => {
  const exported = { kind: 'standings', format: 'csv', columns: ['rank'], reason: '核对成绩' }
  const routes: [Method, string, object | undefined, string[]][] = [
    ['GET', '/question-sets', undefined, ['administrator', 'organizer']],
    ['GET', `/question-sets/${publicId()}`, undefined, ['administrator']],
    ['POST', '/question-sets', { preview: publicId(), name: 'x' }, ['administrator']],
    ['GET', `/question-sets/previews/${publicId()}`, undefined, ['administrator']],
    ['GET', `/question-sets/previews/${publicId()}/progress`, undefined, ['administrator']],
    ['GET', `/question-sets/previews/${publicId()}/rest`, undefined, ['administrator']],
    ['PUT', `/question-sets/previews/${publicId()}/columns`, { columns: {} }, ['administrator']],
    ['GET', `/question-sets/${publicId()}/export?format=json`, undefined, ['administrator', 'reviewer']],
    ['GET', '/question-imports', undefined, ['administrator']],
    ['POST', `/question-imports/${publicId()}/undoing`, {}, ['administrator']],
    ['GET', '/staff/contests', undefined, ['organizer']],
    ['GET', '/staff/contests/none', undefined, ['organizer']],
    ['POST', '/staff/contests', { ...contest, slug: '-' }, ['organizer']],
    ['PUT', '/staff/contests/none', contest, ['organizer']],
    ['POST', '/staff/contests/none/publish', {}, ['organizer']],
    ['POST', '/staff/contests/none/exports', exported, ['organizer']],
    ['GET', '/staff', undefined, ['system']],
    ['POST', '/staff', { login: '?', name: 'x', roles: ['organizer'] }, ['system']],
    ['POST', '/staff/none/set-up-links', {}, ['system']],
  ]

  it.each(routes)('%s %s', async (method, path, body, may) => {
    expect((await ask('stranger', method, path, body)).statusCode).toBe(401)
    for (const who of ['citizen', 'system', 'administrator', 'organizer']) {
      const { statusCode } = await ask(who, method, path, body)
      expect([who, statusCode === 403]).toEqual([who, !may.includes(who)])
    }
  })

  it('are asked before an upload is read', async () => {
    expect((await upload('stranger')).statusCode).toBe(401)
    expect((await upload('citizen')).statusCode).toBe(403)
    expect((await upload('organizer')).statusCode).toBe(403)
  })
})

describe('From a file to winners', () => {
  let set: string

  it('an upload is previewed in the reader’s language', async () => {
    const preview = (await upload('administrator')).json()
    expect(preview).toMatchObject({ fileName: '题.csv', rowsIn: 3, good: 2, refused: 1 })
    expect(preview.problems[0].says).toBe('题.csv!D4：答案“C”不在选项 A–B 中，请改为 A、B 之一。')
    const english = (await ask('administrator', 'GET', `/question-sets/previews/${preview.id}?locale=en`)).json()
    expect(english.problems[0].says).toContain('The answer “C” is not among options A–B')
    const stored = await ask('administrator', 'POST', '/question-sets', { preview: preview.id, name: '接口题' })
    expect(stored.statusCode).toBe(201)
    expect(stored.json()).toMatchObject({ rowsIn: 3, stored: 2, refused: 1 })
    set = stored.json().set
    expect((await ask('organizer', 'GET', '/question-sets')).json().sets).toMatchObject([{ id: set, questions: 0 }])
  })

  it('what came in is drawn once another person has reviewed and published it', async () => {
    const view = (await ask('administrator', 'GET', `/question-sets/${set}`)).json()
    const questions = view.shown.map((question: { id: string }) => question.id)
    const acting = (who: string, action: string) =>
      ask(who, 'POST', '/question-acts', { action, questions, expected: 2 })
    expect((await acting('administrator', 'send')).statusCode).toBe(201)
    const own = await acting('administrator', 'approve')
    expect([own.statusCode, own.json().code]).toEqual([409, 'act-empty'])
    for (const action of ['approve', 'publish']) expect((await acting('reviewer', action)).statusCode).toBe(201)
    expect((await ask('organizer', 'GET', '/question-sets')).json().sets).toMatchObject([{ id: set, questions: 2 }])
  })

  it('a blueprint that the sets cannot fill is named cell by cell, in both languages, and not published', async () => {
    const cell = { chapter: null, kind: 'multiple', level: null, count: 1 }
    const rest = { chapter: null, kind: 'single', level: null, count: 1 }
    const { paper } = contest.rules
    const rules = { ...contest.rules, paper: { ...paper, blueprint: [cell, rest] } }
    const draft = { ...contest, slug: 'short-2026', rules, sets: [set] }
    const made = await ask('organizer', 'POST', '/staff/contests', draft)
    expect(made.json()).toMatchObject({ pool: 2, lacking: [{ ...cell, have: 0 }] })
    const refused = async (locale: string) =>
      (await ask('organizer', 'POST', `/staff/contests/short-2026/publish?locale=${locale}`, {})).json()
    const said = { code: 'blueprint-short', where: 'rules.paper.blueprint', kind: 'multiple', need: 1, have: 0 }
    expect(await refused('zh')).toMatchObject(said)
    expect((await refused('zh')).detail).toMatch(/^任意章、多选、任意难度：需要 1 道，只有 0 道。题库里的题填不满/)
    expect((await refused('en')).detail).toMatch(/multiple.*1.*0.*Add questions to this cell/i)
    const filled = { ...draft, rules: contest.rules }
    expect((await ask('organizer', 'PUT', '/staff/contests/short-2026', filled)).json()).toMatchObject({ lacking: [] })
  })

  it('a contest is set up, published and exported', async () => {
    expect((await ask('organizer', 'POST', '/staff/contests', { ...contest, sets: [set] })).statusCode).toBe(201)
    const proposed = await ask('organizer', 'POST', '/staff/contests/api-2026/publish', {})
    expect(proposed.json()).toMatchObject({ phase: 'draft', pool: 2, approval: expect.any(String) })
    const decision = `/staff/approvals/${proposed.json().approval}/decision`
    expect((await ask('organizer', 'POST', decision, { approve: true })).json().code).toBe('second-person-needed')
    expect((await ask('system', 'POST', decision, { approve: true })).statusCode).toBe(204)
    const published = await ask('organizer', 'GET', '/staff/contests/api-2026')
    expect(published.json()).toMatchObject({ phase: 'open', approval: null })
    const wish = { kind: 'standings', format: 'csv', masked: true, columns: ['rank', 'name'], reason: '核对成绩' }
    const begun = await ask('organizer', 'POST', '/staff/contests/api-2026/exports', wish)
    expect([begun.statusCode, begun.json().approval]).toEqual([202, null])
    const path = `/staff/exports/${begun.json().export}`
    await expect.poll(async () => (await ask('organizer', 'GET', path)).json().state).toBe('ready')
    const file = await ask('organizer', 'GET', `${path}/file`)
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="api-2026-standings-masked.csv"',
      'cache-control': 'private, no-store',
      'accept-ranges': 'bytes',
    })
    expect(file.body).toContain('名次,姓名')
    expect((await rest(path, 'bytes=3-')).rawPayload).toEqual(file.rawPayload.subarray(3))
    expect((await rest(path, 'bytes=3-8')).headers['content-range']).toBe(`bytes 3-8/${file.rawPayload.length}`)
    expect((await rest(path, 'bytes=999999-')).statusCode).toBe(416)
    const winners = await ask('organizer', 'POST', '/staff/contests/api-2026/exports', { ...wish, kind: 'winners' })
    expect([winners.statusCode, winners.json().code]).toEqual([409, 'contest-not-closed'])
    const full = await ask('organizer', 'POST', '/staff/contests/api-2026/exports', { ...wish, masked: false })
    expect(full.json()).toEqual({ export: null, approval: expect.any(String) })
  })

  const rest = (path: string, range: string) =>
    app.inject({
      url: `/api/v1${path}/file`,
      headers: { host: 'localhost', range, cookie: `__Host-session=${sessions.organizer}` },
    })

  it('the templates pass their own check', async () => {
    for (const format of ['xlsx', 'csv']) {
      const file = await ask('administrator', 'GET', `/question-sets/template?format=${format}`)
      const preview = (await upload('administrator', file.rawPayload, 'application/octet-stream')).json()
      expect(preview).toMatchObject({ rowsIn: 4, good: 4, errors: 0 })
      expect(preview.questions.map((question: { kind: string }) => question.kind)).toEqual([
        'single',
        'multiple',
        'truefalse',
        'case',
      ])
    }
  })
})

describe('Refusals', () => {
  it('of uploads say why', async () => {
    const codes = async (body: Buffer, type?: string) => {
      const answer = await upload('administrator', body, type)
      return [answer.statusCode, answer.json().code]
    }
    expect(await codes(Buffer.from('%PDF-1.7'))).toEqual([422, 'file-type'])
    expect(await codes(Buffer.from('PK\x03\x04broken'))).toEqual([422, 'file-broken'])
    expect(await codes(Buffer.from('姓名\n张三'))).toEqual([422, 'file-columns'])
    expect(await codes(Buffer.alloc(5 * 1024 * 1024 + 1))).toEqual([413, 'file-too-large'])
    expect(await codes(Buffer.alloc(6 * 1024 * 1024))).toEqual([413, 'too-large'])
    expect(await codes(csv, 'text/html')).toEqual([415, 'unsupported-media-type'])
  })

  it('of rules name the field, the reason and the way out, in both languages', async () => {
    const rules = rulesWith({ extras: { feeYuan: 10 } })
    const refused = async (locale: string) => {
      const answer = await ask('organizer', 'POST', `/staff/contests?locale=${locale}`, {
        ...contest,
        slug: 'paid',
        rules,
      })
      return { status: answer.statusCode, ...answer.json() }
    }
    const said = { code: 'rules-refused', where: 'rules.extras.feeYuan', problem: 'fee' }
    expect(await refused('zh')).toMatchObject({ ...said, status: 422, why: '参赛不得收费。', way: '请把费用改为 0。' })
    expect(await refused('en')).toMatchObject({ ...said, detail: expect.stringContaining('Set the fee to 0.') })
  })

  it('of instants that are no day: nothing is made of them', async () => {
    const beyond = Number.MAX_SAFE_INTEGER
    const { title } = contest
    const asked = [
      ['/staff/contests/api-2026/copies', { slug: 'far', title, opensAt: beyond }],
      ['/staff/contests', { ...contest, slug: 'far', closesAt: beyond }],
      ['/staff/contests/api-2026/extension', { closesAt: beyond, words: { zh: '延长', en: 'longer' } }],
      ['/staff/contests/api-2026/draws', { rule: 'r', source: 'x', at: beyond }],
    ] as const
    for (const [path, body] of asked) {
      const answer = await ask('organizer', 'POST', path, body)
      expect([path, answer.statusCode, answer.json().code]).toEqual([path, 400, 'invalid-request'])
    }
  })

  it('of set-up links give nothing away', async () => {
    const body = { token: 'x', password: 'long enough for us', login: 'me-too', name: '我' }
    expect((await ask('stranger', 'POST', '/staff/set-up', body)).json().code).toBe('setup-link-used')
    const { token: _token, ...rest } = body
    const token = (await setupLink(site.rt)) ?? ''
    expect((await ask('stranger', 'POST', '/staff/set-up', { ...rest, token })).statusCode).toBe(201)
    expect((await ask('stranger', 'POST', '/staff/set-up', { ...rest, token, login: 'again' })).statusCode).toBe(409)
  })
})

it('All of it is described in the OpenAPI document', async () => {
  const { paths } = (await app.inject('/api/v1/openapi.json')).json()
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([
      '/api/v1/question-sets/previews',
      '/api/v1/staff/contests/{slug}/exports',
      '/api/v1/staff/set-up',
    ]),
  )
})
