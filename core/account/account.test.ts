import { describe, expect, it } from 'vitest'
import { codeLimits, maySend } from './code.ts'
import { boardName, personName, winnerName } from './name.ts'
import { belongsTo, normalOrganisation, organisationName } from './organisation.ts'
import { maskedPhone, normalPhone } from './phone.ts'
import { allow, has, type Right, type Role, rightsOf } from './roles.ts'

describe('phones', () => {
  it('are taken as people write them', () => {
    for (const written of [
      '13800138000',
      ' 138 0013 8000 ',
      '+86 138-0013-8000',
      '8613800138000',
      '１３８００１３８０００',
    ])
      expect(normalPhone(written)).toBe('13800138000')
  })
  it('are refused when they are no mobile number of the mainland', () => {
    for (const written of [
      '',
      '1380013800',
      '138001380000',
      '12800138000',
      '02363636363',
      '+1 2025550123',
      '1380013800a',
    ])
      expect(normalPhone(written)).toBeNull()
  })
  it('are masked as winner lists print them', () => expect(maskedPhone('13800131234')).toBe('138****1234'))
})

describe('names', () => {
  it('show one character and no length', () => {
    expect([boardName('张三'), boardName('欧阳修文'), winnerName('张三')]).toEqual(['张*', '欧*', '张**'])
    expect(boardName('𠮷田')).toBe('𠮷*')
  })
  it('of people begin with a letter that can be seen', () => {
    for (const name of ['张三', '欧阳·修', '阿卜杜拉·艾山', "O'Neill", 'Nguyễn Ân', 'བསྟན་འཛིན'.replace('་', ' ')])
      expect(personName(name)).toBe(name.normalize('NFKC'))
    for (const name of [
      '-',
      "'",
      '·',
      '\u0301a',
      '\u3164',
      '\uFFA0',
      '张\u3164',
      '\u2800',
      '张\u200B三',
      `张${'\u0337'.repeat(9)}`,
    ])
      expect(personName(name)).toBeNull()
    expect(personName('字'.repeat(31))).toBeNull()
  })
  it('of organisations hide nothing, and “none” is none', () => {
    for (const name of ['甲\u3164公司', '甲\u2800公司', '甲\u200B公司', '——', '无公司<b>'])
      expect(belongsTo(name)).toBeUndefined()
    for (const nothing of ['', ' ', '个人', ' 个 人 ', '（无）', 'N/A', 'None']) expect(belongsTo(nothing)).toBeNull()
    expect(belongsTo('无锡商会')).toBe('无锡商会')
  })
  it('of organisations are tidied, and compared without spaces and marks', () => {
    expect(organisationName('  重庆　大学 ')).toBe('重庆 大学')
    expect(organisationName('校')).toBeNull()
    expect(organisationName('a\u202Eb')).toBeNull()
    expect(normalOrganisation('重庆 大学（B区）')).toBe(normalOrganisation('重庆大学(b区)'))
  })
})

describe('codes', () => {
  it('go out one a minute, five an hour, ten a day; a border is free again at its very end', () => {
    expect(maySend([], 0)).toBe(true)
    for (const { within, most } of codeLimits) {
      const now = 100 * 86_400_000
      const spread = Array.from({ length: most }, (_, i) => now - within + 1 + i * Math.floor(within / most))
      expect(maySend(spread, now)).toBe(false)
      expect(maySend(Array(most).fill(now - within), now)).toBe(true)
    }
  })
})

describe('roles', () => {
  const every: Right[] = ['questions.write', 'contests.write', 'standings.export', 'people.write']
  it('have the rights of the table and no other; a citizen has none', () => {
    for (const role of Object.keys(rightsOf) as Role[])
      for (const right of every) expect(has({ id: 1, roles: [role] }, right)).toBe(rightsOf[role].includes(right))
    for (const right of every) expect(allow({ id: 1, roles: [] }, right)).toBeNull()
    expect(allow(null, 'people.write')).toBeNull()
  })
})
