import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ContestRules, usualRules } from '../contest/rules.ts'
import { dayMs } from '../day.ts'
import { askedFields, claimDates, claimProblem, isIdNumber, keptFields } from './claim.ts'
import { publicName, publicPhone } from './publicity.ts'
import { mayDo, winnerState } from './state.ts'
import { termsHash } from './terms.ts'

const asking = (identity: Partial<ContestRules['identity']>): ContestRules => ({
  ...usualRules,
  identity: { ...usualRules.identity, ...identity },
})
const all = asking({
  name: { need: 'required', at: 'claim' },
  idNumber: { need: 'required', at: 'claim', lastDigits: 18 },
  address: { need: 'optional', at: 'claim' },
})
const right = { name: '张三丰', idNumber: '11010519491231002x', address: '重庆市渝中区中山四路36号' }

describe('A claim', () => {
  it('is asked for what the rules ask of winners, and for nothing else', () => {
    expect(askedFields(usualRules)).toEqual([])
    expect(askedFields(all).map(({ field, required }) => [field, required])).toEqual([
      ['name', true],
      ['idNumber', true],
      ['address', false],
    ])
    expect(askedFields(asking({ name: { need: 'required', at: 'entry' } }))).toEqual([])
    expect(keptFields(usualRules, right)).toEqual({})
  })

  it('keeps one spelling', () =>
    expect(keptFields(all, { name: ' 张 三丰 ', idNumber: '１１０１０５19491231002x', number: '7' })).toEqual({
      name: '张 三丰',
      idNumber: '11010519491231002X',
    }))

  it.each([
    ['name', { ...right, name: '' }],
    ['name', { ...right, name: '<script>' }],
    ['idNumber', { ...right, idNumber: '110105194912310021' }],
    ['idNumber', { ...right, idNumber: '1234' }],
    ['address', { ...right, address: '渝中区' }],
  ])('says which field is wrong: %s', (where, given) =>
    expect(claimProblem(all, keptFields(all, given))).toMatchObject({ refusal: 'claim-field', detail: { where } }),
  )

  it('may leave out what is optional', () => {
    const id = idNumberOf('50010319900307123')
    expect(claimProblem(all, keptFields(all, { name: '张三丰', idNumber: id }))).toBeNull()
  })

  it('takes only as many of the last digits as are asked for', () => {
    const four = asking({ idNumber: { need: 'required', at: 'claim', lastDigits: 4 } })
    expect(claimProblem(four, keptFields(four, { idNumber: '123x' }))).toBeNull()
    expect(claimProblem(four, keptFields(four, { idNumber: right.idNumber }))).toMatchObject({ refusal: 'claim-field' })
  })
})

/** By the standard's own words: the remainder decides the check digit. */
function idNumberOf(seventeen: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(seventeen[i]), 0)
  return seventeen + '10X98765432'[sum % 11]
}

describe('An ID number', () => {
  it('is the standard’s own example', () => expect(isIdNumber('11010519491231002X')).toBe(true))
  it('is right with its check digit and wrong with every other', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^\d{17}$/), seventeen => {
        const valid = [...'0123456789X'].filter(digit => isIdNumber(seventeen + digit))
        return valid.length === 1 && seventeen + valid[0] === idNumberOf(seventeen)
      }),
    ))
})

describe('The dates of a claim', () => {
  const published = Date.parse('2027-05-03T09:00:00+08:00')
  const shanghai = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)
  const rules = { ...usualRules, claim: { days: 30, alternates: true, eraseAfterDays: 180 } }

  it('run to the end of the day', () => {
    const { claimUntil, eraseAt } = claimDates(rules, published)
    expect(shanghai(claimUntil)).toBe('2027-06-03T00:00')
    expect(shanghai(eraseAt)).toBe('2027-11-30T00:00')
  })

  it('follow the day that was promised, while it lies ahead', () => {
    const claimsUntil = published + 10 * dayMs
    const promised = { ...rules, calendar: { ...rules.calendar, claimsUntil } }
    expect(claimDates(promised, published).claimUntil).toBe(claimsUntil)
    expect(shanghai(claimDates(promised, claimsUntil + 1).claimUntil)).toBe('2027-06-13T00:00')
  })
})

describe('A prize', () => {
  const called = { calledAt: 1, claimUntil: 100, endedWhy: null, tier: 'first', handedOverAt: null }
  it.each([
    ['settled', { ...called, calledAt: null, claimUntil: null }, false, 5],
    ['standby', { ...called, tier: null, calledAt: null, claimUntil: null }, false, 5],
    ['called', called, false, 99],
    ['late', called, false, 100],
    ['claimed', called, true, 200],
    ['claimed', { ...called, claimUntil: null }, false, 200],
    ['handed-over', { ...called, handedOverAt: 3 }, true, 200],
    ['struck-out', { ...called, endedWhy: 'struck-out' as const }, true, 5],
  ])('is %s', (state, winner, hasClaim, now) => expect(winnerState(winner, hasClaim, now)).toBe(state))

  it('can be claimed until it is late, and handed over once it was claimed', () => {
    expect(mayDo('claim', 'called')).toBe(true)
    expect(mayDo('claim', 'late')).toBe(false)
    expect(mayDo('hand-over', 'called')).toBe(false)
    expect(mayDo('hand-over', 'claimed')).toBe(true)
    expect(mayDo('strike-out', 'handed-over')).toBe(false)
  })
})

describe('A published winner', () => {
  it.each([
    ['张三丰', true, 'surname', '张*'],
    ['张三丰', true, 'surname-two', '张**'],
    ['张三丰', true, 'ends', '张*丰'],
    ['张三', true, 'ends', '张*'],
    ['张三丰', true, 'hidden', null],
    ['张三丰', false, 'surname-two', null],
    [null, true, 'surname-two', null],
    ['𠮷田', true, 'surname', '𠮷*'],
  ] as const)('%s is named only as the rules and the person say', (name, agreed, pattern, shown) =>
    expect(publicName(name, agreed, pattern)).toBe(shown),
  )
  it('has no more of the phone than the rules say', () => {
    expect(publicPhone('13800138000', 'ends')).toBe('138****8000')
    expect(publicPhone('13800138000', 'last-four')).toBe('*******8000')
    expect(publicPhone('13800138000', 'hidden')).toBeNull()
    expect(publicPhone(null, 'ends')).toBeNull()
  })
})

describe('The hash of the terms', () => {
  it('is the same whatever order a database gives keys back in', () => {
    const { awards, ...rest } = usualRules
    expect(termsHash({ ...rest, awards: { ...awards } })).toBe(termsHash(usualRules))
  })
  it('changes with a prize, a count, a deadline; not with what is no prize', () => {
    const others: ContestRules[] = [
      { ...usualRules, awards: { ...usualRules.awards, cut: 'lot' } },
      { ...usualRules, claim: { ...usualRules.claim, days: 31 } },
      { ...usualRules, awards: { ...usualRules.awards, tiers: [] } },
    ]
    expect(new Set([usualRules, ...others].map(termsHash)).size).toBe(4)
    expect(termsHash({ ...usualRules, feedback: { ...usualRules.feedback, rank: false } })).toBe(termsHash(usualRules))
  })
})
