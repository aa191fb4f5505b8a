import { describe, expect, it } from 'vitest'
import { rulesWith } from '../contest/testing.ts'
import { duplicatesOf, personKey, tellsPeople } from './person.ts'

const atClaim = { need: 'required', at: 'claim' } as const
const off = { need: 'off', at: 'claim' } as const
const whole = rulesWith({ identity: { idNumber: { ...atClaim, lastDigits: 18 } } })
const six = rulesWith({ identity: { name: atClaim, idNumber: { ...atClaim, lastDigits: 6 } } })
const staff = rulesWith({ identity: { name: { need: 'required', at: 'entry' }, number: atClaim } })
const nothing = { fields: {}, name: null, number: null }

describe('One person', () => {
  it('is known by the whole ID number, whatever the name', () => {
    const fields = { idNumber: '11010519491231002X' }
    expect(personKey(whole, { ...nothing, fields })).toBe(personKey(whole, { ...nothing, fields, name: '张三' }))
  })

  it('is known by its last digits only together with the name', () => {
    const key = (name: string, idNumber: string) => personKey(six, { ...nothing, fields: { name, idNumber } })
    expect(key('欧阳 小敏', '31002X')).toBe(key('欧阳小敏', '31002X'))
    expect(key('欧阳小敏', '31002X')).not.toBe(key('张三', '31002X'))
    expect(key('欧阳小敏', '31002X')).not.toBe(key('欧阳小敏', '310021'))
    expect(personKey(six, { ...nothing, fields: { idNumber: '31002X' } })).toBe(null)
  })

  it('is known by a number with the name that was given before the contest', () => {
    const key = (name: string | null) => personKey(staff, { fields: { number: 'a-7' }, name, number: null })
    expect(key('李四')).toBe(personKey(staff, { fields: {}, name: '李四', number: 'A-7' }))
    expect(key(null)).toBe(null)
  })

  it('is known only where the rules ask for enough', () => {
    expect([whole, six, staff].map(tellsPeople)).toEqual([true, true, true])
    const few = rulesWith({ identity: { name: off, idNumber: { ...atClaim, lastDigits: 6 } } })
    expect([few, rulesWith({})].map(tellsPeople)).toEqual([false, false])
  })
})

describe('A second phone of one person', () => {
  const [early, late] = [
    { account: 7, since: 100 },
    { account: 3, since: 200 },
  ]
  const by = (duplicates: 'first-counts' | 'struck-out') => rulesWith({ identity: { duplicates } })

  it('wins nothing where the first one counts, whichever claims first', () => {
    expect(duplicatesOf(by('first-counts'), late, [early])).toEqual({ refused: true, look: [3] })
    expect(duplicatesOf(by('first-counts'), early, [late])).toEqual({ refused: false, look: [3] })
  })

  it('puts both before a person where both are struck out', () => {
    expect(duplicatesOf(by('struck-out'), late, [early])).toEqual({ refused: false, look: [3, 7] })
  })

  it('is nothing to look at while there is none', () => {
    for (const rule of ['first-counts', 'struck-out'] as const)
      expect(duplicatesOf(by(rule), early, [])).toEqual({ refused: false, look: [] })
  })
})
