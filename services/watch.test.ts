import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Allowed } from '#core/account/roles'
import { dayMs } from '#core/day'
import { auditPage } from '#db/audit'
import { saveAnswer } from './answer.ts'
import { attemptOf, clockOf, finishAttempt, finishOverdue, startAttempt } from './attempt.ts'
import { extraTimes, grantExtraTime, undoExtraTime } from './extra-time.ts'
import { citizen, contestWith, inventedQuestion, noon, openTestSite, type TestSite } from './testing.ts'
import { staffWith } from './testing-staff.ts'
import { extendContest, noticesFor, pauseContest, resumeContest, undoExtension } from './watch.ts'
import { watchNumbers } from './watch-numbers.ts'

let site: TestSite
let organizer: Allowed<'contests.write'>
const words = { zh: '机房断电，先停一停', en: '' }
const minute = 60_000

beforeEach(async () => {
  site = await openTestSite()
  organizer = (await staffWith(site.rt, ['organizer'])).may('contests.write')
})
afterEach(() => site.close())

async function started(number = '13800000001') {
  const person = await citizen(site.rt, number)
  const outcome = await startAttempt(site.rt, person.who, 'test', 'zh')
  if (!outcome.ok) throw new Error(outcome.refusal)
  const { attempt, paper } = outcome.value
  const first = paper[0]
  if (!first) throw new Error('An empty paper')
  const choice = [first.options[0]?.id ?? '']
  const save = (sequence: number) => saveAnswer(site.rt, person.token, attempt.id, { position: 1, choice, sequence })
  return { ...person, attempt, save }
}
const deadlineOf = async ({ who, attempt }: Awaited<ReturnType<typeof started>>) => {
  const seen = await attemptOf(site.rt, who, attempt.id, 'zh')
  return seen.ok ? seen.value.attempt.deadlineAt - noon : null
}

describe('a pause', () => {
  it('stops every clock, takes no answer meanwhile, loses none, and gives the time back', async () => {
    await contestWith(site.rt)
    const one = await started()
    site.at(4 * minute)
    expect((await one.save(1)).ok).toBe(true)
    expect(await pauseContest(site.rt, organizer, 'test', words)).toEqual({ ok: true, value: null })
    site.at(60 * minute)
    expect(await one.save(2)).toMatchObject({ refusal: 'contest-paused' })
    expect(await finishAttempt(site.rt, one.who, one.attempt.id)).toMatchObject({ refusal: 'contest-paused' })
    expect(await finishOverdue(site.rt)).toBe(0)
    const seen = await attemptOf(site.rt, one.who, one.attempt.id, 'zh')
    expect(seen).toMatchObject({ value: { attempt: { heldAt: noon + 4 * minute, finishedAt: null } } })
    const clock = async (who = one.who) => clockOf(site.rt, who, one.attempt.id)
    const [deadlineAt, heldAt] = [noon + 10 * minute, noon + 4 * minute]
    expect(await clock()).toEqual({
      ok: true,
      value: { deadlineAt, heldAt, over: false, serverNow: noon + 60 * minute },
    })
    expect(await clock((await citizen(site.rt, '13800000009')).who)).toMatchObject({ refusal: 'not-found' })
    expect(await resumeContest(site.rt, organizer, 'test', { zh: '供电恢复，继续作答', en: '' })).toMatchObject({
      ok: true,
    })
    expect(await deadlineOf(one)).toBe(66 * minute)
    site.at(65 * minute)
    expect((await one.save(2)).ok).toBe(true)
    expect(await clock()).toMatchObject({ value: { deadlineAt: noon + 66 * minute, heldAt: null, over: false } })
    const finish = await finishAttempt(site.rt, one.who, one.attempt.id)
    expect(await clock()).toMatchObject({ value: { over: true } })
    // Nine minutes of their own: four before the pause, five after it.
    expect(finish).toMatchObject({ ok: true, value: { durationMs: 9 * minute } })
  })

  it('lets nobody start, and tells everybody why', async () => {
    await contestWith(site.rt)
    await pauseContest(site.rt, organizer, 'test', words)
    const late = await citizen(site.rt, '13800000002')
    expect(await startAttempt(site.rt, late.who, 'test', 'zh')).toMatchObject({ refusal: 'contest-paused' })
    expect((await noticesFor(site.rt, 'test'))[0]).toMatchObject({ kind: 'paused', words })
    expect(
      (await auditPage(site.rt.storage.read, { actor: null, action: null, subject: null, before: null }, 5))[0],
    ).toMatchObject({ action: 'contest.paused' })
  })

  it('needs words, an open contest, and clocks that can stand still', async () => {
    await contestWith(site.rt)
    await contestWith(site.rt, { slug: 'later', opensAt: noon + dayMs, closesAt: noon + 2 * dayMs })
    await contestWith(site.rt, {
      slug: 'quick',
      rules: { clock: { seconds: null, questionSeconds: 20, graceSeconds: 0 } },
    })
    expect(await pauseContest(site.rt, organizer, 'test', { zh: ' ', en: '' })).toMatchObject({
      refusal: 'reason-needed',
    })
    expect(await pauseContest(site.rt, organizer, 'other', words)).toMatchObject({ refusal: 'not-found' })
    expect(await pauseContest(site.rt, organizer, 'later', words)).toMatchObject({ refusal: 'contest-not-open' })
    expect(await pauseContest(site.rt, organizer, 'quick', words)).toMatchObject({ refusal: 'pause-per-question' })
    expect(await resumeContest(site.rt, organizer, 'test', words)).toMatchObject({ refusal: 'contest-not-open' })
    expect((await noticesFor(site.rt, 'test')).length).toBe(0)
  })
})

describe('an extension', () => {
  it('gives those whom the close cut short their whole time, and is taken back while nobody has used it', async () => {
    await contestWith(site.rt, { closesAt: noon + 5 * minute })
    const one = await started()
    expect(await deadlineOf(one)).toBe(5 * minute)
    expect(await extendContest(site.rt, organizer, 'test', noon + 60 * minute, words)).toMatchObject({ ok: true })
    expect(await deadlineOf(one)).toBe(10 * minute)
    expect(await undoExtension(site.rt, organizer, 'test', words)).toMatchObject({ ok: true })
    expect(await deadlineOf(one)).toBe(5 * minute)
    expect(await undoExtension(site.rt, organizer, 'test', words)).toMatchObject({ refusal: 'contest-not-open' })
    expect((await noticesFor(site.rt, 'test')).map(notice => notice.kind)).toEqual(['extension-undone', 'extended'])
  })

  it('takes a last stage along, whose people go on and whose board is open', async () => {
    const stage = (id: string, from: number, to: number) => {
      return { id, name: { zh: id, en: id }, opensAt: noon + from * minute, closesAt: noon + to * minute }
    }
    const stages = [stage('first', -60, -1), stage('last', -1, 5)]
    await contestWith(site.rt, { closesAt: noon + 5 * minute, rules: { calendar: { stages } } })
    const one = await started()
    await extendContest(site.rt, organizer, 'test', noon + 60 * minute, words)
    expect(await deadlineOf(one)).toBe(10 * minute)
    await undoExtension(site.rt, organizer, 'test', words)
    expect(await deadlineOf(one)).toBe(5 * minute)
    await extendContest(site.rt, organizer, 'test', noon + 60 * minute, words)
    site.at(6 * minute)
    const late = await started('13800000002')
    expect(await deadlineOf(late)).toBe(16 * minute)
  })

  it('goes no further than the questions hold, and not past what was promised', async () => {
    const drafts = Array.from({ length: 30 }, (_, i) => ({
      ...inventedQuestion(i),
      validTo: i < 15 ? '2026-11-24' : null,
    }))
    const closesAt = noon + dayMs
    await contestWith(site.rt, { drafts, closesAt, rules: { calendar: { claimsUntil: noon + 20 * dayMs } } })
    const extended = (days: number) => extendContest(site.rt, organizer, 'test', noon + days * dayMs, words)
    expect(await extended(3)).toMatchObject({
      refusal: 'pool-too-small',
      detail: { where: 'closesAt', available: 15, needed: 20 },
    })
    expect(await extended(20)).toMatchObject({ refusal: 'contest-dates', detail: { problem: 'after-claims' } })
    expect(await extended(36_600)).toMatchObject({ refusal: 'contest-dates', detail: { problem: 'too-long' } })
    expect(await extended(2)).toMatchObject({ ok: true })
  })

  it('is never taken back from those who came in it, nor made before the present close', async () => {
    await contestWith(site.rt, { closesAt: noon + 5 * minute })
    expect(await extendContest(site.rt, organizer, 'test', noon + 4 * minute, words)).toMatchObject({
      refusal: 'contest-dates',
      detail: { problem: 'not-later' },
    })
    await extendContest(site.rt, organizer, 'test', noon + 60 * minute, words)
    site.at(6 * minute)
    await started()
    expect(await undoExtension(site.rt, organizer, 'test', words)).toMatchObject({ refusal: 'extension-used' })
  })
})

describe('extra time', () => {
  it('is given to one person, at once and for later attempts, with a reason', async () => {
    await contestWith(site.rt, { rules: { attempts: { ...(await usual()).attempts, total: 2 } } })
    const [one, other] = [await started('13800000001'), await started('13800000002')]
    const given = { phone: '138 0000 0001', percent: 150, reason: '使用读屏软件' }
    expect(await grantExtraTime(site.rt, organizer, 'test', given)).toEqual({ ok: true, value: null })
    expect([await deadlineOf(one), await deadlineOf(other)]).toEqual([15 * minute, 10 * minute])
    await finishAttempt(site.rt, one.who, one.attempt.id)
    const again = await startAttempt(site.rt, one.who, 'test', 'zh')
    expect(again).toMatchObject({ value: { attempt: { deadlineAt: noon + 15 * minute } } })
    const [row] = (await list()) ?? []
    expect(row).toMatchObject({ phone: '138****0001', percent: 150, undoneAt: null })
    expect(await undoExtraTime(site.rt, organizer, 'test', row?.id ?? '')).toMatchObject({ ok: true })
    expect(await undoExtraTime(site.rt, organizer, 'test', row?.id ?? '')).toMatchObject({ refusal: 'handled-already' })
  })

  it('is refused without a reason, for nobody, and for a time that is none', async () => {
    await contestWith(site.rt)
    await citizen(site.rt, '13800000001')
    const give = (change: object) =>
      grantExtraTime(site.rt, organizer, 'test', { phone: '13800000001', percent: 150, reason: '书写困难', ...change })
    expect(await give({ phone: '123' })).toMatchObject({ refusal: 'phone-invalid' })
    expect(await give({ phone: '13900000000' })).toMatchObject({ refusal: 'not-found' })
    expect(await give({ reason: '' })).toMatchObject({ refusal: 'reason-needed' })
    expect(await give({ percent: 1000 })).toMatchObject({ refusal: 'invalid-request' })
    expect(await undoExtraTime(site.rt, organizer, 'test', 'unknown')).toMatchObject({ refusal: 'not-found' })
    expect(await list()).toEqual([])
  })

  const list = async () => {
    const found = await extraTimes(site.rt, organizer, 'test')
    return found.ok ? found.value : null
  }
  const usual = async () => (await import('#core/contest/rules')).usualRules
})

it('live numbers follow starts and finishes, by minute and district', async () => {
  await contestWith(site.rt)
  const one = await started('13800000001')
  await started('13800000002')
  await finishAttempt(site.rt, one.who, one.attempt.id)
  const numbers = await watchNumbers(site.rt, organizer, 'test', 'zh')
  expect(numbers).toMatchObject({ value: { started: 2, finished: 1, paused: false, errors: { all: 0, recent: 0 } } })
  const value = numbers.ok ? numbers.value : null
  expect(value?.regions).toEqual([{ slug: 'yuzhong', name: '渝中区', started: 2, finished: 1 }])
  expect(value?.minutes.at(-1)).toMatchObject({ started: 2, finished: 1 })
  expect(await watchNumbers(site.rt, organizer, 'other', 'zh')).toMatchObject({ refusal: 'not-found' })
})
