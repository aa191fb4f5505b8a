import { expect, test } from 'vitest'
import { hostnameOf, isLocalHost, isLoopback } from './host.ts'

test.each([
  'localhost',
  '127.0.0.1',
  '[::1]',
  '192.168.1.7',
  '10.0.0.1',
  '172.16.0.9',
  'fd00::1',
  '[fe80::1]',
  'box.local',
])('%s is local', host => expect(isLocalHost(host)).toBe(true))

test.each([
  '',
  'example.com',
  '8.8.8.8',
  '172.32.0.1',
  '127.0.0.1.nip.io',
  '10.evil.example',
  'localhost.evil.example',
  'fdx.example',
])('%s is not local', host => expect(isLocalHost(host)).toBe(false))

test('a private address is not loopback', () => expect(isLoopback('192.168.1.7')).toBe(false))

test('a Host header is read without its port, and a strange one not at all', () => {
  expect(hostnameOf('localhost:3000')).toBe('localhost')
  expect(hostnameOf('[::1]:3000')).toBe('[::1]')
  expect(hostnameOf('a@b:1')).toBe('')
})
