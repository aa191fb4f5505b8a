import { expect, it } from 'vitest'
import { coarseAddress } from './address.ts'

it.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['127.0.0.1', 'local'],
  ['::1', 'local'],
  ['::ffff:127.0.0.1', 'local'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:0DB8:0001::9', '2001:db8:1::/48'],
  ['2001:db8::9', '2001:db8:0::/48'],
  ['fe80::1', 'fe80:0:0::/48'],
  ['::9', '0:0:0::/48'],
  ['not an address', ''],
  ['', ''],
])('%s is kept as %j', (ip, kept) => expect(coarseAddress(ip)).toBe(kept))
