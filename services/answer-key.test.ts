import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RulesChange } from '#core/contest/testing'
import { dayMs } from '#core/day'
import { type ContestRow, contestBySlug, insertContest, setsOfContest } from '#db/contest'
import { holdClocks, moveClock, openAttemptsOf } from '#db/watch'
import { answerKey } from './answer-key.ts'
import { finishOverdue, startAttempt } from './attempt.ts'
import { citizen, contestWith, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const keyOf = async (publicity: RulesChange['publicity'], at: number, page = 1) => {
  await contestWith(site.rt, { rules: { publicity } })
  site.at(at)
  return answerKey(site.rt, 'test', page, 'zh')
}

it('publishes what is right and why once the contest is over', async () => {
  const key = await keyOf({ answerKey: true }, 8 * dayMs)
  expect(key?.questions.length).toBeGreaterThan(0)
  expect(key?.questions.every(({ options }) => options.some(({ right }) => right))).toBe(true)
})

it('publishes nothing before the close, where the rules promise none, or past the last page', async () => {
  expect(await keyOf({ answerKey: true }, 0)).toBeNull()
  site.at(8 * dayMs)
  expect(await answerKey(site.rt, 'test', 999, 'zh')).toBeNull()
  expect(await answerKey(site.rt, 'nowhere', 1, 'zh')).toBeNull()
})

it('publishes nothing where the rules promise no key', async () => {
  expect(await keyOf({ answerKey: false }, 8 * dayMs)).toBeNull()
})

describe('While another contest asks from the same set', () => {
  const shownAt = (at: number) => {
    site.at(at)
    return answerKey(site.rt, 'test', 1, 'zh')
  }
  /** One more contest on the set of the first one. */
  const another = async (closesAt: number, more: { publishedAt?: null; sample?: boolean } = {}) => {
    const { read, atomically } = site.rt.storage
    const held = (await contestBySlug(read, 'test')) as ContestRow
    const sets = (await setsOfContest(read, held.id)).map(({ id }) => id)
    const { id: _id, ...row } = { ...held, slug: 'other', publicId: 'other', closesAt, ...more }
    return atomically(tx => insertContest(tx, row, sets))
  }
  beforeEach(async () => {
    await contestWith(site.rt, { rules: { publicity: { answerKey: true } } })
  })

  it('the key waits for the other’s close', async () => {
    await another(noon + 20 * dayMs)
    expect(await shownAt(8 * dayMs)).toBeNull()
    expect(await shownAt(20 * dayMs + 1)).not.toBeNull()
  })

  it('and for a paper that a pause has taken behind that close', async () => {
    const other = await another(noon + dayMs)
    site.at(0)
    const { who } = await citizen(site.rt, '13800138000')
    const started = await startAttempt(site.rt, who, 'other', 'zh')
    if (!started.ok) throw new Error(started.refusal)
    await site.rt.storage.atomically(tx => holdClocks(tx, other, noon))
    expect(await shownAt(8 * dayMs)).toBeNull()
    const [held] = await openAttemptsOf(site.rt.storage.read, other, true)
    const over = { deadlineAt: noon, acceptUntil: noon, heldAt: null }
    await site.rt.storage.atomically(tx => moveClock(tx, held?.id ?? 0, over))
    await finishOverdue(site.rt)
    expect(await shownAt(8 * dayMs)).not.toBeNull()
  })

  it('drafts and samples keep nobody waiting, nor does a contest of another set', async () => {
    await another(noon + 20 * dayMs, { publishedAt: null })
    await contestWith(site.rt, { slug: 'foreign', closesAt: noon + 20 * dayMs })
    expect(await shownAt(8 * dayMs)).not.toBeNull()
  })
})
