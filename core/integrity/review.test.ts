import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random.ts'
import { inventContest, isCheat } from './invented/contest.ts'
import type { Part } from './invented/person.ts'
import { reviewCases } from './review.ts'
import type { Trace } from './trace.ts'

const people = inventContest(seededRandom(42), 2850, 150)
const cases = reviewCases(people)
const flagged = new Set(cases.map(one => one.account))
const share = (part: Part) => {
  const those = people.filter(one => one.part === part)
  return those.filter(one => flagged.has(one.account)).length / those.length
}

describe('the review', () => {
  it('finds nine cheats in ten and troubles one honest person in a hundred at most', () => {
    const found = people.filter(one => isCheat(one) && flagged.has(one.account)).length
    const troubled = people.filter(one => !isCheat(one) && flagged.has(one.account)).length
    expect(found / people.filter(isCheat).length).toBeGreaterThanOrEqual(0.9)
    expect(troubled / people.filter(one => !isCheat(one)).length).toBeLessThanOrEqual(0.01)
  })

  it('leaves those alone who read slowly, hear the page read out, share an office line or click at random', () => {
    for (const part of ['slow-reader', 'screen-reader', 'office', 'clicker'] as const)
      expect(share(part)).toBeLessThan(0.01)
  })

  it('puts the heaviest first, each with reasons that weigh enough together', () => {
    const weights = cases.map(one => one.weight)
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
    for (const one of cases)
      expect(one.reasons.reduce((sum, reason) => sum + reason.weight, 0)).toBeGreaterThanOrEqual(3)
  })

  it('says the same of the same contest, in whatever order it is told', () => {
    const turned = reviewCases([...people].reverse())
    expect(new Set(turned.map(one => one.account))).toEqual(flagged)
  })
})

/** Twenty questions, all right but the ones named, at this beat. */
function attempt(
  account: number,
  given: Partial<Trace> & { wrong?: Record<number, number>; beat?: (i: number) => number },
): Trace {
  const { wrong = {}, beat = (i: number) => 6000 + ((i * 7919) % 9000), ...more } = given
  const startedAt = given.startedAt ?? account * 3_600_000
  let at = startedAt
  const answers = Array.from({ length: 20 }, (_, i) => {
    at += beat(i)
    const choice = wrong[i] ?? 1
    return { question: i, choice, right: choice === 1, savedAt: at, letters: 20 + ((i * 13) % 40) }
  })
  const score = answers.filter(answer => answer.right).length * 5
  const nobody = { device: null, network: null, line: null, leaves: 0 }
  return { account, startedAt, durationMs: at - startedAt, score, maximum: 100, ...nobody, answers, ...more }
}

/** Two hundred people of all strengths whose mistakes are their own. */
const crowd = Array.from({ length: 200 }, (_, k) => {
  const mistakes = Array.from({ length: k % 9 }, (_, j) => [(k * 3 + j * 7) % 20, 2 << ((k + j) % 3)] as const)
  return attempt(1000 + k, { wrong: Object.fromEntries(mistakes) })
})
const reasonsFor = (traces: Trace[], account: number) =>
  reviewCases([...crowd, ...traces])
    .find(one => one.account === account)
    ?.reasons.map(reason => reason.code) ?? []

describe('a reason', () => {
  it('is an answer before the question can have been read', () => {
    expect(reasonsFor([attempt(1, { beat: () => 200 })], 1)).toEqual(['too-fast', 'too-even'])
    expect(reasonsFor([attempt(1, {})], 1)).toEqual([])
  })

  it('is a beat that no hand keeps', () => {
    expect(reasonsFor([attempt(1, { beat: i => 3000 + (i % 2) * 60 })], 1)).toEqual(['too-even'])
  })

  it('is nothing for somebody who clicks in haste and gains nothing', () => {
    const allWrong = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [i, 2]))
    expect(reasonsFor([attempt(1, { beat: () => 200, wrong: allWrong })], 1)).toEqual([])
  })

  it('is a string of rare mistakes that two have in common, told of both', () => {
    const wrong = { 1: 8, 4: 4, 6: 8, 9: 8, 13: 4, 15: 8, 18: 8, 19: 4 }
    const two = [attempt(1, { wrong }), attempt(2, { wrong, beat: i => 9000 + ((i * 31) % 4000) })]
    expect([reasonsFor(two, 1), reasonsFor(two, 2)]).toEqual([['same-mistakes'], ['same-mistakes']])
  })

  it('is not that two left the same questions open when the time was up', () => {
    const open = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [11 + i, 0]))
    expect(reasonsFor([attempt(1, { wrong: open }), attempt(2, { wrong: open })], 1)).toEqual([])
  })

  it('is a series of accounts on one device that get quicker and better, and not a family or a library', () => {
    const series = Array.from({ length: 8 }, (_, i) =>
      attempt(i + 1, {
        device: 'one',
        wrong: Object.fromEntries(Array.from({ length: Math.max(0, 5 - i) }, (_, j) => [j * 3, 2 << ((i + j) % 3)])),
        beat: k => 12_000 - i * 1200 + ((k * 7919) % 1500),
      }),
    )
    expect(reasonsFor(series, 8)).toContain('series')
    const library = Array.from({ length: 8 }, (_, i) =>
      attempt(i + 1, {
        device: 'one',
        wrong: { [i]: 2, [19 - i]: 4 },
        beat: k => 9000 + (((i + 3) * k * 7919) % 9000),
      }),
    )
    expect(reasonsFor(library, 8)).toEqual([])
  })

  it('is never a single weak sign: a shared line, numbers in a row, a page left often', () => {
    const random = seededRandom(3)
    const ownMistakes = () =>
      Object.fromEntries(Array.from({ length: 3 }, () => [Math.floor(random() * 20), 2 << Math.floor(random() * 3)]))
    const office = Array.from({ length: 30 }, (_, i) =>
      attempt(i + 1, {
        network: 'office',
        line: 13_900_000_000 + i,
        startedAt: 5000 * i,
        leaves: i === 3 ? 9 : 0,
        wrong: ownMistakes(),
        beat: k => 6000 + (((i + 5) * k * 7919) % 9000),
      }),
    )
    for (const one of office) expect(reasonsFor(office, one.account)).toEqual([])
  })
})
