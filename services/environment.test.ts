import { describe, expect, it } from 'vitest'
import { readEnvironment } from './environment.ts'

const read = (variables: Record<string, string>) => {
  const result = readEnvironment(variables)
  return result.ok ? result.environment : result.problems
}

describe('the environment', () => {
  it('needs nothing: a local trial on port 3000 with its data in ./data', () => {
    expect(read({})).toMatchObject({ port: 3000, siteUrl: null, databaseUrl: null, outbox: true, development: false })
    expect(read({ PORT: '', SITE_URL: '' })).toMatchObject({ port: 3000, siteUrl: null })
  })

  it('says everything that is wrong at once, by name', () => {
    const problems = read({
      PORT: 'eighty',
      DATABASE_URL: 'mysql://x',
      SITE_URL: 'contest.example',
      PROXIES: 'nginx, 10.0.0.0/33',
      OUTBOX: 'yes',
      LOG_LEVEL: 'loud',
    })
    expect(problems).toHaveLength(6)
    for (const name of ['PORT', 'DATABASE_URL', 'SITE_URL', 'PROXIES', 'OUTBOX', 'LOG_LEVEL'])
      expect(String(problems)).toContain(`${name}: `)
    expect(String(read({ PORT: '65536' }))).toContain('PORT: ')
    expect(String(read({ SITE_URL: 'https://a.example/path' }))).toContain('SITE_URL: ')
  })

  it('takes the word of no proxy that is not named', () => {
    expect(read({})).toMatchObject({ proxies: [] })
    const named = read({ PROXIES: '127.0.0.1, 10.0.0.0/8,::1' })
    expect(named).toMatchObject({ proxies: ['127.0.0.1', '10.0.0.0/8', '::1'] })
  })

  it('shows codes on a page only on a local address', () => {
    expect(read({ SITE_URL: 'https://contest.example.gov.cn' })).toMatchObject({ outbox: false })
    expect(read({ SITE_URL: 'http://192.168.1.7:3000' })).toMatchObject({ outbox: true })
    expect(read({ OUTBOX: 'off' })).toMatchObject({ outbox: false })
    expect(String(read({ SITE_URL: 'https://contest.example.gov.cn', OUTBOX: 'memory' }))).toContain('OUTBOX: ')
  })
})
