import { createHash } from 'node:crypto'
import { request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { inlineScript, openDoor } from './door.fixture.ts'

const host = 'localhost:3000'
const get = (url: string, headers: Record<string, string> = {}) => ({ url, headers: { host, ...headers } })

describe('a public page', () => {
  test('is rendered once for 200 people who wait for it', async () => {
    const { door, asked } = openDoor()
    const answers = await Promise.all(Array.from({ length: 200 }, () => door.inject(get('/zh/contests'))))
    expect(new Set(answers.map(answer => answer.statusCode))).toEqual(new Set([200]))
    expect(asked).toHaveLength(1)
  })

  test('is rendered for nobody: no cookie and no language of a browser reaches it, and none comes back', async () => {
    const { door, asked } = openDoor()
    const answer = await door.inject(
      get('/zh', {
        cookie: '__Host-session=a',
        'accept-language': 'en',
        'x-middleware-subrequest': 'x',
        'x-forwarded-host': 'evil',
      }),
    )
    expect(asked[0]?.headers).toMatchObject({ host, 'x-forwarded-host': host })
    for (const name of ['cookie', 'accept-language', 'x-middleware-subrequest'])
      expect(asked[0]?.headers).not.toHaveProperty(name)
    expect(answer.headers).not.toHaveProperty('set-cookie')
    expect(answer.headers).not.toHaveProperty('x-powered-by')
  })

  test('reads only the query keys it knows, and only plain values of those', async () => {
    const { door, asked } = openDoor()
    await door.inject(get('/zh/contests/spring/standings?utm=1&region=yuzhong&by=region&by=<x>'))
    await door.inject(get('/zh/contests/spring/standings?by=region&region=yuzhong'))
    await door.inject(get('/zh/contests/spring/standings?region=%3Cscript%3E'))
    expect(asked.map(one => one.url)).toEqual([
      '/zh/contests/spring/standings?by=region&region=yuzhong',
      '/zh/contests/spring/standings',
    ])
  })

  test('is made anew when what it shows has changed, even when a render was under way', async () => {
    const { door, runtime, asked } = openDoor()
    const before = door.inject(get('/zh'))
    await new Promise(resolve => setTimeout(resolve, 2))
    runtime.pagesChanged()
    await Promise.all([before, door.inject(get('/zh'))])
    await door.inject(get('/zh'))
    expect(asked).toHaveLength(2)
  })

  test('comes in the encoding the browser takes', async () => {
    const { door } = openDoor()
    const [br, gzip, plain, refused] = await Promise.all(
      ['gzip, deflate, br', 'gzip', '', 'br;q=0, gzip'].map(encoding =>
        door.inject(get('/zh', { 'accept-encoding': encoding })),
      ),
    )
    expect(br?.headers['content-encoding']).toBe('br')
    expect(gzip?.headers['content-encoding']).toBe('gzip')
    expect(refused?.headers['content-encoding']).toBe('gzip')
    expect(plain?.headers).not.toHaveProperty('content-encoding')
    expect(brotliDecompressSync(br?.rawPayload ?? '').toString()).toBe(plain?.body)
    expect(gunzipSync(gzip?.rawPayload ?? '').toString()).toBe(plain?.body)
    expect(plain?.headers.vary).toBe('Accept-Encoding')
  })

  test('is not sent again to who has it, and HEAD sends no body', async () => {
    const { door } = openDoor()
    const first = await door.inject(get('/zh'))
    const again = await door.inject(get('/zh', { 'if-none-match': String(first.headers.etag) }))
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const head = await door.inject({ ...get('/zh'), method: 'HEAD' })
    expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([
      200,
      '',
      first.headers['content-length'],
    ])
  })

  test('names its inline scripts in its policy and allows no others', async () => {
    const { door } = openDoor()
    const { headers } = await door.inject(get('/zh'))
    const hash = createHash('sha256').update(inlineScript).digest('base64')
    expect(headers['content-security-policy']).toContain(`script-src 'self' 'sha256-${hash}';`)
    expect(headers['content-security-policy']).not.toMatch(/unsafe/)
  })
})

describe('a personal page', () => {
  test('is rendered each time, with the cookie, and kept by nobody', async () => {
    const { door, asked } = openDoor()
    const answer = await door.inject(get('/zh/me', { cookie: 'a=b' }))
    await door.inject(get('/zh/me', { cookie: 'a=c' }))
    expect(asked.map(one => one.headers.cookie)).toEqual(['a=b', 'a=c'])
    expect(answer.headers['cache-control']).toBe('private, no-store')
    expect(answer.headers['content-security-policy']).toContain("'sha256-")
  })

  test('is crowded out with words, and comes back by itself when it is time', async () => {
    const { door } = openDoor()
    const answers = await Promise.all(Array.from({ length: 420 }, (_, i) => door.inject(get(`/zh/attempts/${i}`))))
    const away = answers.filter(answer => answer.statusCode === 503)
    expect(away).toHaveLength(12)
    const [first] = away
    expect(first?.headers['retry-after']).toMatch(/^[2-5]$/)
    expect(first?.body).toContain(`<meta http-equiv="refresh" content="${first?.headers['retry-after']}">`)
  })
})

test.each([
  ['/', 'fr', '/zh'],
  ['/', 'en-GB,en;q=0.9,zh;q=0.8', '/en'],
  ['/', 'zh-CN,zh;q=0.9,en;q=0.8', '/zh'],
  ['/contests/spring?by=region', 'zh', '/zh/contests/spring?by=region'],
  ['/en/contests/', 'zh', '/en/contests'],
  ['/en/', 'zh', '/en'],
])('%s with Accept-Language %s leads to %s', async (url, language, to) => {
  const { door } = openDoor()
  const answer = await door.inject(get(url, { 'accept-language': language }))
  expect([answer.statusCode, answer.headers.location]).toEqual([307, to])
})

test('every unknown address gets one and the same page, rendered once', async () => {
  const { door, asked } = openDoor()
  const answers = await Promise.all(['/fr/contests', '/wp-login.php', '/_next/image'].map(url => door.inject(get(url))))
  expect(answers.map(answer => answer.statusCode)).toEqual([404, 404, 404])
  expect(asked).toHaveLength(1)
})

test('a file of public/ is sent with its tag, and nothing beside the folder is', async () => {
  const { door } = openDoor()
  const file = await door.inject(get('/plain.css'))
  expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8'])
  for (const url of ['/../package.json', '/%2e%2e/package.json', '/.gitkeep'])
    expect((await door.inject(get(url))).statusCode).toBe(404)
})

test('says it in its own words when Next fails, on public and personal pages', async () => {
  const { door } = openDoor({}, (_request, response) => response.writeHead(500).end('Internal Server Error'))
  for (const url of ['/zh', '/zh/me']) {
    const answer = await door.inject(get(url))
    expect(answer.statusCode).toBe(500)
    expect(answer.body).toContain('服务器出错了')
    expect(answer.body).not.toContain('Internal Server Error')
  }
})

test.each(['/zh/staff.rsc', '/zh/contests/spring.rsc', '/zh/staff.segments/_tree.segment.rsc'])(
  '%s is no address of a page',
  async url => {
    const { door, asked } = openDoor()
    const answer = await door.inject(get(url, { cookie: '__Host-session=a' }))
    expect([answer.statusCode, answer.headers['content-type'], asked.map(one => one.url)]).toEqual([
      404,
      'text/html; charset=utf-8',
      ['/zh/-'],
    ])
  },
)

describe('an address that leads elsewhere', () => {
  test('is no page, and nothing of it reaches Next', async () => {
    const { door, asked } = openDoor()
    await door.listen({ port: 0, host: '127.0.0.1' })
    const { port } = door.server.address() as AddressInfo
    // A browser, and what else knows the rules of addresses, walks the dots before it asks.
    const statusOf = (path: string) =>
      new Promise<number | undefined>((resolve, reject) =>
        ask({ port, host: '127.0.0.1', path, headers: { host: `localhost:${port}` } }, answer => {
          answer.resume().on('end', () => resolve(answer.statusCode))
        })
          .on('error', reject)
          .end(),
      )
    const elsewhere = ['/zh/../api/auth/signin', '/zh/%2e%2E/api/auth/error', '/zh/./contests', '/zh/a/../b']
    for (const path of [
      ...elsewhere,
      '/zh/..',
      '/zh/..\\x',
      '/zh/../..//evil.example',
      '//',
      '//evil.example',
      'http://evil.example/zh',
      '/contests/../x',
    ])
      expect([path, await statusOf(path)]).toEqual([path, 404])
    expect(new Set(asked.map(({ url }) => url))).toEqual(new Set(['/zh/-']))
    expect(await statusOf('/zh/handbook/1.01-what.is..it')).toBe(200)
    await door.close()
  })
})
