import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shuffled } from '#core/paper/paper'
import { seededRandom } from '#core/random'
import { contestById, currentRevisions, setsOfContest } from '#db/contest'
import { insertAccounts, insertAnswers, insertAttempts } from '#db/sample'
import { contestStatisticsOf, itemRows, observedOf } from '#db/statistics'
import { publicId } from './secrets.ts'
import { refreshStatistics } from './statistics.ts'
import { contestWith, noon, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const total = 8
interface Told {
  revision: number
  choice: number
  ms: number
}

/** Papers of 8 out of 30, one a person and a second one for some; the first option is right. */
async function contestTaken(people: number): Promise<{ contestId: number; papers: Map<number, Told[]>[] }> {
  const contestId = await contestWith(site.rt, { rules: { paper: { total }, attempts: { total: 3 } } })
  const read = site.rt.storage.read
  const sets = await setsOfContest(read, contestId)
  const revisions = (
    await currentRevisions(
      read,
      sets.map(set => set.id),
    )
  ).map(row => row.id)
  const random = seededRandom(9)
  const names = Array.from({ length: people }, () => publicId())
  const papers: Map<number, Told[]>[] = []
  await site.rt.storage.atomically(async tx => {
    const accounts = await insertAccounts(
      tx,
      names.map(name => ({ publicId: name, showName: false, roles: [], sample: true, createdAt: noon })),
    )
    for (const name of names) {
      const byNumber = new Map<number, Told[]>()
      for (const number of random() < 0.2 ? [1, 2] : [1]) {
        const skill = random()
        const told = shuffled(revisions, random)
          .slice(0, total)
          .map((revision): Told => {
            const choice = random() < 0.05 ? 0 : random() < skill ? 1 : 2 << Math.floor(random() * 3)
            return { revision, choice, ms: 3000 + Math.floor(random() * 20_000) }
          })
        byNumber.set(number, told)
        await insertPaper(tx, contestId, accounts.get(name) as number, number, told)
      }
      papers.push(byNumber)
    }
  })
  return { contestId, papers }
}

type Tx = Parameters<typeof insertAttempts>[0]
async function insertPaper(tx: Tx, contestId: number, accountId: number, number: number, told: Told[]) {
  const id = publicId()
  const startedAt = noon + number * 3_600_000
  const correct = told.filter(({ choice }) => choice === 1).length
  const ids = await insertAttempts(tx, [
    {
      ...{ publicId: id, contestId, accountId, number, startedAt, heldBy: 0, displaced: [] },
      paper: told.map(({ revision }) => ({ revision, kind: 'single' as const, order: [0, 1, 2, 3] })),
      ...{ deadlineAt: startedAt + 600_000, acceptUntil: startedAt + 603_000, finishedAt: startedAt + 500_000 },
      ...{ finishedBy: 'person' as const, score: correct * 5, maximum: total * 5, correct, durationMs: 500_000 },
    },
  ])
  let at = startedAt
  await insertAnswers(
    tx,
    told.flatMap(({ choice, ms }, index) => {
      if (choice === 0) return []
      at += ms
      // Some change their mind later: the time is that of the first answer.
      const changed = index % 3 === 0
      const saves = { savedAt: changed ? at + 1 : at, firstSavedAt: changed ? at : null }
      return [{ attemptId: ids.get(id) as number, position: index + 1, choice, sequence: 1, late: false, ...saves }]
    }),
  )
}

const contestRow = async (id: number) =>
  (await contestById(site.rt.storage.read, id)) as NonNullable<Awaited<ReturnType<typeof contestById>>>

describe('statistics of a contest', () => {
  it('equal a reference over the same answers, from storage and back', async () => {
    const { contestId, papers } = await contestTaken(150)
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
        (told, i) => (told.filter(({ choice }) => choice === 1).length - (right[i] as number)) / (total - 1),
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
    const { contestId } = await contestTaken(3)
    const contest = await contestRow(contestId)
    expect(await refreshStatistics(site.rt, contest)).toBe(true)
    expect(await refreshStatistics(site.rt, contest)).toBe(false)
  })

  it('move what is expected of a question', async () => {
    const { contestId } = await contestTaken(40)
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
