import { expect, it } from 'vitest'
import { openDoor } from './door.fixture.ts'
import { proxyCheck } from './proxies.ts'

it('A proxy is what is named, by address or network, in either spelling', () => {
  const isProxy = proxyCheck(['127.0.0.1', '10.1.0.0/16', 'fd00::/8'])
  const known = ['127.0.0.1', '::ffff:127.0.0.1', '10.1.200.3', 'fd12::1']
  expect([...known, '10.2.0.1', '127.0.0.2', '2001:db8::1', 'unix', ''].filter(isProxy)).toEqual(known)
})

const host = 'localhost:3000'
const mostChecks = 600
/** Asks whether a certificate is valid; the number is none, so no database is asked. */
function asking(variables: Record<string, string>) {
  const { door } = openDoor(variables)
  return async (remoteAddress: string, forwarded?: string) => {
    const headers = { host, ...(forwarded && { 'x-forwarded-for': forwarded }) }
    return (await door.inject({ url: '/api/v1/certificates/x', remoteAddress, headers })).statusCode
  }
}
const often = async (ask: () => Promise<number>) => {
  for (let i = 0; i < mostChecks; i++) await ask()
  return ask()
}

it('Behind a named proxy each person has their own limit, and the nearest word counts', async () => {
  const ask = asking({ PROXIES: '127.0.0.1' })
  expect(await often(() => ask('127.0.0.1', '203.0.113.7'))).toBe(429)
  expect(await ask('127.0.0.1', '198.51.100.1, 203.0.113.7')).toBe(429)
  expect(await ask('127.0.0.1', '198.51.100.1')).toBe(422)
})

it('Nobody else is believed, and one line of IPv6 is one caller', async () => {
  const ask = asking({ PROXIES: '127.0.0.1' })
  expect(await often(() => ask('2001:db8::1', '203.0.113.7'))).toBe(429)
  expect(await ask('2001:db8::ffff:2', '203.0.113.8')).toBe(429)
  expect(await ask('2001:db8:0:1::1')).toBe(422)
})
