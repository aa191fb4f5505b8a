/** A client that lies: about time, people, scores, order and form. It gains nothing, and nothing is lost or doubled. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { samePoints } from '#core/contest/size'
import type { WireAttempt, WireFinish, WireStandings } from '#core/wire'
import { contestWith, inventedQuestion } from '#services/testing'
import { type Client, clientOf, nextAuth, signIn } from './client.ts'
import { prepareData, type RunningSite, startSite } from './site.ts'

let site: RunningSite
const day = 86_400_000

beforeAll(async () => {
  const now = Date.now()
  const window = { opensAt: now - day, closesAt: now + day, publishedAt: now - day }
  site = await startSite(
    await prepareData(async rt => {
      await contestWith(rt, { slug: 'long', ...window, rules: { attempts: { total: 3 } } })
      await contestWith(rt, { slug: 'short', ...window, rules: { clock: { seconds: 10, graceSeconds: 1 } } })
      await contestWith(rt, { slug: 'draft', ...window, publishedAt: null })
      await contestWith(rt, { slug: 'over', ...window, closesAt: now - 1 })
      await contestWith(rt, { slug: 'later', ...window, opensAt: now + day })
      const multiple = Array.from({ length: 5 }, (_, i) => inventedQuestion(i, 'multiple'))
      await contestWith(rt, {
        slug: 'multiple',
        ...window,
        drafts: multiple,
        rules: { paper: { total: 5, points: samePoints(20) } },
      })
    }),
  )
})
afterAll(async () => {
  // Nothing personal in what the server prints, whatever was sent to it.
  expect(site.output()).not.toMatch(/137\d{8}/)
  await site.stop()
})

let phones = 13_700_000_000
/** Somebody new, signed in. */
async function someone(region: string | null = 'yuzhong'): Promise<Client & { phone: string }> {
  const phone = String(phones++)
  const client = clientOf(site.url)
  await signIn(client, phone, region)
  return { ...client, phone }
}

async function begin(client: Client, slug = 'long'): Promise<WireAttempt> {
  const started = await client.send('POST', `/api/v1/contests/${slug}/attempts`, {})
  expect(started.status).toBe(201)
  return started.body as WireAttempt
}

const answer = (client: Client, attempt: WireAttempt, position: number, choice: unknown, sequence: unknown = 1) =>
  client.send('PUT', `/api/v1/attempts/${attempt.attempt.id}/answers/${position}`, { choice, sequence })
const optionOf = (attempt: WireAttempt, position: number, i = 0) =>
  attempt.paper[position - 1]?.options[i]?.id as string
const saved = async (client: Client, attempt: WireAttempt) =>
  ((await client.send('GET', `/api/v1/attempts/${attempt.attempt.id}`)).body as WireAttempt).answers

describe('time', () => {
  it('answers after the deadline are refused, whatever the client says of the time, and the server finishes', async () => {
    const client = await someone()
    const attempt = await begin(client, 'short')
    expect((await answer(client, attempt, 1, [optionOf(attempt, 1)])).status).toBe(200)
    await new Promise(resolve => setTimeout(resolve, attempt.attempt.deadlineAt + 1200 - attempt.serverNow))
    const path = `/api/v1/attempts/${attempt.attempt.id}/answers/2`
    const early = new Date(attempt.attempt.startedAt - 3_600_000).toUTCString()
    const late = await client.send('PUT', path, { choice: [optionOf(attempt, 2)], sequence: 1 }, { date: early })
    expect([late.status, late.code]).toEqual([409, 'attempt-over'])
    const withTime = { choice: [optionOf(attempt, 2)], sequence: 1, savedAt: attempt.attempt.startedAt }
    expect((await client.send('PUT', path, withTime)).status).toBe(400)
    await new Promise(resolve => setTimeout(resolve, 1500))
    const result = await client.send('GET', `/api/v1/attempts/${attempt.attempt.id}/result`)
    expect(result.body).toMatchObject({ finishedBy: 'server', durationMs: 10_000, total: 20 })
    const finish = await client.send('POST', `/api/v1/attempts/${attempt.attempt.id}/finish`, {})
    expect((finish.body as WireFinish).finishedAt).toBe(attempt.attempt.deadlineAt)
    expect(await saved(client, attempt)).toHaveLength(1)
  })

  it('no contest starts before it opens, after it has closed, or while it is a draft', async () => {
    const client = await someone()
    for (const [slug, status, code] of [
      ['later', 409, 'contest-not-open'],
      ['over', 409, 'contest-not-open'],
      ['draft', 404, 'not-found'],
      ['nowhere', 404, 'not-found'],
    ] as const) {
      const started = await client.send('POST', `/api/v1/contests/${slug}/attempts`, {})
      expect([started.status, started.code]).toEqual([status, code])
    }
  })
})

describe('other people', () => {
  it('an attempt of another person is not there, by any door', async () => {
    const owner = await someone()
    const attempt = await begin(owner)
    const thief = await someone()
    const base = `/api/v1/attempts/${attempt.attempt.id}`
    const tries = [
      thief.send('GET', base),
      thief.send('GET', `${base}/result`),
      thief.send('POST', `${base}/finish`, {}),
      thief.send('POST', `${base}/device`, {}),
      answer(thief, attempt, 1, [optionOf(attempt, 1)]),
    ]
    for (const tried of await Promise.all(tries)) expect([tried.status, tried.code]).toEqual([404, 'not-found'])
    const page = await thief.send('GET', `/zh/attempts/${attempt.attempt.id}`)
    expect(page.status).toBe(404)
    expect(await saved(owner, attempt)).toEqual([])
  })

  it('nobody without a session, or with a made-up one, gets anything', async () => {
    const owner = await someone()
    const attempt = await begin(owner)
    const stranger = clientOf(site.url)
    for (const forged of [undefined, 'x'.repeat(43), '']) {
      if (forged !== undefined) stranger.cookies.set('__Host-session', forged)
      expect((await stranger.send('GET', '/api/v1/me')).status).toBe(401)
      expect((await stranger.send('GET', `/api/v1/attempts/${attempt.attempt.id}`)).status).toBe(401)
      expect((await stranger.send('POST', '/api/v1/contests/long/attempts', {})).status).toBe(401)
    }
  })

  it('a session that was signed out is worth nothing at once', async () => {
    const client = await someone()
    const copy = clientOf(site.url)
    for (const [name, value] of client.cookies) copy.cookies.set(name, value)
    expect((await copy.send('GET', '/api/v1/me')).status).toBe(200)
    const csrf = (await client.send('GET', '/api/auth/csrf')).body as { csrfToken: string }
    await client.send('POST', '/api/auth/signout', new URLSearchParams({ ...csrf, json: 'true' }).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect((await copy.send('GET', '/api/v1/me')).status).toBe(401)
  })

  it('a code works once, for its phone and in its browser only', async () => {
    const phone = String(phones++)
    const client = clientOf(site.url)
    await client.send('POST', '/api/v1/sign-in/codes', { phone })
    const { messages } = (await client.send('GET', `/api/v1/outbox?phone=${phone}`)).body as {
      messages: { code: string }[]
    }
    const code = messages[0]?.code ?? ''
    const other = clientOf(site.url)
    expect((await nextAuth(other, 'phone', { phone, code })).status).toBe(401)
    expect((await nextAuth(client, 'phone', { phone: String(phones++), code })).status).toBe(401)
    expect((await nextAuth(client, 'phone', { phone, code })).status).toBe(200)
    expect((await nextAuth(client, 'phone', { phone, code })).status).toBe(401)
  })
})

describe('the score', () => {
  it('is computed from what was saved; what the client claims is refused or ignored', async () => {
    const client = await someone()
    const attempt = await begin(client)
    const base = `/api/v1/attempts/${attempt.attempt.id}`
    for (const body of [{ score: 100 }, { correct: 20, score: 100 }, { finishedAt: 1 }, { answers: [] }])
      expect((await client.send('POST', `${base}/finish`, body)).status).toBe(400)
    const forged = { choice: [optionOf(attempt, 1)], sequence: 1, isCorrect: true }
    expect((await client.send('PUT', `${base}/answers/1`, forged)).status).toBe(400)
    const finished = await client.send('POST', `${base}/finish`, {})
    expect(finished.body).toMatchObject({ score: 0, correct: 0, maximum: 100 })
  })

  it('all options at once are refused, in single choice by form, in multiple choice by mark', async () => {
    const client = await someone()
    const attempt = await begin(client)
    const all = attempt.paper[0]?.options.map(option => option.id)
    expect((await answer(client, attempt, 1, all)).code).toBe('choice-invalid')
    const several = await begin(client, 'multiple')
    for (const { position, options } of several.paper)
      expect(
        (
          await answer(
            client,
            several,
            position,
            options.map(option => option.id),
          )
        ).status,
      ).toBe(200)
    const finished = await client.send('POST', `/api/v1/attempts/${several.attempt.id}/finish`, {})
    expect(finished.body).toMatchObject({ score: 0, maximum: 100 })
  })

  it('stands on the board exactly once', async () => {
    const client = await someone('nanan')
    const attempt = await begin(client, 'multiple')
    await client.send('POST', `/api/v1/attempts/${attempt.attempt.id}/finish`, {})
    await new Promise(resolve => setTimeout(resolve, 1100))
    const board = await client.send('GET', '/api/v1/contests/multiple/standings?region=nanan')
    expect((board.body as WireStandings).rows).toHaveLength(1)
    expect((board.body as WireStandings).me).toMatchObject({ rank: 1, score: 0, region: 'nanan' })
  })
})

describe('races', () => {
  it('fifty parallel starts are one attempt', async () => {
    const client = await someone()
    const started = await Promise.all(
      Array.from({ length: 50 }, () => client.send('POST', '/api/v1/contests/long/attempts', {})),
    )
    const made = started.filter(one => one.status === 201)
    expect(made).toHaveLength(1)
    const id = (made[0]?.body as WireAttempt | undefined)?.attempt.id
    for (const refused of started.filter(one => one.status !== 201)) {
      expect([refused.status, refused.code]).toEqual([409, 'attempt-open'])
      expect((refused.body as { attempt: string }).attempt).toBe(id)
    }
  })

  it('fifty parallel finishes are one finish', async () => {
    const client = await someone()
    const attempt = await begin(client)
    await answer(client, attempt, 1, [optionOf(attempt, 1)])
    const finished = await Promise.all(
      Array.from({ length: 50 }, () => client.send('POST', `/api/v1/attempts/${attempt.attempt.id}/finish`, {})),
    )
    expect(new Set(finished.map(one => `${one.status} ${one.text}`)).size).toBe(1)
    expect(finished[0]?.status).toBe(200)
  })

  it('replayed and reordered saves end with the highest sequence, saved once', async () => {
    const client = await someone()
    const attempt = await begin(client)
    const order = [4, 1, 3, 2, 4, 2, 1, 3].map(sequence => ({ sequence, option: optionOf(attempt, 1, sequence - 1) }))
    const sent = await Promise.all(order.map(one => answer(client, attempt, 1, [one.option], one.sequence)))
    expect(sent.every(one => one.status === 200)).toBe(true)
    expect(await saved(client, attempt)).toMatchObject([
      { position: 1, sequence: 4, choice: [optionOf(attempt, 1, 3)] },
    ])
    const stolen = await answer(client, attempt, 1, [optionOf(attempt, 1, 0)], 4)
    expect([stolen.status, stolen.code]).toEqual([409, 'sequence-used'])
  })

  it('more attempts than allowed are refused', async () => {
    const client = await someone()
    for (let i = 0; i < 3; i++) {
      const attempt = await begin(client)
      await client.send('POST', `/api/v1/attempts/${attempt.attempt.id}/finish`, {})
    }
    const fourth = await client.send('POST', '/api/v1/contests/long/attempts', {})
    expect([fourth.status, fourth.code]).toEqual([409, 'attempts-used-up'])
  })
})

describe('form', () => {
  it('malformed bodies get a refusal with a code, and change nothing', async () => {
    const client = await someone()
    const attempt = await begin(client)
    const path = `/api/v1/attempts/${attempt.attempt.id}/answers/1`
    const id = optionOf(attempt, 1)
    const bodies: [unknown, number][] = [
      ['', 400],
      ['{', 400],
      ['null', 400],
      ['[]', 400],
      ['{"__proto__":{"choice":[]}}', 400],
      [{ choice: id, sequence: 1 }, 400],
      [{ choice: [id] }, 400],
      [{ choice: [id], sequence: '1' }, 400],
      [{ choice: [id], sequence: -1 }, 400],
      [{ choice: [id], sequence: 1.5 }, 400],
      [{ choice: [id], sequence: 1e300 }, 400],
      [{ choice: [null], sequence: 1 }, 400],
      [{ choice: Array(1000).fill(id), sequence: 1 }, 400],
      [{ choice: ['x'.repeat(8)], sequence: 1 }, 422],
      [JSON.stringify({ choice: [id], sequence: 1, pad: 'x'.repeat(70_000) }), 413],
    ]
    for (const [body, status] of bodies) {
      const refused = await client.send('PUT', path, body)
      expect([String(body).slice(0, 40), refused.status]).toEqual([String(body).slice(0, 40), status])
      expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      expect(refused.code).toMatch(/^[a-z-]+$/)
    }
    expect(await saved(client, attempt)).toEqual([])
  })

  it('odd positions, ids and addresses are not there', async () => {
    const client = await someone()
    const attempt = await begin(client)
    const base = `/api/v1/attempts/${attempt.attempt.id}`
    const body = { choice: [optionOf(attempt, 1)], sequence: 1 }
    for (const path of [
      `${base}/answers/21`,
      `${base}/answers/0`,
      `${base}/answers/-1`,
      `${base}/answers/1e1`,
      `${base}/answers/x`,
    ])
      expect([400, 404]).toContain((await client.send('PUT', path, body)).status)
    for (const path of [
      '/api/v1/attempts/%00',
      '/api/v1/attempts/..%2f..',
      '/api/v1/attempts/1',
      '/api/v1/nothing',
      '/api/v2/me',
    ])
      expect([400, 404]).toContain((await client.send('GET', path)).status)
    expect((await client.send('GET', '/api/v1/%E0%A4%A')).status).toBe(400)
  })

  it('writes from other sites, and in other forms than JSON, are refused', async () => {
    const client = await someone()
    const path = '/api/v1/contests/long/attempts'
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-site', origin: 'https://other.localhost' },
      { 'sec-fetch-site': 'none', origin: 'null' },
    ]
    for (const headers of foreign) {
      const refused = await client.send('POST', path, {}, headers)
      expect([refused.status, refused.code]).toEqual([403, 'foreign-origin'])
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect((await client.send('POST', path, 'x=1', { 'content-type': type })).status).toBe(415)
    const started = await client.send('POST', path, {})
    expect(started.status).toBe(201)
  })

  it('reads change nothing: no attempt starts by GET', async () => {
    const client = await someone()
    await client.send('GET', '/api/v1/contests/long/attempts')
    expect((await client.send('GET', '/api/v1/sign-in/codes')).status).toBe(404)
    const started = await client.send('POST', '/api/v1/contests/long/attempts', {})
    expect((started.body as WireAttempt).attempt.number).toBe(1)
  })
})
