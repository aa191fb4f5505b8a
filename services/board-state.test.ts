import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { usualRules } from '#core/contest/rules'
import { dayMs } from '#core/day'
import type { WireGroupRow, WirePersonRow } from '#core/wire'
import { insertFinished } from '#db/attempt.fixture'
import { auditPage } from '#db/audit'
import { insertAct } from '#db/board-act'
import { contestById } from '#db/contest'
import { insertAccounts } from '#db/sample'
import { actOnBoards, type BoardAct, boardActs, boardState } from './board-state.ts'
import { keepBoards, recount, replaceStanding } from './counting.ts'
import { staffMember } from './prize-testing.ts'
import { publicId } from './secrets.ts'
import { standingsOf } from './standing.ts'
import { contestWith, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let contestId: number
beforeEach(async () => {
  site = await openTestSite()
  contestId = await contestWith(site.rt, { drafts: [] })
})
afterEach(() => site.close())

/** Somebody finishes a paper at this moment. @returns the account's id */
async function finish(score: number, region = 'yuzhong', accountId: number | null = null, number = 1): Promise<number> {
  return site.rt.storage.atomically(async tx => {
    const row = { publicId: publicId(), showName: false, roles: [], sample: true, createdAt: noon }
    const id = accountId ?? ([...(await insertAccounts(tx, [row])).values()][0] as number)
    const startedAt = site.rt.clock.now()
    const outcome = { score, correct: score, durationMs: 1000, finishedAt: startedAt, startedAt, number }
    await insertFinished(tx, {
      ...outcome,
      publicId: publicId(),
      contestId,
      accountId: id,
      region,
      organisationId: null,
    })
    const contest = await contestById(tx, contestId)
    if (contest) await replaceStanding(site.rt, tx, contest, id)
    return id
  })
}

const scores = async (query: { accountId?: number; scope?: string } = {}) => {
  site.rt.memory.clear()
  const { accountId = null, scope = 'whole' } = query
  const board = await standingsOf(site.rt, {
    slug: 'test',
    by: 'person',
    scope,
    region: null,
    limit: 50,
    after: null,
    accountId,
    locale: 'zh',
  })
  if (!board.ok) throw new Error(board.refusal)
  return { ...board.value, scores: (board.value.rows as WirePersonRow[]).map(row => row.score) }
}

const act = async (wish: BoardAct, reason = '颁奖典礼上揭晓') =>
  actOnBoards(site.rt, await staffMember(site.rt, publicId(), ['organizer'], 'contests.write'), 'test', {
    act: wish,
    reason,
  })

describe('frozen boards', () => {
  it('stand still for everybody, and one act reveals what happened behind them', async () => {
    await finish(50)
    const early = await finish(60)
    site.at(60_000)
    expect(await act('freeze')).toMatchObject({ ok: true, value: { frozenSince: noon + 60_000 } })
    site.at(120_000)
    const late = await finish(90)
    await finish(95, 'yuzhong', early, 2)
    await keepBoards(site.rt)
    const frozen = await scores({ accountId: early })
    expect(frozen).toMatchObject({ scores: [60, 50], participants: 2, frozenSince: noon + 60_000, asOf: noon + 60_000 })
    expect(frozen.me).toMatchObject({ rank: 1, score: 60 })
    expect((await scores({ accountId: late })).me).toBeNull()
    expect(await act('freeze')).toEqual({ ok: false, refusal: 'boards-frozen' })
    expect(await act('reveal')).toMatchObject({ ok: true, value: { frozenSince: null, revealing: false } })
    const revealed = await scores({ accountId: late })
    expect(revealed).toMatchObject({ scores: [95, 90, 50], participants: 3, frozenSince: null })
    expect(revealed.me?.rank).toBe(2)
    expect(await act('reveal')).toEqual({ ok: false, refusal: 'boards-not-frozen' })
  })

  it('freeze by the rules before the close, stay frozen after it, and a count from scratch waits too', async () => {
    const feedback = { ...usualRules.feedback, freezeSeconds: 3600 }
    contestId = await contestWith(site.rt, {
      slug: 'ruled',
      drafts: [],
      closesAt: noon + 2 * 3_600_000,
      rules: { feedback },
    })
    const contest = (await contestById(site.rt.storage.read, contestId)) as NonNullable<
      Awaited<ReturnType<typeof contestById>>
    >
    const state = async () => {
      site.rt.memory.clear()
      return boardState(site.rt, contest)
    }
    await finish(50)
    site.at(3_600_000)
    await finish(70)
    await site.rt.storage.atomically(tx => recount(site.rt, tx, contest))
    expect((await state()).frozenSince).toBe(noon + 3_600_000)
    site.at(3 * 3_600_000)
    expect((await state()).frozenSince).toBe(noon + 3_600_000)
    const organizer = await staffMember(site.rt, 'o', ['organizer'], 'contests.write')
    await actOnBoards(site.rt, organizer, 'ruled', { act: 'reveal', reason: '现在揭榜' })
    site.rt.memory.clear()
    const board = await standingsOf(site.rt, {
      slug: 'ruled',
      by: 'person',
      region: null,
      limit: 9,
      after: null,
      accountId: null,
      locale: 'zh',
    })
    expect(board.ok && (board.value.rows as WirePersonRow[]).map(row => row.score)).toEqual([70, 50])
  })

  it('show nothing of a reveal that was cut off until it is done', async () => {
    await finish(50)
    await act('freeze')
    await finish(90)
    const contest = await contestById(site.rt.storage.read, contestId)
    const organizer = await staffMember(site.rt, 'o', ['organizer'], 'contests.write')
    await site.rt.storage.atomically(async tx => {
      await insertAct(tx, { contestId, act: 'reveal', actorId: organizer.id, reason: '中断的揭榜', at: noon + 1 })
    })
    expect(contest).not.toBeNull()
    expect(await scores()).toMatchObject({ revealing: true, scores: [], me: null })
    await keepBoards(site.rt)
    expect(await scores()).toMatchObject({ revealing: false, scores: [90, 50] })
  })

  it('ask for a reason, name who did it, and are in the audit log', async () => {
    expect(await act('freeze', ' a ')).toMatchObject({ ok: false, refusal: 'reason-needed' })
    await act('freeze', '最后一小时封榜')
    const organizer = await staffMember(site.rt, 'o', ['organizer'], 'contests.write')
    expect(await boardActs(site.rt, organizer, 'test')).toMatchObject([{ act: 'freeze', reason: '最后一小时封榜' }])
    const rows = await auditPage(
      site.rt.storage.read,
      { actor: null, action: 'boards.freeze', subject: null, before: null },
      10,
    )
    expect(rows[0]).toMatchObject({ action: 'boards.freeze', subject: 'contest:test' })
    expect(await actOnBoards(site.rt, organizer, 'nowhere', { act: 'freeze', reason: '没有这个' })).toMatchObject({
      refusal: 'not-found',
    })
  })
})

describe('ranks of districts', () => {
  it('are left out by an act, and put back by another', async () => {
    for (let i = 0; i < 12; i++) await finish(80, i < 6 ? 'chengkou' : 'wulong')
    const ranks = async () => {
      site.rt.memory.clear()
      const board = await standingsOf(site.rt, {
        slug: 'test',
        by: 'region',
        region: null,
        limit: 50,
        after: null,
        accountId: null,
        locale: 'zh',
      })
      return board.ok ? (board.value.rows as WireGroupRow[]).map(row => [row.slug, row.rank] as const) : []
    }
    const both = [
      ['wulong', 1],
      ['chengkou', 1],
    ]
    expect((await ranks()).filter(([, rank]) => rank !== null)).toEqual(expect.arrayContaining(both))
    expect(await act('ranks-on')).toEqual({ ok: false, refusal: 'ranks-already' })
    await act('ranks-off')
    expect((await ranks())[0]).toEqual(['wanzhou', null])
    expect((await ranks()).every(([, rank]) => rank === null)).toBe(true)
    await act('ranks-on')
    expect((await ranks()).filter(([, rank]) => rank !== null)).toHaveLength(2)
  })
})

describe('boards of a day', () => {
  it('count what was started on it, beside the whole; a day that the contest does not have is refused', async () => {
    const person = await finish(50)
    site.at(dayMs)
    await finish(40, 'yuzhong', person, 2)
    expect((await scores({ scope: 'day-2026-11-22' })).scores).toEqual([50])
    expect((await scores({ scope: 'day-2026-11-23' })).scores).toEqual([40])
    expect((await scores()).scores).toEqual([50])
    const asked = {
      slug: 'test',
      by: 'person',
      region: null,
      limit: 9,
      after: null,
      accountId: null,
      locale: 'zh',
    } as const
    expect(await standingsOf(site.rt, { ...asked, scope: 'day-2020-01-01' })).toEqual({
      ok: false,
      refusal: 'scope-unknown',
    })
  })
})
