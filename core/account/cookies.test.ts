import { expect, test } from 'vitest'
import { siteOf } from '../site.ts'
import { cookieName } from './cookies.ts'

test.each([
  ['https://contest.example.gov.cn', 'contest.example.gov.cn', '__Host-session'],
  ['http://contest.example.gov.cn', 'contest.example.gov.cn', 'session'],
  [null, 'localhost:3000', '__Host-session'],
  [null, '127.0.0.1:3000', '__Host-session'],
  [null, '[::1]:3000', '__Host-session'],
  [null, '192.168.1.7:3000', 'session'],
  [null, 'localhost.evil.example:3000', 'session'],
])('with SITE_URL %s, asked as %s, the session cookie is %s', (siteUrl, host, name) => {
  expect(cookieName(siteOf(siteUrl, host), 'session')).toBe(name)
})
