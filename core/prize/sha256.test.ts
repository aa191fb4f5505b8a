import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256 } from './sha256.ts'

const nodes = (text: string): string => createHash('sha256').update(text).digest('hex')

it('SHA-256 gives the digests of FIPS 180-4', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

it('SHA-256 agrees with OpenSSL at every length around its blocks, and on any text', () => {
  for (let length = 0; length <= 200; length++) expect(sha256('x'.repeat(length))).toBe(nodes('x'.repeat(length)))
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => sha256(text) === nodes(text)))
})
