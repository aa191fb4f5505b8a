/** Certificates over HTTP: a batch of a thousand with its progress, the public check, revocation, and who may what. */
import Fastify from 'fastify'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readNumber, shownNumber } from '#core/certificate/number'
import { dayMs } from '#core/day'
import { insertAccounts, insertAttempts } from '#db/sample'
import { entrant } from '#services/prize-testing'
import { publicId } from '#services/secrets'
import { citizen, contestWith, noon, openTestSite, type TestSite } from '#services/testing'
import { staffWith } from '#services/testing-staff'
import { turnsOfLoop } from '#services/turns.fixture'
import { registerApi } from './api.ts'

let site: TestSite
const app = Fastify()
const sessions: Record<string, string> = {}
const people = 1000
const phone = '13800138000'
const closed = 8 * dayMs

beforeAll(async () => {
  site = await openTestSite()
  await app.register(async scope => registerApi(scope, site.rt), { prefix: '/api/v1' })
  const contestId = await contestWith(site.rt)
  await contestWith(site.rt, { slug: 'empty' })
  await entrant(site, contestId, { phone, score: 100, name: '张小明' })
  await entrant(site, contestId, { phone: '13800138001', score: 20 })
  await others(contestId)
  site.at(closed)
  for (const role of ['organizer', 'administrator', 'reviewer', 'system'] as const)
    sessions[role] = (await staffWith(site.rt, [role])).token
  sessions.citizen = (await citizen(site.rt, phone)).token
  sessions.other = (await citizen(site.rt, '13800138001')).token
})
afterAll(async () => {
  await app.close()
  await site.close()
})

/** With the one above, a thousand people who have eighty points. */
async function others(contestId: number): Promise<void> {
  await site.rt.storage.atomically(async tx => {
    const accounts = Array.from({ length: people - 1 }, () => {
      return { publicId: publicId(), showName: false, roles: [], sample: true, createdAt: noon }
    })
    const paper = { region: 'yuzhong', organisationId: null, paper: [], poolId: null, heldBy: 0, displaced: [] }
    const times = {
      startedAt: noon,
      deadlineAt: noon + 600_000,
      acceptUntil: noon + 603_000,
      finishedAt: noon + 60_000,
    }
    const end = { finishedBy: 'person' as const, score: 80, maximum: 100, correct: 16, durationMs: 60_000 }
    const rows = [...(await insertAccounts(tx, accounts)).values()].map(accountId => {
      return { publicId: publicId(), contestId, accountId, number: 1, ...paper, ...times, ...end, struckOutAt: null }
    })
    await insertAttempts(tx, rows)
  })
}

type Method = 'GET' | 'POST'
const ask = (who: string, method: Method, path: string, body?: object, address = '203.0.113.1') =>
  app.inject({
    method,
    remoteAddress: address,
    url: `/api/v1${path}`,
    headers: {
      host: 'localhost',
      ...(sessions[who] && { cookie: `__Host-session=${sessions[who]}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { payload: body }),
  })
const coded = async (answer: ReturnType<typeof ask>) => {
  const { statusCode, body } = await answer
  return [statusCode, JSON.parse(body).code]
}
const issue = { basis: 'mark', least: 80 }

describe('A batch', () => {
  it('of a thousand is issued once to each, tells how far it is, and holds nobody up', async () => {
    const turns = turnsOfLoop()
    const begun = await ask('organizer', 'POST', '/staff/contests/test/certificates', issue)
    expect([begun.statusCode, begun.json().total]).toEqual([202, people])
    const seen: { done: number; finished: boolean }[] = []
    while (!seen.at(-1)?.finished) {
      seen.push((await ask('organizer', 'GET', `/staff/certificate-batches/${begun.json().batch}`)).json())
      await new Promise(resolve => setTimeout(resolve, 2))
    }
    const taken = turns().sort((a, b) => a - b)
    expect(seen.at(-1)).toEqual({ total: people, done: people, issued: people, finished: true })
    expect(seen.some(({ done }) => done > 0 && done < people)).toBe(true)
    expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).sort((a, b) => a - b))
    expect(taken[Math.floor(taken.length * 0.99)]).toBeLessThan(50)
    const listed = (await ask('organizer', 'GET', '/staff/contests/test/certificates?page=20')).json()
    expect([listed.total, listed.certificates.length]).toEqual([people, 50])
    const numbers = new Set<string>()
    for (let page = 1; page <= 20; page++)
      for (const { number } of (await ask('organizer', 'GET', `/staff/contests/test/certificates?page=${page}`)).json()
        .certificates)
        numbers.add(number)
    expect(numbers.size).toBe(people)
  })

  it('again issues nothing, and is refused for nobody, an open contest and one that is not there', async () => {
    const again = await ask('organizer', 'POST', '/staff/contests/test/certificates', issue)
    const progress = () => ask('organizer', 'GET', `/staff/certificate-batches/${again.json().batch}`)
    await expect.poll(async () => (await progress()).json()).toMatchObject({ done: people, issued: 0, finished: true })
    const refused = (slug: string, body: object = issue) =>
      coded(ask('organizer', 'POST', `/staff/contests/${slug}/certificates`, body))
    expect(await refused('empty')).toEqual([409, 'certificates-none'])
    expect(await refused('none')).toEqual([404, 'not-found'])
    expect(await refused('test', { basis: 'mark', least: -1 })).toEqual([400, 'invalid-request'])
    expect(await coded(ask('organizer', 'GET', '/staff/certificate-batches/none'))).toEqual([404, 'not-found'])
    site.at(0)
    expect((await refused('test'))[0]).toBe(409)
    site.at(closed)
  })
})

describe('Rights', () => {
  it.each<[Method, string, object | undefined]>([
    ['POST', '/staff/contests/test/certificates', issue],
    ['GET', '/staff/contests/test/certificates', undefined],
    ['GET', '/staff/certificate-batches/none', undefined],
    ['POST', '/staff/certificates/none/revocation', { reason: '误发' }],
  ])('%s %s is for organizers', async (method, path, body) => {
    expect((await ask('stranger', method, path, body)).statusCode).toBe(401)
    for (const who of ['citizen', 'administrator', 'reviewer'])
      expect([who, (await ask(who, method, path, body)).statusCode]).toEqual([who, 403])
    expect((await ask('organizer', method, path, body)).statusCode).not.toBe(403)
  })

  it('to a file are its holder’s: another person’s certificate is not there', async () => {
    const [mine] = (await ask('citizen', 'GET', '/me/certificates')).json().certificates
    const file = (who: string, format: string) =>
      ask(who, 'GET', `/me/certificates/${mine.number}?format=${format}&locale=en`)
    const [png, pdf] = [await file('citizen', 'png'), await file('citizen', 'pdf')]
    expect([png.headers['content-type'], pdf.headers['content-type']]).toEqual(['image/png', 'application/pdf'])
    expect(await sharp(png.rawPayload).metadata()).toMatchObject({ format: 'png', width: 2526 })
    expect(png.headers['cache-control']).toBe('private, no-store')
    expect(await coded(file('other', 'png'))).toEqual([404, 'not-found'])
    expect((await file('stranger', 'pdf')).statusCode).toBe(401)
    expect((await ask('other', 'GET', '/me/certificates')).json()).toEqual({ certificates: [] })
    expect(await coded(ask('citizen', 'GET', '/me/certificates/none'))).toEqual([404, 'not-found'])
  })
})

describe('The public check', () => {
  it('takes the number as it is typed, tells a slip from one that is not there, and shows no name in full', async () => {
    const [{ number }] = (await ask('citizen', 'GET', '/me/certificates')).json().certificates
    for (const typed of [
      number,
      number.toLowerCase(),
      shownNumber(number),
      ` ${shownNumber(number).replaceAll('-', ' ')} `,
    ]) {
      const answer = await ask('stranger', 'GET', `/certificates/${encodeURIComponent(typed)}`)
      expect(answer.json()).toMatchObject({ number, holder: '张**', contest: { zh: '试赛' }, revokedAt: null })
      expect(answer.body).not.toMatch(/小明|1380013/)
    }
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    const slips = [...letters]
      .map(letter => number.slice(0, 5) + letter + number.slice(6))
      .filter(one => one !== number)
    for (const slip of slips) {
      expect(readNumber(slip)).toBeNull()
      expect(await coded(ask('stranger', 'GET', `/certificates/${slip}`))).toEqual([422, 'certificate-number'])
    }
  })

  it('is not for trying numbers', async () => {
    const tried = []
    for (let i = 0; i < 601; i++)
      tried.push((await ask('stranger', 'GET', '/certificates/x', undefined, '203.0.113.7')).statusCode)
    expect([tried.at(-2), tried.at(-1)]).toEqual([422, 429])
  })
})

describe('A revocation', () => {
  it('wants a reason, is seen by everybody, is made once, and leaves no file', async () => {
    const [{ number }] = (await ask('citizen', 'GET', '/me/certificates')).json().certificates
    const revoke = (reason: string, which = number) =>
      ask('organizer', 'POST', `/staff/certificates/${which}/revocation`, { reason })
    expect(await coded(revoke('  '))).toEqual([422, 'note-needed'])
    expect(await coded(revoke('误发', 'none'))).toEqual([404, 'not-found'])
    expect((await revoke('成绩取消')).json()).toEqual({ revoked: true })
    expect(await coded(revoke('再来一次'))).toEqual([409, 'certificate-revoked'])
    expect((await ask('stranger', 'GET', `/certificates/${number}`)).json()).toMatchObject({
      revokedAt: noon + closed,
      revokedWhy: '成绩取消',
    })
    expect(await coded(ask('citizen', 'GET', `/me/certificates/${number}?format=png`))).toEqual([
      409,
      'certificate-revoked',
    ])
  })
})
