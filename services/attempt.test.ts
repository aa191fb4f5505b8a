import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { optionId } from '#core/attempt/options'
import { samePoints } from '#core/contest/size'
import type { WireAttempt } from '#core/wire'
import { answersOf } from '#db/answer'
import { attemptByPublicId } from '#db/attempt'
import { saveAnswer, takeOver } from './answer.ts'
import { attemptOf, finishAttempt, finishOverdue, startAttempt } from './attempt.ts'
import { optionBytes } from './paper.ts'
import { resultOf } from './result.ts'
import { closeSession, type SignedIn } from './session.ts'
import { standingsOf } from './standing.ts'
import { anotherDevice, citizen, contestWith, inventedQuestion, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let who: SignedIn
let token: string

beforeEach(async () => {
  site = await openTestSite()
  ;({ who, token } = await citizen(site.rt, '13800138000'))
})
afterEach(() => site.close())

const ten = { total: 10, points: samePoints(10) }
const minute = { seconds: 60, graceSeconds: 3 }

async function start(slug = 'test', person = who): Promise<WireAttempt> {
  const started = await startAttempt(site.rt, person, slug, 'zh')
  if (!started.ok) throw new Error(started.refusal)
  return started.value
}

async function bytesOf(attempt: WireAttempt): Promise<Buffer> {
  const row = await attemptByPublicId(site.rt.storage.read, attempt.attempt.id)
  if (!row) throw new Error('no such attempt')
  return optionBytes(site.rt, row)
}

/** The id under which the attempt's owner knows the face's first option: the right one of an invented question. */
async function rightOption(attempt: WireAttempt, position: number): Promise<string> {
  return optionId(await bytesOf(attempt), position, 0)
}

const save = (attempt: WireAttempt, position: number, choice: string[], sequence = 1, by = token) =>
  saveAnswer(site.rt, by, attempt.attempt.id, { position, choice, sequence })

describe('starting', () => {
  it('gives a paper of the rules’ length with a deadline, and no key', async () => {
    await contestWith(site.rt, { rules: { paper: ten, clock: minute } })
    const { attempt, paper } = await start()
    expect(paper).toHaveLength(10)
    expect(new Set(paper.map(question => question.stem)).size).toBe(10)
    expect(attempt.deadlineAt - attempt.startedAt).toBe(60_000)
    expect(Object.keys(paper[0] ?? {}).sort()).toEqual(['kind', 'options', 'points', 'position', 'scenario', 'stem'])
  })

  it('never sets a deadline after the contest’s close', async () => {
    await contestWith(site.rt, { closesAt: site.rt.clock.now() + 20_000 })
    const { attempt } = await start()
    expect(attempt.deadlineAt - attempt.startedAt).toBe(20_000)
  })

  it('makes one attempt of fifty parallel starts', async () => {
    await contestWith(site.rt, { rules: { attempts: { total: 3 } } })
    const started = await Promise.all(Array.from({ length: 50 }, () => startAttempt(site.rt, who, 'test', 'zh')))
    const made = started.filter(outcome => outcome.ok)
    expect(made).toHaveLength(1)
    const refused = started.filter(outcome => !outcome.ok)
    expect(refused.every(outcome => outcome.refusal === 'attempt-open')).toBe(true)
    expect(refused[0]?.detail?.attempt).toBe(made[0]?.ok && made[0].value.attempt.id)
  })

  it('refuses one attempt more than the rules allow', async () => {
    await contestWith(site.rt, { rules: { attempts: { total: 2 } } })
    for (let i = 0; i < 2; i++) await finishAttempt(site.rt, who, (await start()).attempt.id)
    expect(await startAttempt(site.rt, who, 'test', 'zh')).toMatchObject({ ok: false, refusal: 'attempts-used-up' })
  })

  it('refuses before the opening, from the closing instant on, for drafts, and without a district', async () => {
    const now = site.rt.clock.now()
    await contestWith(site.rt, { slug: 'early', opensAt: now + 1 })
    await contestWith(site.rt, { slug: 'late', closesAt: now })
    await contestWith(site.rt, { slug: 'draft', publishedAt: null })
    await contestWith(site.rt)
    const nowhere = (await citizen(site.rt, '13900139000', null)).who
    expect(await startAttempt(site.rt, who, 'early', 'zh')).toMatchObject({ refusal: 'contest-not-open' })
    expect(await startAttempt(site.rt, who, 'late', 'zh')).toMatchObject({ refusal: 'contest-not-open' })
    expect(await startAttempt(site.rt, who, 'draft', 'zh')).toMatchObject({ refusal: 'not-found' })
    expect(await startAttempt(site.rt, nowhere, 'test', 'zh')).toMatchObject({
      refusal: 'not-eligible',
      detail: { reason: 'region-needed' },
    })
  })

  it('draws nothing that does not hold on every day of the contest', async () => {
    const drafts = Array.from({ length: 12 }, (_, i) => ({
      ...inventedQuestion(i),
      validTo: i < 2 ? '2026-11-25' : null,
    }))
    await contestWith(site.rt, { drafts, rules: { paper: { total: 11, points: samePoints(1) } } })
    expect(await startAttempt(site.rt, who, 'test', 'zh')).toMatchObject({ refusal: 'pool-too-small' })
  })
})

describe('saving', () => {
  it('keeps what the highest sequence said, whatever the order of arrival', async () => {
    await contestWith(site.rt)
    const attempt = await start()
    const [first, second] = (attempt.paper[0]?.options ?? []).map(option => option.id) as [string, string]
    await save(attempt, 1, [first], 5)
    expect(await save(attempt, 1, [second], 3)).toMatchObject({ ok: true, value: { sequence: 5 } })
    expect(await save(attempt, 1, [first], 5)).toMatchObject({ ok: true, value: { sequence: 5 } })
    expect(await save(attempt, 1, [second], 5)).toMatchObject({ refusal: 'sequence-used' })
    const shown = await attemptOf(site.rt, who, attempt.attempt.id, 'zh')
    expect(shown.ok && shown.value.answers).toMatchObject([{ position: 1, choice: [first], sequence: 5 }])
  })

  it('takes answers in the grace seconds and marks them, and none after', async () => {
    await contestWith(site.rt, { rules: { clock: minute } })
    const attempt = await start()
    const option = attempt.paper[0]?.options[0]?.id ?? ''
    site.at(60_000)
    expect(await save(attempt, 1, [option])).toMatchObject({ ok: true, value: { late: false } })
    site.at(60_001)
    expect(await save(attempt, 2, [attempt.paper[1]?.options[0]?.id ?? ''])).toMatchObject({ value: { late: true } })
    site.at(63_000)
    expect(await save(attempt, 3, [attempt.paper[2]?.options[0]?.id ?? ''])).toMatchObject({ value: { late: true } })
    site.at(63_001)
    expect(await save(attempt, 4, [attempt.paper[3]?.options[0]?.id ?? ''])).toMatchObject({ refusal: 'attempt-over' })
  })

  it('refuses options of another question, another attempt, doubles, and several where one is allowed', async () => {
    await contestWith(site.rt)
    const attempt = await start()
    const other = await start('test', (await citizen(site.rt, '13900139000')).who)
    const [a, b] = (attempt.paper[0]?.options ?? []).map(option => option.id) as [string, string]
    const foreign = [attempt.paper[1]?.options[0]?.id, other.paper[0]?.options[0]?.id, 'x'.repeat(8), '']
    for (const id of foreign) expect(await save(attempt, 1, [id ?? ''])).toMatchObject({ refusal: 'choice-invalid' })
    expect(await save(attempt, 1, [a, b])).toMatchObject({ refusal: 'choice-invalid' })
    expect(await save(attempt, 1, [a, a])).toMatchObject({ refusal: 'choice-invalid' })
    expect(await save(attempt, 99, [a])).toMatchObject({ refusal: 'position-unknown' })
  })

  it('hides another person’s attempt as if it were not there', async () => {
    await contestWith(site.rt)
    const attempt = await start()
    const { who: stranger, token: strange } = await citizen(site.rt, '13900139000')
    const id = attempt.attempt.id
    const option = attempt.paper[0]?.options[0]?.id ?? ''
    expect(await attemptOf(site.rt, stranger, id, 'zh')).toMatchObject({ refusal: 'not-found' })
    expect(await save(attempt, 1, [option], 1, strange)).toMatchObject({ refusal: 'not-found' })
    expect(await finishAttempt(site.rt, stranger, id)).toMatchObject({ refusal: 'not-found' })
    expect(await resultOf(site.rt, stranger, id, 'zh')).toMatchObject({ refusal: 'not-found' })
    expect(await takeOver(site.rt, stranger, id)).toMatchObject({ refusal: 'not-found' })
  })

  it('asks for a session in force, each time anew', async () => {
    await contestWith(site.rt)
    const attempt = await start()
    const option = attempt.paper[0]?.options[0]?.id ?? ''
    expect(await save(attempt, 1, [option], 1, 'nobody’s')).toMatchObject({ refusal: 'sign-in-required' })
    expect(await save(attempt, 1, [option])).toMatchObject({ ok: true })
    await closeSession(site.rt, who.sessionId)
    expect(await save(attempt, 1, [option], 2)).toMatchObject({ refusal: 'sign-in-required' })
  })

  it('lets a second device take over, tells the first, and gives it back on wish', async () => {
    await contestWith(site.rt)
    const attempt = await start()
    const option = attempt.paper[0]?.options[0]?.id ?? ''
    const second = (await anotherDevice(site.rt, who.account.id)).token
    expect(await save(attempt, 1, [option], 1, second)).toMatchObject({ ok: true })
    expect(await save(attempt, 1, [option], 2)).toMatchObject({ refusal: 'attempt-elsewhere' })
    const told = await attemptOf(site.rt, who, attempt.attempt.id, 'zh')
    expect(told.ok && told.value.attempt.here).toBe(false)
    await takeOver(site.rt, who, attempt.attempt.id)
    expect(await save(attempt, 1, [option], 2)).toMatchObject({ ok: true })
    expect(await save(attempt, 1, [option], 3, second)).toMatchObject({ refusal: 'attempt-elsewhere' })
  })
})

describe('finishing', () => {
  it('shows the score at once, however long the marking takes', async () => {
    await contestWith(site.rt, { rules: { paper: ten, clock: minute } })
    const attempt = await start()
    const { clock } = site.rt
    let looks = 0
    const ticking = { ...site.rt, clock: { now: () => clock.now() + ++looks } }
    expect(await finishAttempt(ticking, who, attempt.attempt.id)).toMatchObject({ value: { score: 0, correct: 0 } })
  })

  it('scores what was saved, once, though fifty finish at the same time', async () => {
    await contestWith(site.rt, { rules: { paper: ten } })
    const attempt = await start()
    for (const position of [1, 2, 3]) await save(attempt, position, [await rightOption(attempt, position)])
    site.at(30_000)
    const ends = await Promise.all(Array.from({ length: 50 }, () => finishAttempt(site.rt, who, attempt.attempt.id)))
    expect(new Set(ends.map(end => JSON.stringify(end))).size).toBe(1)
    expect(ends[0]).toMatchObject({
      ok: true,
      value: { score: 30, maximum: 100, correct: 3, total: 10, durationMs: 30_000 },
    })
    const option = attempt.paper[3]?.options[0]?.id ?? ''
    expect(await save(attempt, 4, [option])).toMatchObject({ refusal: 'attempt-over' })
  })

  it('is done by the server when the phone is off, at the deadline and not later', async () => {
    await contestWith(site.rt, { rules: { paper: ten, clock: minute } })
    const attempt = await start()
    await save(attempt, 1, [await rightOption(attempt, 1)])
    site.at(63_000)
    expect(await finishOverdue(site.rt)).toBe(0)
    site.at(63_001)
    expect(await finishOverdue(site.rt)).toBe(1)
    const result = await resultOf(site.rt, who, attempt.attempt.id, 'zh')
    expect(result).toMatchObject({ ok: true, value: { score: 10, durationMs: 60_000, finishedBy: 'server', rank: 1 } })
  })

  it('multiple choice counts only when all right options are chosen and no other', async () => {
    await contestWith(site.rt, {
      drafts: [inventedQuestion(1, 'multiple')],
      rules: { paper: { total: 1, points: samePoints(5) }, attempts: { total: 3 }, counts: { by: 'best' } },
    })
    for (const [bits, score] of [
      [[0], 0],
      [[0, 1, 2], 0],
      [[0, 1], 5],
    ] as const) {
      const attempt = await start()
      const bytes = await bytesOf(attempt)
      expect(
        await save(
          attempt,
          1,
          bits.map(bit => optionId(bytes, 1, bit)),
        ),
      ).toMatchObject({ ok: true })
      expect(await finishAttempt(site.rt, who, attempt.attempt.id)).toMatchObject({ value: { score } })
    }
  })

  it('counts the best attempt, or the first, or the last, as the rules say', async () => {
    for (const counts of ['best', 'first', 'last'] as const) {
      await contestWith(site.rt, {
        slug: counts,
        drafts: [inventedQuestion(1), inventedQuestion(2)],
        rules: { paper: { total: 2, points: samePoints(5) }, attempts: { total: 3 }, counts: { by: counts } },
      })
      for (const [i, right] of [1, 2, 0].entries()) {
        site.at(i * 1000)
        const attempt = await start(counts)
        for (let i = 1; i <= right; i++) await save(attempt, i, [await rightOption(attempt, i)])
        await finishAttempt(site.rt, who, attempt.attempt.id)
      }
      site.rt.memory.clear()
      const board = await standingsOf(site.rt, {
        slug: counts,
        by: 'person',
        region: null,
        limit: 10,
        after: null,
        accountId: who.account.id,
        locale: 'zh',
      })
      expect(board.ok && board.value.me?.score).toBe({ best: 10, first: 5, last: 0 }[counts])
    }
  })
})

describe('the result', () => {
  it('explains at once, or at the close, or never, as the rules say', async () => {
    const closesAt = site.rt.clock.now() + 3_600_000
    for (const [answers, now, later] of [
      ['at-once', true, true],
      ['at-close', false, true],
      ['never', false, false],
    ] as const) {
      site.at(0)
      await contestWith(site.rt, { slug: answers, closesAt, rules: { feedback: { answers, rank: true } } })
      const attempt = await start(answers)
      await finishAttempt(site.rt, who, attempt.attempt.id)
      const seen = async () => {
        const result = await resultOf(site.rt, who, attempt.attempt.id, 'zh')
        return result.ok && result.value.review !== null
      }
      expect(await seen()).toBe(now)
      site.at(3_600_000 + 3000)
      expect(await seen()).toBe(later)
    }
  })

  it('is refused while the attempt is open', async () => {
    await contestWith(site.rt)
    const attempt = await start()
    expect(await resultOf(site.rt, who, attempt.attempt.id, 'zh')).toMatchObject({ refusal: 'attempt-unfinished' })
  })

  it('says question by question what was chosen and what is right', async () => {
    await contestWith(site.rt, { rules: { paper: ten } })
    const attempt = await start()
    await save(attempt, 1, [await rightOption(attempt, 1)])
    await finishAttempt(site.rt, who, attempt.attempt.id)
    const result = await resultOf(site.rt, who, attempt.attempt.id, 'zh')
    const review = result.ok ? (result.value.review ?? []) : []
    expect(review).toHaveLength(10)
    expect(review[0]).toMatchObject({ isRight: true, answered: true })
    expect(review[1]).toMatchObject({ isRight: false, answered: false })
    expect(review[0]?.options.filter(option => option.right && option.chosen)).toHaveLength(1)
  })
})

it('ends with the highest sequence in whatever order saves arrive, and repeating any of them changes nothing', async () => {
  await contestWith(site.rt)
  const attempt = await start()
  const ids = attempt.paper[0]?.options.map(option => option.id) ?? []
  const saves = fc.uniqueArray(fc.record({ sequence: fc.integer({ min: 1, max: 99 }), option: fc.nat(3) }), {
    selector: one => one.sequence,
    minLength: 1,
    maxLength: 8,
  })
  let above = 0
  await fc.assert(
    fc.asyncProperty(saves, fc.array(fc.nat(), { maxLength: 5 }), async (given, repeats) => {
      const order = [...given, ...repeats.map(n => given[n % given.length] as (typeof given)[number])]
      for (const one of order) {
        const saved = await save(attempt, 1, [ids[one.option] ?? ''], above + one.sequence)
        expect(saved.ok).toBe(true)
      }
      const highest = given.reduce((a, b) => (a.sequence > b.sequence ? a : b))
      const shown = await attemptOf(site.rt, who, attempt.attempt.id, 'zh')
      expect(shown.ok && shown.value.answers[0]).toMatchObject({
        choice: [ids[highest.option]],
        sequence: above + highest.sequence,
      })
      above += 100
    }),
    { numRuns: 20 },
  )
})

it('stores one answer row a position, however often it was saved', async () => {
  await contestWith(site.rt)
  const attempt = await start()
  const ids = attempt.paper[0]?.options.map(option => option.id) ?? []
  await Promise.all(ids.map((id, i) => save(attempt, 1, [id], i + 1)))
  const row = await attemptByPublicId(site.rt.storage.read, attempt.attempt.id)
  const rows = await answersOf(site.rt.storage.read, row?.id ?? 0)
  expect(rows.map(answer => answer.sequence)).toEqual([ids.length])
})
