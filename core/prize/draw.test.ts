import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chiSquare } from '#scripts/chi-square'
import { smallDraw } from './draw.fixture.ts'
import { commitmentOf, drawFrom, entryOf, orderOf, prizeAt, publicNumber, seedOf, tokenOf } from './draw.ts'
import { checkDrawFile, drawFileText } from './draw-file.ts'
import { sha256 } from './sha256.ts'

const { frozen, secret } = smallDraw()
const drawn = drawFrom(frozen, secret, '03 08 11 19 24 30 07', '2027-05-02T09:00+08:00')

describe('A draw', () => {
  it('gives as many winners as there are prizes, then alternates, nobody twice', () => {
    expect(drawn.winners).toHaveLength(3)
    expect(drawn.alternates).toHaveLength(2)
    expect(new Set([...drawn.winners, ...drawn.alternates]).size).toBe(5)
  })

  it('takes the next group only when the one before is used up', () => {
    const first = frozen.groups[0]?.people.map(entry => entry.slice(0, 64)) ?? []
    expect(new Set(drawn.winners)).toEqual(new Set(first))
    const second = frozen.groups[1]?.people.map(entry => entry.slice(0, 64)) ?? []
    expect(drawn.alternates.every(token => second.includes(token))).toBe(true)
  })

  it('has fewer winners than prizes when there are fewer people', () => {
    const alone = { ...frozen, groups: [{ name: '100', people: [entryOf(tokenOf('s', '1'), 1)] }] }
    expect(drawFrom(alone, secret, '1234', 'x')).toMatchObject({ winners: [tokenOf('s', '1')], alternates: [] })
  })

  it('comes out otherwise with another secret, number or list', () => {
    const commitment = commitmentOf(frozen)
    const seeds = [
      seedOf(commitment, secret, '1234'),
      seedOf(commitment, secret, '1235'),
      seedOf(commitment, `${secret}0`, '1234'),
      seedOf(commitmentOf({ ...frozen, alternates: 3 }), secret, '1234'),
    ]
    expect(new Set(seeds).size).toBe(4)
  })

  it('says which prize a place has', () => {
    const prizes = [{ count: 1 }, { count: 0 }, { count: 2 }]
    expect([0, 1, 2, 3].map(place => prizeAt(prizes, place))).toEqual([0, 2, 2, -1])
  })

  it('gives three chances three times the chance of one', () => {
    const people = ['a', 'b'].map((who, i) => entryOf(sha256(who), i === 0 ? 3 : 1)).sort()
    let wins = 0
    for (let i = 0; i < 4000; i++) if (orderOf([{ name: '', people }], sha256(String(i)))[0] === sha256('a')) wins++
    expect(chiSquare([wins, 4000 - wins], [3, 1]).p).toBeGreaterThan(0.001)
  })

  it('is uniform among equals, in the first place and in the last', () => {
    const people = Array.from({ length: 10 }, (_, i) => sha256(`p${i}`)).sort()
    const group = [{ name: '', people: people.map(token => entryOf(token, 1)) }]
    const [first, last] = [new Map<string, number>(), new Map<string, number>()]
    for (let i = 0; i < 3000; i++) {
      const order = orderOf(group, sha256(`seed ${i}`))
      for (const [counts, at] of [[first, 0] as const, [last, -1] as const])
        counts.set(order.at(at) as string, (counts.get(order.at(at) as string) ?? 0) + 1)
    }
    for (const counts of [first, last])
      expect(chiSquare(people.map(token => counts.get(token) ?? 0)).p).toBeGreaterThan(0.001)
  })
})

describe('A public number', () => {
  it.each([
    ['03 08 11 19 24 30 + 07', '03 08 11 19 24 30 07'],
    ['沪指收盘 3,312.45 点', '3 312.45'],
    ['３３１２．４５', '3312.45'],
    ['1234', '1234'],
  ])('is hashed in one spelling: %s', (written, number) => expect(publicNumber(written)).toBe(number))

  it.each(['', '123', 'abc', '1'.repeat(201)])('is refused with too little or too much in it: %s', written =>
    expect(publicNumber(written)).toBeNull(),
  )

  it('stays as it is when it is written that way already', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789. ,+') }), written => {
        const once = publicNumber(written)
        return once === null || publicNumber(once) === once
      }),
    ))
})

describe('A published file', () => {
  it('holds before and after the draw', () => {
    expect(checkDrawFile(drawFileText({ frozen, drawn: null })).failed).toBeNull()
    expect(checkDrawFile(drawFileText({ frozen, drawn }))).toMatchObject({
      failed: null,
      commitment: commitmentOf(frozen),
      file: { frozen, drawn },
    })
  })

  it.each([
    ['winners', { drawn: { ...drawn, winners: [...drawn.winners].reverse() } }],
    ['winners', { drawn: { ...drawn, number: '03 08 11 19 24 30 08' } }],
    ['winners', { drawn: { ...drawn, number: '03  08' } }],
    ['secret', { drawn: { ...drawn, secret: sha256('another') } }],
    ['list', { frozen: { ...frozen, groups: [...frozen.groups, ...frozen.groups] } }],
    ['list', { frozen: { ...frozen, groups: [{ name: '', people: ['Zhang San'] }] } }],
  ])('that was made anew with something else in it fails: %s', (failed, change) =>
    expect(checkDrawFile(drawFileText({ frozen, drawn, ...change })).failed).toBe(failed),
  )

  it.each(['', '{}', 'null', '[]', '{"format":"ip-contest draw 1"}'])('that is none is said to be none: %s', text =>
    expect(checkDrawFile(text)).toEqual({ failed: 'whole', file: null, commitment: null }),
  )
})
