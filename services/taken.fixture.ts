/** A contest that invented people have taken: papers of eight out of thirty questions, answered by chance. */
import type { Slot } from '#core/paper/paper'
import { shuffled } from '#core/paper/paper'
import { seededRandom } from '#core/random'
import { currentRevisions, setsOfContest } from '#db/contest'
import { insertAccounts, insertAnswers, insertAttempts } from '#db/sample'
import { publicId } from './secrets.ts'
import { contestWith, noon, type TestSite } from './testing.ts'

export const questionsTaken = 8

/** One question on a paper: the first option is right. */
export interface Told {
  revision: number
  /** A bit set; 0: unanswered. */
  choice: number
  ms: number
}

type Tx = Parameters<typeof insertAttempts>[0]

/** @returns each person's papers, by number: some take two */
export async function contestTaken(
  site: TestSite,
  people: number,
  rules: Parameters<typeof contestWith>[1] = {},
): Promise<{ contestId: number; papers: Map<number, Told[]>[] }> {
  const contestId = await contestWith(site.rt, {
    ...rules,
    rules: { paper: { total: questionsTaken }, attempts: { total: 3 }, ...rules.rules },
  })
  const read = site.rt.storage.read
  const sets = await setsOfContest(read, contestId)
  const current = await currentRevisions(
    read,
    sets.map(set => set.id),
  )
  const revisions = current.map(row => row.id)
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
        const told = toldBy(revisions, random)
        byNumber.set(number, told)
        await insertPaper(tx, contestId, accounts.get(name) as number, number, told)
      }
      papers.push(byNumber)
    }
  })
  return { contestId, papers }
}

function toldBy(revisions: number[], random: () => number): Told[] {
  const skill = random()
  return shuffled(revisions, random)
    .slice(0, questionsTaken)
    .map(revision => {
      const choice = random() < 0.05 ? 0 : random() < skill ? 1 : 2 << Math.floor(random() * 3)
      return { revision, choice, ms: 3000 + Math.floor(random() * 20_000) }
    })
}

const slotOf = ({ revision }: Told): Slot => ({ revision, kind: 'single', order: [0, 1, 2, 3] })

async function insertPaper(tx: Tx, contestId: number, accountId: number, number: number, told: Told[]): Promise<void> {
  const id = publicId()
  const startedAt = noon + number * 3_600_000
  const durationMs = told.reduce((sum, { ms }) => sum + ms, 0)
  const correct = told.filter(({ choice }) => choice === 1).length
  const ids = await insertAttempts(tx, [
    {
      ...{ publicId: id, contestId, accountId, number, startedAt, durationMs, heldBy: 0, displaced: [] },
      ...{ region: 'yuzhong', paper: told.map(slotOf) },
      ...{ deadlineAt: startedAt + 600_000, acceptUntil: startedAt + 603_000, finishedAt: startedAt + durationMs },
      ...{ finishedBy: 'person' as const, score: correct * 5, maximum: questionsTaken * 5, correct },
    },
  ])
  let at = startedAt
  await insertAnswers(
    tx,
    told.flatMap(({ choice, ms }, index) => {
      if (choice === 0) return []
      at += ms
      // Some change their mind later: the time is that of the first answer.
      const saves = index % 3 === 0 ? { savedAt: at + 1, firstSavedAt: at } : { savedAt: at, firstSavedAt: null }
      return [{ attemptId: ids.get(id) as number, position: index + 1, choice, sequence: 1, late: false, ...saves }]
    }),
  )
}
