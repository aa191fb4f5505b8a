import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { optionId } from '#core/attempt/options'
import { samePoints } from '#core/contest/size'
import type { RulesChange } from '#core/contest/testing'
import type { WireAttempt } from '#core/wire'
import { attemptByPublicId } from '#db/attempt'
import { saveAnswer } from './answer.ts'
import { attemptOf, finishAttempt, startAttempt } from './attempt.ts'
import { optionBytes } from './paper.ts'
import type { SignedIn } from './session.ts'
import { citizen, contestWith, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let who: SignedIn
let token: string
beforeEach(async () => {
  site = await openTestSite()
  ;({ who, token } = await citizen(site.rt, '13800138000'))
})
afterEach(() => site.close())

async function started(rules: RulesChange): Promise<WireAttempt> {
  await contestWith(site.rt, { rules: { paper: { total: 3, points: samePoints(10), ...rules.paper }, ...rules } })
  const attempt = await startAttempt(site.rt, who, 'test', 'zh')
  if (!attempt.ok) throw new Error(attempt.refusal)
  return attempt.value
}

/** An invented question's first option is the right one. */
async function optionOf(attempt: WireAttempt, position: number, option: number): Promise<string> {
  const row = await attemptByPublicId(site.rt.storage.read, attempt.attempt.id)
  if (!row) throw new Error('no such attempt')
  return optionId(optionBytes(site.rt, row), position, option)
}
const say = async (attempt: WireAttempt, position: number, option: number | null, sequence = 1) =>
  saveAnswer(site.rt, token, attempt.attempt.id, {
    position,
    choice: option === null ? [] : [await optionOf(attempt, position, option)],
    sequence,
  })
const seen = async (attempt: WireAttempt) => {
  const now = await attemptOf(site.rt, who, attempt.attempt.id, 'zh')
  if (!now.ok) throw new Error(now.refusal)
  return { ...now.value.oneWay, paper: now.value.paper.map(question => question.position) }
}

describe('Questions with a time of their own', () => {
  const twenty: RulesChange = { clock: { seconds: null, questionSeconds: 20, graceSeconds: 3 } }

  it('come one by one: no later one is seen before its turn', async () => {
    const attempt = await started(twenty)
    expect(attempt.attempt).toMatchObject({ total: 3 })
    expect(attempt.attempt.deadlineAt - attempt.attempt.startedAt).toBe(60_000)
    expect(attempt.oneWay).toEqual({ position: 1, closesAt: attempt.attempt.startedAt + 20_000 })
    expect(attempt.paper.map(question => question.position)).toEqual([1])
    site.at(5000)
    expect(await say(attempt, 1, 0)).toMatchObject({ ok: true })
    expect(await seen(attempt)).toEqual({ position: 2, closesAt: attempt.attempt.startedAt + 25_000, paper: [2] })
  })

  it('take an answer in their own time only, and once', async () => {
    const attempt = await started(twenty)
    expect(await say(attempt, 2, 0)).toMatchObject({ refusal: 'question-not-yet' })
    expect(await say(attempt, 1, 0)).toMatchObject({ ok: true, value: { late: false } })
    expect(await say(attempt, 1, 0)).toMatchObject({ ok: true })
    expect(await say(attempt, 1, 1, 2)).toMatchObject({ refusal: 'question-over' })
    site.at(22_000)
    expect(await say(attempt, 2, 0)).toMatchObject({ ok: true, value: { late: true } })
    expect(await seen(attempt)).toMatchObject({ position: 3 })
    site.at(44_000)
    expect(await say(attempt, 3, 0)).toMatchObject({ refusal: 'question-over' })
    expect(await seen(attempt)).toEqual({ position: null, closesAt: null, paper: [] })
    expect(await finishAttempt(site.rt, who, attempt.attempt.id)).toMatchObject({ value: { score: 20, correct: 2 } })
  })

  it('are passed by an empty answer', async () => {
    const attempt = await started(twenty)
    expect(await say(attempt, 1, null)).toMatchObject({ ok: true })
    expect(await seen(attempt)).toMatchObject({ position: 2 })
    expect(await say(attempt, 1, 0, 2)).toMatchObject({ refusal: 'question-over' })
  })
})

describe('Out after errors', () => {
  it('ends the paper with the last error allowed, and keeps what was scored', async () => {
    const attempt = await started({ paper: { total: 4, points: samePoints(10), outAfter: 2 } })
    expect(attempt.oneWay).toEqual({ position: 1, closesAt: null })
    expect(await say(attempt, 1, 0)).toMatchObject({ ok: true })
    expect(await say(attempt, 2, 1)).toMatchObject({ ok: true, value: { savedAt: expect.any(Number) } })
    const last = await say(attempt, 3, 1)
    expect(last).toMatchObject({ ok: true, value: { over: true } })
    expect(await say(attempt, 4, 0)).toMatchObject({ refusal: 'attempt-over' })
    expect(await finishAttempt(site.rt, who, attempt.attempt.id)).toMatchObject({ value: { score: 10, correct: 1 } })
  })
})

it('A paper whose questions stay open is shown whole', async () => {
  const attempt = await started({ clock: { seconds: 60 } })
  expect([attempt.oneWay, attempt.paper.length]).toEqual([null, 3])
})
