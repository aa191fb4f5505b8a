import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSecrets } from './secrets.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ip-contest-keys-'))
  file = join(folder, 'keys.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('The keys', () => {
  it('are made once, for their owner only, and nothing else is left beside them', () => {
    const { encrypt, fingerprint } = openSecrets(folder)
    expect(readdirSync(folder)).toEqual(['keys.json'])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const again = openSecrets(folder, fingerprint)
    expect(again.decrypt(encrypt('13800138000'))).toBe('13800138000')
    expect(readFileSync(file, 'utf8')).not.toContain(fingerprint)
  })

  it('are those of the database, or nothing starts and no file is made', () => {
    expect(() => openSecrets(folder, 'of another database')).toThrow(expect.objectContaining({ code: 'KEYS_MISSING' }))
    expect(readdirSync(folder)).toEqual([])
    openSecrets(folder)
    expect(() => openSecrets(folder, 'of another database')).toThrow(expect.objectContaining({ code: 'KEYS_FOREIGN' }))
  })

  it.each(['', '{"phoneIndex":', 'null', '{}', '{"phoneIndex":"AA==","phoneCipher":"","codes":"","options":""}'])(
    'that are damaged (%j) are left as they are, and nothing starts',
    text => {
      writeFileSync(file, text)
      expect(() => openSecrets(folder)).toThrow(expect.objectContaining({ code: 'KEYS_BROKEN' }))
      expect(readFileSync(file, 'utf8')).toBe(text)
    },
  )
})
