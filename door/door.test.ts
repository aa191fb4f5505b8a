import { expect, test } from 'vitest'
import { openDoor } from './door.fixture.ts'

const host = 'localhost:3000'
const own = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
const write = { method: 'POST', url: '/api/v1/sign-in/codes' } as const

test.each([
  ['our own page', { 'sec-fetch-site': 'same-origin' }, 400],
  ['our own page over plain http, by its Origin alone', { origin: `http://${host}` }, 400],
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
  ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
  ['a typed address', { 'sec-fetch-site': 'none' }, 403],
  ['a foreign Origin alone', { origin: 'https://evil.example' }, 403],
  ['an opaque Origin', { origin: 'null' }, 403],
  ['a foreign Origin that says same-origin', { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }, 403],
  ['nobody in particular', {}, 403],
])('a write from %s is answered %s', async (_who, headers, status) => {
  const { door } = openDoor()
  const answer = await door.inject({
    ...write,
    headers: { host, 'content-type': 'application/json', ...headers },
    payload: '',
  })
  expect(answer.statusCode).toBe(status)
  if (status === 403) expect(answer.json()).toMatchObject({ code: 'foreign-origin' })
})

test.each([undefined, 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
  'a write of type %s is refused',
  async type => {
    const { door } = openDoor()
    const { 'content-type': _, ...headers } = own
    const answer = await door.inject({
      ...write,
      headers: type ? { ...headers, 'content-type': type } : headers,
      payload: '{}',
    })
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'unsupported-media-type'])
  },
)

test.each([
  ['64 KB and more', JSON.stringify({ phone: 'x'.repeat(65_536) }), 413, 'too-large'],
  ['not JSON', '{"phone":', 400, 'invalid-request'],
  ['reaching for the prototype', '{"__proto__":{}}', 400, 'invalid-request'],
  ['nothing at all, which is {}', '', 400, 'invalid-request'],
  ['holding a NUL', '{"phone":"138\\u0000"}', 400, 'invalid-request'],
  ['holding half a character', '{"phone":"\\uD83d"}', 400, 'invalid-request'],
  ['holding a whole one in halves', '{"phone":"\\ud83d\\ude00"}', 422, 'phone-invalid'],
  ['only talking of it', '{"phone":"\\\\u0000\\\\ud800"}', 422, 'phone-invalid'],
])('a body that is %s', async (_what, payload, status, code) => {
  const { door } = openDoor()
  const answer = await door.inject({ ...write, headers: own, payload })
  expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  expect(answer.headers['content-type']).toContain('application/problem+json')
})

test.each([
  ['/api/v1/%zz', 400, 'application/problem+json'],
  ['/zh/%zz', 400, 'text/html'],
  ['/api/v1/contests/a%00/standings', 400, 'application/problem+json'],
  ['/zh/handbook?q=%00', 400, 'text/html'],
  ['/api/v1/nowhere', 404, 'application/problem+json'],
  ['/api/nowhere', 404, 'application/problem+json'],
])('%s is answered %s in its own manner, with all headers', async (url, status, type) => {
  const { door } = openDoor()
  const answer = await door.inject({ url, headers: { host } })
  expect([answer.statusCode, String(answer.headers['content-type']).split(';')[0]]).toEqual([status, type])
  const forDocuments = type === 'text/html' ? ['cross-origin-opener-policy', 'permissions-policy'] : []
  for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy', ...forDocuments])
    expect(answer.headers).toHaveProperty(name)
})

test.each([
  [{}, 'localhost:3000', 200],
  [{}, '192.168.1.7:3000', 200],
  [{}, 'evil.example', 421],
  [{}, '127.0.0.1.evil.example', 421],
  [{ SITE_URL: 'https://contest.example.gov.cn' }, 'contest.example.gov.cn', 200],
  [{ SITE_URL: 'https://contest.example.gov.cn' }, 'localhost:3000', 308],
])('with %o, a reader who asks for %s gets %i', async (variables, asked, status) => {
  const { door } = openDoor(variables)
  const answer = await door.inject({ url: '/zh', headers: { host: asked } })
  expect(answer.statusCode).toBe(status)
  if (status === 308) expect(answer.headers.location).toBe('https://contest.example.gov.cn/zh')
})

test('the API is not answered under a strange name', async () => {
  const { door } = openDoor({ SITE_URL: 'https://contest.example.gov.cn' })
  const answer = await door.inject({ url: '/api/v1/regions', headers: { host: 'evil.example' } })
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-request'])
})

test('strict transport is said on https only', async () => {
  const plain = await openDoor().door.inject({ url: '/zh', headers: { host } })
  expect(plain.headers).not.toHaveProperty('strict-transport-security')
  const { door } = openDoor({ SITE_URL: 'https://contest.example.gov.cn' })
  const safe = await door.inject({ url: '/zh', headers: { host: 'contest.example.gov.cn' } })
  expect(safe.headers['strict-transport-security']).toMatch(/max-age=63072000/)
})

test("next-auth's posts pass unread, at most 64 KB long, from our own pages only", async () => {
  const { door, asked } = openDoor()
  const form = { ...own, 'content-type': 'application/x-www-form-urlencoded', cookie: 'a=b', 'x-nextjs-data': '1' }
  const post = (payload: string, headers: Record<string, string> = form) =>
    door.inject({ method: 'POST', url: '/api/auth/callback/phone?x=1', headers, payload })
  const answer = await post('csrfToken=1&code=%E6%B8%9D')
  expect([answer.statusCode, answer.headers['set-cookie'], answer.headers['cache-control']]).toEqual([
    200,
    'left=over',
    'private, no-store',
  ])
  expect(asked[0]).toMatchObject({
    url: '/api/auth/callback/phone?x=1',
    body: 'csrfToken=1&code=%E6%B8%9D',
    headers: { cookie: 'a=b' },
  })
  expect(asked[0]?.headers).not.toHaveProperty('x-nextjs-data')
  expect((await post('x'.repeat(65_537))).statusCode).toBe(413)
  expect((await post('', { ...form, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
})

test.each([
  ['GET', 'callback/phone', 404],
  ['GET', 'signin?callbackUrl=https://evil.example', 404],
  ['GET', 'error?error=x', 404],
  ['POST', 'signin/phone', 404],
  ['POST', '_log', 404],
  ['POST', 'callback/phone/', 404],
  ['POST', 'callback/phone', 415],
  ['GET', 'csrf', 200],
] as const)('of next-auth no more is reached than our forms need: %s %s', async (method, url, status) => {
  const { door, asked } = openDoor()
  const answer = await door.inject({
    method,
    url: `/api/auth/${url}`,
    headers: own,
    payload: method === 'POST' ? '{"a' : '',
  })
  expect([answer.statusCode, asked.length]).toEqual([status, status === 200 ? 1 : 0])
})
