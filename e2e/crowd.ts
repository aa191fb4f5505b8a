/** Many people with a finished paper each, as boards show them: put there at once, counted by the product itself. */
import { organisationNamed } from '#db/account'
import { type ContestRow, contestById } from '#db/contest'
import { insertAccounts, insertAttempts } from '#db/sample'
import { recount } from '#services/counting'
import type { Runtime } from '#services/runtime'
import { publicId } from '#services/secrets'

export interface Finisher {
  score: number
  seconds: number
  /** When the paper was begun, epoch ms. */
  at: number
  region: string
  /** With it the person agrees to be named. */
  name?: string
  organisation?: string
}

/** @returns the inner ids of their accounts, in the order given */
export async function crowd(rt: Runtime, contestId: number, people: Finisher[]): Promise<number[]> {
  return rt.storage.atomically(async tx => {
    const contest = (await contestById(tx, contestId)) as ContestRow
    const houses = new Map<string, number>()
    for (const name of new Set(people.flatMap(person => person.organisation ?? [])))
      houses.set(
        name,
        await organisationNamed(tx, { publicId: publicId(), name, normalName: name, createdAt: contest.opensAt }),
      )
    const ids = await insertAccounts(
      tx,
      people.map(({ name, region, at }) => ({
        publicId: publicId(),
        name: name ?? null,
        showName: name !== undefined,
        region,
        regionEdition: contest.edition,
        roles: [],
        sample: false,
        createdAt: at,
      })),
    )
    const accounts = [...ids.values()]
    await insertAttempts(
      tx,
      people.map(({ score, seconds, at, region, organisation }, i) => ({
        publicId: publicId(),
        contestId,
        accountId: accounts[i] as number,
        number: 1,
        region,
        organisationId: organisation ? (houses.get(organisation) ?? null) : null,
        paper: [],
        heldBy: 0,
        displaced: [],
        startedAt: at,
        deadlineAt: at + 600_000,
        acceptUntil: at + 603_000,
        finishedAt: at + seconds * 1000,
        finishedBy: 'person' as const,
        score,
        correct: score / 5,
        maximum: 100,
        durationMs: seconds * 1000,
      })),
    )
    await recount(rt, tx, contest)
    return accounts
  })
}
