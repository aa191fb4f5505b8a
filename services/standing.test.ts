import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ContestRules } from '#core/contest/rules'
import { compareResults } from '#core/standing/rank'
import type { WireGroupRow, WirePersonRow } from '#core/wire'
import { contestById } from '#db/contest'
import { insertAccounts, insertAttempts } from '#db/sample'
import { recount } from './counting.ts'
import { publicId } from './secrets.ts'
import { type StandingsQuery, standingsOf } from './standing.ts'
import { contestWith, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

interface Stand {
  score: number
  durationMs: number
  finishedAt: number
  region: string
  name?: string
  showName?: boolean
}

async function stand(contestId: number, people: Stand[]): Promise<number[]> {
  return site.rt.storage.atomically(async tx => {
    const rows = people.map(person => ({ ...person, publicId: publicId() }))
    const ids = await insertAccounts(
      tx,
      rows.map(row => ({
        publicId: row.publicId,
        name: row.name ?? null,
        showName: row.showName ?? false,
        roles: [],
        sample: true,
        createdAt: noon,
      })),
    )
    const accountIds = rows.map(row => ids.get(row.publicId) as number)
    await insertAttempts(
      tx,
      rows.map(({ score, durationMs, finishedAt, region, publicId }, i) => ({
        publicId,
        contestId,
        accountId: accountIds[i] as number,
        number: 1,
        region,
        paper: [],
        startedAt: noon,
        deadlineAt: noon,
        acceptUntil: noon,
        heldBy: 0,
        displaced: [],
        maximum: 100,
        score,
        correct: score,
        durationMs,
        finishedAt,
        finishedBy: 'person' as const,
      })),
    )
    const contest = await contestById(tx, contestId)
    if (contest) await recount(site.rt, tx, contest)
    return accountIds
  })
}

const resultOf = ({ score, durationMs, finishedAt }: Stand) => ({
  score,
  correct: score,
  durationMs,
  finishedAt,
  attempts: 1,
  lot: 0,
})

const ask = async (query: Partial<StandingsQuery>) => {
  site.rt.memory.clear()
  const board = await standingsOf(site.rt, {
    slug: 'test',
    by: 'person',
    region: null,
    limit: 100,
    after: null,
    accountId: null,
    locale: 'zh',
    ...query,
  })
  if (!board.ok) throw new Error(board.refusal)
  return board.value
}

describe('people', () => {
  it('stand by score, then less time, and equals share a rank', async () => {
    const id = await contestWith(site.rt)
    await stand(id, [
      { score: 90, durationMs: 200, finishedAt: 3, region: 'yuzhong' },
      { score: 95, durationMs: 300, finishedAt: 1, region: 'yuzhong' },
      { score: 90, durationMs: 100, finishedAt: 9, region: 'nanan' },
      { score: 90, durationMs: 200, finishedAt: 2, region: 'nanan' },
      { score: 10, durationMs: 1, finishedAt: 1, region: 'nanan' },
    ])
    const board = await ask({})
    expect((board.rows as WirePersonRow[]).map(row => row.rank)).toEqual([1, 2, 3, 3, 5])
    const district = await ask({ region: 'nanan' })
    expect((district.rows as WirePersonRow[]).map(row => [row.rank, row.score])).toEqual([
      [1, 90],
      [2, 90],
      [3, 10],
    ])
  })

  it('are named only with their consent, and then masked; no id and no phone leaves', async () => {
    const id = await contestWith(site.rt)
    await stand(id, [
      { score: 9, durationMs: 1, finishedAt: 1, region: 'yuzhong', name: '张三丰', showName: true },
      { score: 8, durationMs: 1, finishedAt: 1, region: 'yuzhong', name: '李四', showName: false },
    ])
    const board = await ask({})
    expect((board.rows as WirePersonRow[]).map(row => row.name)).toEqual(['张*', '匿名'])
    expect(Object.keys(board.rows[0] ?? {}).sort()).toEqual([
      'durationMs',
      'name',
      'rank',
      'region',
      'regionName',
      'score',
    ])
  })

  it('are paged without gap or double, and ranked as a naive reading of the rules ranks them', async () => {
    const tieRules: ContestRules['ties'][] = [
      ['shared'],
      ['less-time', 'shared'],
      ['earlier-finish', 'shared'],
      ['less-time', 'earlier-finish', 'shared'],
      ['earlier-finish', 'less-time'],
    ]
    let round = 0
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...tieRules),
        fc.integer({ min: 1, max: 7 }),
        fc.array(
          fc.record({
            score: fc.integer({ min: 0, max: 3 }),
            durationMs: fc.integer({ min: 1, max: 3 }),
            finishedAt: fc.integer({ min: 1, max: 3 }),
            region: fc.constantFrom('yuzhong', 'nanan'),
          }),
          { minLength: 1, maxLength: 25 },
        ),
        async (ties, limit, people) => {
          const slug = `round-${round++}`
          const id = await contestWith(site.rt, { slug, drafts: [], rules: { ties } })
          const accountIds = await stand(id, people)
          const rows: WirePersonRow[] = []
          let after: string | null = null
          do {
            const board = await ask({ slug, limit, after })
            rows.push(...(board.rows as WirePersonRow[]))
            after = board.next
          } while (after !== null)
          const naive = people
            .map(
              person => 1 + people.filter(other => compareResults(resultOf(other), resultOf(person), ties) < 0).length,
            )
            .sort((a, b) => a - b)
          expect(rows.map(row => row.rank)).toEqual(naive)
          const me = await ask({ slug, accountId: accountIds[0] as number })
          const [first] = people
          const rank =
            1 + people.filter(other => first && compareResults(resultOf(other), resultOf(first), ties) < 0).length
          expect(me.me?.rank).toBe(rank)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('refuse a page token that is not ours', async () => {
    await contestWith(site.rt)
    for (const after of ['', 'x', 'eyJiZWZvcmUiOjB9', '..'])
      expect(
        await standingsOf(site.rt, {
          slug: 'test',
          by: 'person',
          region: null,
          limit: 5,
          after,
          accountId: null,
          locale: 'zh',
        }),
      ).toMatchObject({ ok: false, refusal: 'invalid-request' })
  })
})

describe('districts and counties', () => {
  it('are all there, by participants per 10,000 residents, with a mean only from five people on', async () => {
    const id = await contestWith(site.rt)
    const one = (region: string, score: number) => ({ score, durationMs: 1, finishedAt: 1, region })
    await stand(id, [
      ...Array.from({ length: 5 }, (_, i) => one('chengkou', 80 + i)),
      ...Array.from({ length: 4 }, () => one('wulong', 100)),
    ])
    const rows = (await ask({ by: 'region' })).rows as WireGroupRow[]
    expect(rows).toHaveLength(37)
    expect(rows[0]).toMatchObject({ slug: 'wanzhou', rank: null, participants: 0 })
    expect(rows.find(row => row.slug === 'chengkou')).toMatchObject({
      rank: null,
      participants: 5,
      mean: 82,
      perTenThousand: 0.25,
    })
    expect(rows.find(row => row.slug === 'wulong')).toMatchObject({ rank: null, participants: null, mean: null })
    expect(rows.every(row => row.rank === null)).toBe(true)
  })

  it('an old name leads to the unit it is part of now', async () => {
    await contestWith(site.rt)
    expect((await ask({ region: 'jiangbei' })).region).toBe('liangjiang')
  })
})
