/** Both ways of saving an answer give the same answers: the short one over a socket, the usual one by injection. */
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WireAttempt } from '#core/wire'
import { startAttempt } from '#services/attempt'
import { citizen, contestWith, openTestSite, type TestSite } from '#services/testing'
import { buildDoor } from './door.ts'

let site: TestSite
let door: FastifyInstance
let port: number
const tokens: Record<string, string> = {}
let attempts: Record<string, WireAttempt>

beforeAll(async () => {
  site = await openTestSite()
  await contestWith(site.rt, {})
  door = buildDoor({ runtime: site.rt, pages: null })
  await door.listen({ port: 0, host: '127.0.0.1' })
  port = (door.server.address() as AddressInfo).port
  attempts = {}
  for (const [name, phone] of [
    ['quick', '13800138001'],
    ['usual', '13800138002'],
    ['stranger', '13800138003'],
  ] as const) {
    const { token, who } = await citizen(site.rt, phone)
    const started = await startAttempt(site.rt, who, 'test', 'zh')
    if (!started.ok) throw new Error(started.refusal)
    tokens[name] = token
    attempts[name] = started.value
  }
})
afterAll(async () => {
  await door.close()
  await site.close()
})

interface Asked {
  id?: string
  position?: string
  query?: string
  body?: string
  headers?: Record<string, string | undefined>
}
interface Answered {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Record<string, unknown>
}
type Way = 'quick' | 'usual'

/** A save of this way's own attempt, with whatever a test changes about it. */
function asked(way: Way, { id, position = '1', query = '', body, headers = {} }: Asked) {
  const { attempt, paper } = attempts[way] as WireAttempt
  const text = body ?? JSON.stringify({ choice: [paper[Number(position) - 1]?.options[0]?.id], sequence: 1 })
  const given = {
    host: `localhost:${port}`,
    cookie: `__Host-session=${tokens[way]}`,
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
    origin: `http://localhost:${port}`,
    ...headers,
  }
  const sent = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >
  return { url: `/api/v1/attempts/${id ?? attempt.id}/answers/${position}${query}`, text, sent }
}

async function save(way: Way, what: Asked): Promise<Answered> {
  const { url, text, sent } = asked(way, what)
  if (way === 'usual') {
    const answer = await door.inject({ method: 'PUT', url, headers: sent, payload: text })
    return { status: answer.statusCode, headers: answer.headers as Answered['headers'], body: answer.json() }
  }
  return new Promise((resolve, reject) => {
    const sending = request(
      {
        port,
        host: '127.0.0.1',
        method: 'PUT',
        path: url,
        headers: { ...sent, 'content-length': Buffer.byteLength(text) },
      },
      answer => {
        let received = ''
        answer.setEncoding('utf8')
        answer.on('data', chunk => {
          received += chunk
        })
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: JSON.parse(received) }),
        )
      },
    )
    sending.on('error', reject)
    sending.end(text)
  })
}

/** What must be equal: all but the occurrence's own name and what the connection adds. */
function comparable({ status, headers, body }: Answered) {
  const own = ['connection', 'keep-alive', 'date', 'content-length', 'retry-after']
  const kept = Object.entries(headers).filter(([name]) => !own.includes(name))
  return { status, headers: Object.fromEntries(kept), body: { ...body, instance: undefined } }
}

describe('both ways of saving', () => {
  it.each<[string, Asked, number]>([
    ['a first save', { position: '1' }, 200],
    ['the same save again', { position: '1' }, 200],
    ['an emptied answer', { position: '2', body: '{"choice":[],"sequence":3}' }, 200],
    ['an older sequence', { position: '2', body: '{"choice":[],"sequence":2}' }, 200],
    ['English words for a refusal', { query: '?locale=en', body: '{"choice":["nonsense"],"sequence":9}' }, 422],
    ['a foreign option', { body: '{"choice":["nonsense"],"sequence":9}' }, 422],
    ['a position beyond the paper', { position: '99', body: '{"choice":[],"sequence":1}' }, 404],
    ['a position that is none', { position: '0' }, 400],
    ['an attempt that does not exist', { id: 'nobody', body: '{"choice":[],"sequence":1}' }, 404],
    ['no session', { headers: { cookie: undefined } }, 401],
    ['a made-up session', { headers: { cookie: '__Host-session=made-up' } }, 401],
    ['a cookie of another name', { headers: { cookie: 'session=made-up' } }, 401],
    ['another site', { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } }, 403],
    ['neither origin nor site', { headers: { origin: undefined, 'sec-fetch-site': undefined } }, 403],
    ['another host', { headers: { host: 'evil.example' } }, 400],
    ['plain text', { headers: { 'content-type': 'text/plain' } }, 415],
    ['JSON with a charset', { position: '3', headers: { 'content-type': 'application/json; charset=utf-8' } }, 200],
    ['no JSON', { body: '{"choice":' }, 400],
    ['a list', { body: '[]' }, 400],
    ['an unknown key', { body: '{"choice":[],"sequence":1,"score":100}' }, 400],
    ['a key that poisons', { body: '{"choice":[],"sequence":1,"__proto__":{"score":1}}' }, 400],
    ['a sequence of zero', { body: '{"choice":[],"sequence":0}' }, 400],
    ['a sequence in words', { body: '{"choice":[],"sequence":"one"}' }, 400],
    ['a long body', { body: JSON.stringify({ choice: [], sequence: 1, more: 'x'.repeat(5000) }) }, 400],
    ['much too long a body', { body: JSON.stringify({ choice: [], sequence: 1, more: 'x'.repeat(70_000) }) }, 413],
    ['an unknown query', { position: '4', query: '?now=1' }, 200],
    ['an unknown language', { position: '4', query: '?locale=fr' }, 400],
  ])('answer the same to %s', async (_name, what, status) => {
    const quick = comparable(await save('quick', what))
    const usual = comparable(await save('usual', what))
    expect(quick.status).toBe(status)
    // Where each schema found the fault may be worded apart; the refusal is the same.
    const plain = ({ headers, body }: typeof quick) =>
      status === 400 ? { headers, body: { ...body, where: undefined, problem: undefined } } : { headers, body }
    expect(plain(quick)).toEqual(plain(usual))
  })

  it('refuse another person’s attempt alike', async () => {
    const what = { id: attempts.stranger?.attempt.id as string, body: '{"choice":[],"sequence":1}' }
    const [quick, usual] = [await save('quick', what), await save('usual', what)]
    expect([quick.status, quick.body.code]).toEqual([404, 'not-found'])
    expect(comparable(quick)).toEqual(comparable(usual))
  })

  it('count one session’s requests together, and stop a flood', async () => {
    const what = {
      body: '{"choice":[],"sequence":1}',
      position: '5',
      headers: { cookie: `__Host-session=${'f'.repeat(43)}` },
    }
    const burst = 2000
    for (let i = 0; i < burst / 2; i++) await save(i % 2 ? 'quick' : 'usual', what)
    const flood = await Promise.all(Array.from({ length: burst * 2 }, () => save('usual', what)))
    expect(flood.some(({ status }) => status === 429)).toBe(true)
    expect((await save('quick', what)).status).toBe(429)
  })

  it('say alike that the disk is full', async () => {
    const { atomically } = site.rt.storage
    site.rt.storage.atomically = () => Promise.reject(Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' }))
    const [quick, usual] = [await save('quick', { position: '6' }), await save('usual', { position: '6' })]
    site.rt.storage.atomically = atomically
    expect([quick.status, quick.body.code]).toEqual([503, 'storage-full'])
    expect(comparable(quick)).toEqual(comparable(usual))
  })
})
