import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayMs } from '#core/day'
import { attemptByPublicId } from '#db/attempt'
import { contestBySlug } from '#db/contest'
import { replaceStatistics } from '#db/statistics'
import { startAttempt } from './attempt.ts'
import { proposePublishing } from './contest-publish.ts'
import { contestForStaff } from './contest-view.ts'
import { forgetMoments } from './memory.ts'
import { paperAgain } from './paper.ts'
import { paperSpreads } from './paper-spread.ts'
import { citizen, contestWith, inventedQuestion, noon, openTestSite, type TestSite } from './testing.ts'
import { staffWith } from './testing-staff.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

let phones = 13_800_000_000
async function begun(slug = 'test') {
  const { who } = await citizen(site.rt, String(++phones))
  const started = await startAttempt(site.rt, who, slug, 'zh')
  if (!started.ok) throw new Error(started.refusal)
  const attempt = await attemptByPublicId(site.rt.storage.read, started.value.attempt.id)
  return attempt as NonNullable<typeof attempt>
}
const again = async (attempt: Awaited<ReturnType<typeof begun>>) => {
  const contest = await contestBySlug(site.rt.storage.read, 'test')
  return paperAgain(site.rt, contest as NonNullable<typeof contest>, attempt)
}
const questionsOf = (attempt: { paper: { revision: number }[] }) => attempt.paper.map(slot => slot.revision).sort()

describe('a paper', () => {
  it('can be drawn again from its seed and the pool of that time, though estimates have moved since', async () => {
    const contestId = await contestWith(site.rt)
    const first = await begun()
    const row = {
      contestId,
      revisionId: first.paper[0]?.revision ?? 0,
      shown: 500,
      answered: 500,
      right: 25,
      facility: 50,
      discrimination: null,
      choices: [25, 475, 0, 0],
      timed: 500,
      meanMs: 90_000,
      medianMs: 90_000,
    }
    await site.rt.storage.atomically(tx => replaceStatistics(tx, contestId, [row], null))
    forgetMoments(site.rt)
    const second = await begun()
    expect(second.poolId).not.toBe(first.poolId)
    expect(await again(first)).toEqual(first.paper)
    expect(await again(second)).toEqual(second.paper)
  })

  it('is drawn for each attempt by itself, from one pool as long as nothing changes', async () => {
    await contestWith(site.rt)
    const [one, other] = [await begun(), await begun()]
    expect(one.poolId).toBe(other.poolId)
    expect(one.paper).not.toEqual(other.paper)
  })

  it('has the same questions for all where the rules say so', async () => {
    await contestWith(site.rt, { rules: { paper: { draw: 'fixed' } } })
    const one = await begun()
    site.at(3 * dayMs)
    const other = await begun()
    expect(questionsOf(other)).toEqual(questionsOf(one))
    expect(other.paper).not.toEqual(one.paper)
    expect(await again(other)).toEqual(other.paper)
  })

  it('has the same questions for all of one day, and others on the next', async () => {
    await contestWith(site.rt, { rules: { paper: { draw: 'daily', total: 10 }, calendar: { dayStartsHour: 6 } } })
    const noon = await begun()
    site.at(17 * 3_600_000)
    const fiveInTheMorning = await begun()
    site.at(19 * 3_600_000)
    const sevenInTheMorning = await begun()
    expect(questionsOf(fiveInTheMorning)).toEqual(questionsOf(noon))
    expect(questionsOf(sevenInTheMorning)).not.toEqual(questionsOf(noon))
  })
})

describe('how far papers lie apart', () => {
  it('is told before the start of papers drawn to try, and after it of those given out', async () => {
    const drafts = Array.from({ length: 60 }, (_, i) => ({
      ...inventedQuestion(i),
      level: 1 + (i % 5),
      seconds: 10 + (i % 7) * 5,
    }))
    await contestWith(site.rt, { drafts, rules: { paper: { total: 10, tolerance: { score: 5, time: 8 } } } })
    const organizer = (await staffWith(site.rt, ['organizer'])).may('contests.write')
    const before = await paperSpreads(site.rt, organizer, 'test')
    expect(before).toMatchObject({ asked: { score: 5, time: 8 }, tried: { papers: 200 }, given: null })
    expect(before?.tried?.score).toBeLessThanOrEqual(5)
    expect(before?.tried?.time).toBeLessThanOrEqual(8)
    expect(before?.tried?.score).toBeGreaterThan(0)
    for (let i = 0; i < 3; i++) await begun()
    forgetMoments(site.rt)
    const after = await paperSpreads(site.rt, organizer, 'test')
    expect(after?.given).toMatchObject({ asDrawn: { papers: 3 }, byNow: { papers: 3 } })
    expect(after?.given?.asDrawn.score).toBeLessThanOrEqual(5)
    expect(await paperSpreads(site.rt, organizer, 'none')).toBe(null)
  })

  it('is told of nothing while there are too few questions', async () => {
    await contestWith(site.rt, { rules: { paper: { total: 31 } } })
    const organizer = (await staffWith(site.rt, ['organizer'])).may('contests.write')
    expect(await paperSpreads(site.rt, organizer, 'test')).toMatchObject({ tried: null, given: null })
  })
})

describe('a pool too small for the blueprint', () => {
  it('is named cell by cell, and keeps a contest from being published', async () => {
    const cells = [
      { chapter: null, kind: 'multiple' as const, level: null, count: 2 },
      { chapter: null, kind: 'single' as const, level: null, count: 18 },
    ]
    const rules = { paper: { total: 20, blueprint: cells } }
    await contestWith(site.rt, { publishedAt: null, opensAt: noon + dayMs, closesAt: noon + 2 * dayMs, rules })
    const organizer = (await staffWith(site.rt, ['organizer'])).may('contests.write')
    const seen = await contestForStaff(site.rt, organizer, 'test')
    expect(seen).toMatchObject({ value: { pool: 30, lacking: [{ ...cells[0], have: 0 }] } })
    expect(await proposePublishing(site.rt, organizer, 'test')).toMatchObject({
      refusal: 'blueprint-short',
      detail: { kind: 'multiple', need: 2, have: 0 },
    })
  })
})
