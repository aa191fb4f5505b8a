import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Allowed } from '#core/account/roles'
import { dayMs } from '#core/day'
import { attemptByPublicId } from '#db/attempt'
import { contestBySlug } from '#db/contest'
import { saveAnswer } from './answer.ts'
import { finishAttempt, startAttempt } from './attempt.ts'
import { integrityOf, reviewContest, reviewRunning } from './integrity.ts'
import { forgetMoments } from './memory.ts'
import { standingsOf } from './standing.ts'
import { answerAppeal, appeal, decideCase, ownStrike, undoStrike } from './strike.ts'
import { citizen, contestWith, noon, openTestSite, type TestSite } from './testing.ts'
import { staffWith } from './testing-staff.ts'
import { leftPage, type Origin } from './trace.ts'

let site: TestSite
let reviewer: Allowed<'integrity.review'>
let another: Allowed<'integrity.review'>

beforeEach(async () => {
  site = await openTestSite()
  await contestWith(site.rt, { rules: {} })
  reviewer = await organizer('first')
  another = await organizer('second')
})
afterEach(() => site.close())

const organizer = async (login: string) => (await staffWith(site.rt, ['organizer'], { login })).may('integrity.review')

/** Answers all questions, each right one after so many milliseconds. */
async function takes(number: string, beat: (i: number) => number, origin: Origin | null = null) {
  const person = await citizen(site.rt, number)
  let now = 0
  site.at(now)
  const started = await startAttempt(site.rt, person.who, 'test', 'zh', origin)
  if (!started.ok) throw new Error(started.refusal)
  const { attempt, paper } = started.value
  for (const { position, options } of paper) {
    now += beat(position)
    site.at(now)
    const right = options.find(option => option.text.endsWith('甲')) ?? options[0]
    await saveAnswer(site.rt, person.token, attempt.id, { position, choice: [right?.id ?? ''], sequence: 1 })
  }
  await finishAttempt(site.rt, person.who, attempt.id)
  return { ...person, attempt: attempt.id }
}
const calmly = (i: number) => 6000 + ((i * 7919) % 9000)
const atOnce = () => 100

const names = async () => {
  forgetMoments(site.rt)
  const board = await standingsOf(site.rt, {
    slug: 'test',
    by: 'person',
    region: null,
    limit: 50,
    after: null,
    accountId: null,
    locale: 'zh',
  } as Parameters<typeof standingsOf>[1])
  return board.ok ? board.value.participants : -1
}
const queue = async () => {
  const found = await integrityOf(site.rt, reviewer, 'test')
  if (!found.ok) throw new Error(found.refusal)
  return found.value
}

describe('a review of a contest', () => {
  it('puts a script before a person with its reason, and leaves a calm person alone', async () => {
    await takes('13800000001', calmly)
    const script = await takes('13800000002', atOnce)
    const done = await reviewContest(site.rt, reviewer, 'test')
    expect(done).toEqual({ ok: true, value: { attempts: 2, cases: 1 } })
    const { waitingCases, waiting, candidates, reviewed } = await queue()
    expect([waiting, candidates, reviewed?.attempts]).toEqual([1, 1, 2])
    expect(waitingCases[0]?.attempt).toBe(script.attempt)
    expect(waitingCases[0]?.reasons.map(reason => reason.code)).toContain('too-fast')
  })

  it('knows no contest of another name, and nobody is reviewed twice at once', async () => {
    expect(await reviewContest(site.rt, reviewer, 'other')).toMatchObject({ ok: false, refusal: 'not-found' })
    const both = await Promise.all([reviewContest(site.rt, reviewer, 'test'), reviewContest(site.rt, reviewer, 'test')])
    expect(both.filter(one => one.ok)).toHaveLength(1)
    expect(both.find(one => !one.ok)).toMatchObject({ refusal: 'busy' })
  })

  it('keeps what was decided when it looks again', async () => {
    await takes('13800000002', atOnce)
    await reviewContest(site.rt, reviewer, 'test')
    const [found] = (await queue()).waitingCases
    await decideCase(site.rt, reviewer, 'test', found?.id ?? '', 'cleared', '本人说明是练过的')
    await reviewContest(site.rt, reviewer, 'test')
    const { waiting, decidedCases } = await queue()
    expect(waiting).toBe(0)
    expect(decidedCases[0]).toMatchObject({ decision: 'cleared', note: '本人说明是练过的' })
  })
})

describe('a strike', () => {
  async function struckOut() {
    await takes('13800000001', calmly)
    const script = await takes('13800000002', atOnce)
    await reviewContest(site.rt, reviewer, 'test')
    const [found] = (await queue()).waitingCases
    const decided = await decideCase(
      site.rt,
      reviewer,
      'test',
      found?.id ?? '',
      'struck-out',
      '二十题都在读完题干之前作答',
    )
    return { script, caseId: found?.id ?? '', decided }
  }

  it('takes the person off the board, tells the reason, and is undone without a trace on the board', async () => {
    const { script } = await struckOut()
    expect(await names()).toBe(1)
    expect(await ownStrike(site.rt, script.who, 'test')).toMatchObject({
      reason: '二十题都在读完题干之前作答',
      mayAppeal: true,
    })
    const [strike] = (await queue()).strikes
    expect(await undoStrike(site.rt, reviewer, 'test', strike?.id ?? '', '核对后是误会')).toEqual({
      ok: true,
      value: null,
    })
    expect(await names()).toBe(2)
    expect(await ownStrike(site.rt, script.who, 'test')).toBeNull()
    expect((await queue()).waiting).toBe(1)
    expect(await undoStrike(site.rt, reviewer, 'test', strike?.id ?? '', '再来撤回一次')).toMatchObject({
      refusal: 'handled-already',
    })
  })

  it('asks for a reason, and is decided once', async () => {
    const { caseId, decided } = await struckOut()
    expect(decided.ok).toBe(true)
    expect(await decideCase(site.rt, another, 'test', caseId, 'cleared', '没有问题，已核对')).toMatchObject({
      refusal: 'handled-already',
    })
    expect(await decideCase(site.rt, another, 'test', 'unknown', 'cleared', '没有问题，已核对')).toMatchObject({
      refusal: 'not-found',
    })
    expect(await decideCase(site.rt, another, 'test', caseId, 'cleared', ' ')).toMatchObject({
      refusal: 'reason-needed',
    })
  })

  it('is appealed once, in time, and judged by somebody else', async () => {
    const { script } = await struckOut()
    expect(await appeal(site.rt, script.who, 'test', '我')).toMatchObject({ refusal: 'reason-needed' })
    expect(await appeal(site.rt, script.who, 'test', '我用读屏软件的快捷键作答')).toEqual({ ok: true, value: null })
    expect(await appeal(site.rt, script.who, 'test', '再说一遍我的理由')).toMatchObject({ refusal: 'handled-already' })
    const [strike] = (await queue()).strikes
    const id = strike?.id ?? ''
    expect(await answerAppeal(site.rt, reviewer, 'test', id, { upheld: true, words: '维持原来的决定' })).toMatchObject({
      refusal: 'second-person-needed',
    })
    expect(await answerAppeal(site.rt, another, 'test', id, { upheld: false, words: '核对属实，恢复成绩' })).toEqual({
      ok: true,
      value: null,
    })
    expect(await names()).toBe(2)
  })

  it('leaves no appeal after its days, nor to somebody who was not struck out', async () => {
    const { script } = await struckOut()
    const calm = await citizen(site.rt, '13800000009')
    expect(await appeal(site.rt, calm.who, 'test', '我没有作弊，请复核')).toMatchObject({ refusal: 'not-found' })
    site.at(8 * 24 * 3_600_000)
    expect(await appeal(site.rt, script.who, 'test', '我没有作弊，请复核')).toMatchObject({ refusal: 'not-found' })
  })
})

describe('where an attempt came from', () => {
  it('is kept as hashes that tell neither browser nor network, and counts how often the page was left', async () => {
    const origin = { browser: 'mark-of-a-browser', network: '203.0.113.0/24' }
    const person = await citizen(site.rt, '13800000003')
    const stranger = await citizen(site.rt, '13800000004')
    const started = await startAttempt(site.rt, person.who, 'test', 'zh', origin)
    const id = started.ok ? started.value.attempt.id : ''
    expect(await leftPage(site.rt, person.who, id)).toEqual({ ok: true, value: null })
    expect(await leftPage(site.rt, stranger.who, id)).toMatchObject({ refusal: 'not-found' })
    const attempt = await attemptByPublicId(site.rt.storage.read, id)
    const { attemptTraces } = await import('#db/schema/integrity')
    const [trace] = await site.rt.storage.read.select().from(attemptTraces)
    expect(trace).toMatchObject({ attemptId: attempt?.id, leaves: 1 })
    expect(JSON.stringify(trace)).not.toMatch(/mark-of|203/)
    site.at(3_600_000)
    expect(await leftPage(site.rt, person.who, id)).toMatchObject({ refusal: 'attempt-over' })
  })

  it('is forgotten ninety days after the contest', async () => {
    await takes('13800000001', calmly, { browser: 'a', network: 'b' })
    const contest = await contestBySlug(site.rt.storage.read, 'test')
    const { attemptTraces } = await import('#db/schema/integrity')
    const left = async () => (await site.rt.storage.read.select().from(attemptTraces)).length
    const closed = (contest?.closesAt ?? 0) - noon
    site.at(closed + 90 * dayMs)
    await reviewRunning(site.rt)
    expect(await left()).toBe(1)
    site.at(closed + 90 * dayMs + 1)
    await reviewRunning(site.rt)
    expect(await left()).toBe(0)
  })
})
