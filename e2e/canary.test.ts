/** Keys and explanations carry canary words; while an attempt is open, no page and no payload may hold one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WireAttempt } from '#core/wire'
import { canary, contestWith } from '#services/testing'
import { type Client, clientOf, signIn } from './client.ts'
import { prepareData, type RunningSite, startSite } from './site.ts'

let site: RunningSite
const day = 86_400_000
const slug = 'test'

beforeAll(async () => {
  const now = Date.now()
  const window = { opensAt: now - day, closesAt: now + day, publishedAt: now - day }
  site = await startSite(
    await prepareData(async rt => {
      await contestWith(rt, { slug, ...window })
      await contestWith(rt, { slug: 'at-close', ...window, rules: { feedback: { answers: 'at-close', rank: true } } })
      await contestWith(rt, { slug: 'draft', ...window, publishedAt: null })
    }),
  )
})
afterAll(() => site.stop())

/** Bytes that would tell: the canary as it is, and as JSON may escape it. */
const [latin = '', hanzi = ''] = canary.split('-')
const escaped = [...hanzi].map(character => `\\u${character.charCodeAt(0).toString(16)}`).join('')
const tells = (text: string): boolean => [latin, hanzi, escaped].some(word => text.includes(word))

/** Everything one can ask for while answering, by page and payload, plain and as React's own stream. */
function addresses(attempt: string): string[] {
  const pages = [
    '',
    '/contests',
    `/contests/${slug}`,
    `/contests/${slug}/paper`,
    `/contests/${slug}/standings`,
    `/contests/${slug}/standings?by=region`,
    `/contests/${slug}/standings?by=organisation`,
    '/contests/draft',
    `/attempts/${attempt}`,
    '/handbook',
    '/practice',
    '/practice?mode=mixed',
    '/me',
    '/sign-in',
    '/outbox',
    '/staff',
    '/staff/questions',
    '/staff/contests',
    `/staff/contests/${slug}`,
    '/privacy',
    '/nothing-here',
  ]
  const api = [
    '/me',
    '/contests',
    `/contests/${slug}/counters`,
    `/contests/${slug}/attempts`,
    `/contests/${slug}/standings`,
    `/contests/${slug}/standings?by=region`,
    `/attempts/${attempt}`,
    '/practice/progress',
    `/attempts/${attempt}/result`,
    `/attempts/${attempt}/answers/1`,
    '/question-sets',
    '/staff/contests',
    '/regions',
    '/openapi.json',
    '/outbox',
  ]
  return [
    ...pages.flatMap(page => [`/zh${page}`, `/en${page}`, `/zh${page}${page.includes('?') ? '&' : '?'}_rsc=1`]),
    ...api.flatMap(path => [`/api/v1${path}`, `/api/v1${path}${path.includes('?') ? '&' : '?'}locale=en`]),
    '/_next/data/x.json',
    '/api/auth/session',
    '/api/auth/providers',
    '/api/auth/csrf',
  ]
}

async function crawl(client: Client, attempt: string): Promise<{ seen: number; telling: string[] }> {
  const telling: string[] = []
  let seen = 0
  for (const path of addresses(attempt))
    for (const headers of [{}, { rsc: '1' }, { rsc: '1', 'next-router-prefetch': '1' }] as Record<string, string>[]) {
      const answered = await client.send('GET', path, undefined, headers)
      seen += answered.text.length
      if (tells(answered.text) || tells(JSON.stringify([...answered.headers]))) telling.push(path)
    }
  return { seen, telling }
}

async function begin(client: Client, contest: string): Promise<WireAttempt> {
  const started = await client.send('POST', `/api/v1/contests/${contest}/attempts`, {})
  expect(started.status).toBe(201)
  expect(tells(started.text)).toBe(false)
  return started.body as WireAttempt
}

describe('while an attempt is open', () => {
  it('no page, payload, error or header holds a key, an explanation or a mark', async () => {
    const owner = clientOf(site.url)
    await signIn(owner, '13500135000')
    const { attempt, paper } = await begin(owner, slug)
    const other = clientOf(site.url)
    await signIn(other, '13500135001')
    for (const client of [owner, other, clientOf(site.url)]) {
      const { seen, telling } = await crawl(client, attempt.id)
      expect(telling).toEqual([])
      expect(seen).toBeGreaterThan(100_000)
    }
    for (const { position, options } of paper)
      for (const [i, option] of options.entries()) {
        const path = `/api/v1/attempts/${attempt.id}/answers/${position}`
        const saved = await owner.send('PUT', path, { choice: [option.id], sequence: i + 1 })
        expect(Object.keys(saved.body as object).sort()).toEqual(['late', 'savedAt', 'sequence', 'serverNow'])
      }
    expect((await crawl(owner, attempt.id)).telling).toEqual([])
    expect(tells(site.output())).toBe(false)
  })

  it('a finish shows them to their owner and to nobody else', async () => {
    const owner = clientOf(site.url)
    await signIn(owner, '13500135002')
    const { attempt } = await begin(owner, slug)
    const finished = await owner.send('POST', `/api/v1/attempts/${attempt.id}/finish`, {})
    expect(tells(finished.text)).toBe(false)
    expect(tells((await owner.send('GET', `/api/v1/attempts/${attempt.id}/result`)).text)).toBe(true)
    const other = clientOf(site.url)
    await signIn(other, '13500135003')
    const mine = await begin(other, slug)
    expect((await crawl(other, attempt.id)).telling).toEqual([])
    expect((await crawl(other, mine.attempt.id)).telling).toEqual([])
    expect((await crawl(clientOf(site.url), attempt.id)).telling).toEqual([])
  })

  it('a contest that explains after its close says nothing before', async () => {
    const owner = clientOf(site.url)
    await signIn(owner, '13500135004')
    const { attempt } = await begin(owner, 'at-close')
    await owner.send('POST', `/api/v1/attempts/${attempt.id}/finish`, {})
    const result = await owner.send('GET', `/api/v1/attempts/${attempt.id}/result`)
    expect(result.status).toBe(200)
    expect(tells(result.text)).toBe(false)
    expect((await crawl(owner, attempt.id)).telling).toEqual([])
  })
})
