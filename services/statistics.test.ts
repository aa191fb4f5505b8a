import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contestById } from '#db/contest'
import { contestStatisticsOf, itemRows, observedOf } from '#db/statistics'
import { refreshStatistics } from './statistics.ts'
import { contestTaken, questionsTaken, type Told } from './taken.fixture.ts'
import { openTestSite, type TestSite } from './testing.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const contestRow = async (id: number) =>
  (await contestById(site.rt.storage.read, id)) as NonNullable<Awaited<ReturnType<typeof contestById>>>

describe('statistics of a contest', () => {
  it('equal a reference over the same answers, from storage and back', async () => {
    const { contestId, papers } = await contestTaken(site, 150)
    expect(await refreshStatistics(site.rt, await contestRow(contestId))).toBe(true)
    const rows = await itemRows(site.rt.storage.read, contestId)
    expect(rows).toHaveLength(30)
    for (const row of rows) {
      const meetings = papers.flatMap(byNumber => {
        const first = [...byNumber.values()].find(told => told.some(({ revision }) => revision === row.revisionId))
        return first ? [first] : []
      })
      const own = meetings.map(told => told.find(({ revision }) => revision === row.revisionId) as Told)
      const right = own.map(({ choice }) => (choice === 1 ? 1 : 0))
      const rest = meetings.map(
        (told, i) => (told.filter(({ choice }) => choice === 1).length - (right[i] as number)) / (questionsTaken - 1),
      )
      expect(row.shown).toBe(own.length)
      expect(row.answered).toBe(own.filter(({ choice }) => choice !== 0).length)
      expect(row.right).toBe(right.filter(Boolean).length)
      expect(row.facility).toBe(Math.round((1000 * row.right) / row.shown))
      expect(row.choices).toEqual([0, 1, 2, 3].map(i => own.filter(({ choice }) => choice === 1 << i).length))
      expect(row.discrimination).toBe(Math.round(1000 * correlation(right, rest)))
      const times = own.filter(({ choice }) => choice !== 0).map(({ ms }) => Math.round(ms / 100) * 100)
      expect(row.timed).toBe(times.length)
      expect(row.meanMs).toBe(Math.round(times.reduce((a, b) => a + b, 0) / times.length))
    }
    const whole = await contestStatisticsOf(site.rt.storage.read, contestId)
    expect(whole).toMatchObject({ people: 150, method: 'kr20-random' })
  })

  it('are computed again only when there is something new', async () => {
    const { contestId } = await contestTaken(site, 3)
    const contest = await contestRow(contestId)
    expect(await refreshStatistics(site.rt, contest)).toBe(true)
    expect(await refreshStatistics(site.rt, contest)).toBe(false)
  })

  it('move what is expected of a question', async () => {
    const { contestId } = await contestTaken(site, 40)
    await refreshStatistics(site.rt, await contestRow(contestId))
    const [row] = await itemRows(site.rt.storage.read, contestId)
    const seen = await observedOf(site.rt.storage.read, [row?.revisionId ?? 0])
    expect(seen.get(row?.revisionId ?? 0)).toMatchObject({ shown: row?.shown, timed: row?.timed })
  })
})

function correlation(a: number[], b: number[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const from = (values: number[]) => values.map(value => value - mean(values))
  const [x, y] = [from(a), from(b)]
  const dot = (v: number[], w: number[]) => v.reduce((sum, value, i) => sum + value * (w[i] as number), 0)
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y))
}
