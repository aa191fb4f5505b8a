/** For tests of prizes: people with results, two organizers, and every step as two people take it. */
import { type Allowed, allow, type Right, type Role } from '#core/account/roles'
import { insertAccount, setName } from '#db/account'
import { contestById } from '#db/contest'
import { putEntry } from '#db/entry'
import { insertAttempts } from '#db/sample'
import { decide } from './approval-decide.ts'
import { replaceStanding } from './counting.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'
import { citizen, noon, type TestSite } from './testing.ts'

export interface Entrant {
  phone: string
  score: number
  name?: string
  /** Milliseconds the paper took; one minute without. */
  ms?: number
  /** When it was started, after noon; a minute without. */
  at?: number
  track?: string
  /** More papers than one. */
  more?: { score: number; at: number }[]
}

/** Puts a person with finished papers of a hundred points into a contest. @returns the account's id */
export async function entrant(site: Pick<TestSite, 'rt'>, contestId: number, given: Entrant): Promise<number> {
  const { who } = await citizen(site.rt, given.phone)
  const id = who.account.id
  const ms = given.ms ?? 60_000
  const papers = [{ score: given.score, at: given.at ?? 60_000 }, ...(given.more ?? [])]
  await site.rt.storage.atomically(async tx => {
    if (given.name) await setName(tx, id, given.name, true)
    const rows = papers.map(({ score, at }, i) => {
      const [startedAt, fixed] = [noon + at, { poolId: null, struckOutAt: null }]
      const end = {
        finishedAt: startedAt + ms,
        finishedBy: 'person' as const,
        score,
        correct: score / 5,
        durationMs: ms,
      }
      const held = { heldBy: 0, displaced: [], paper: [], maximum: 100, region: 'yuzhong', organisationId: null }
      const times = { startedAt, deadlineAt: startedAt + 600_000, acceptUntil: startedAt + 603_000 }
      return { publicId: publicId(), contestId, accountId: id, number: i + 1, ...times, ...held, ...end, ...fixed }
    })
    await insertAttempts(tx, rows)
    const said = { individual: false, numberCipher: null, ageSaidAt: null, guardianAgreedAt: null, createdAt: noon }
    if (given.track) await putEntry(tx, { contestId, accountId: id, track: given.track, ...said })
    const contest = await contestById(tx, contestId)
    if (contest) await replaceStanding(site.rt, tx, contest, id)
  })
  return id
}

export async function staffMember<R extends Right>(
  rt: Runtime,
  login: string,
  roles: Role[],
  right: R,
): Promise<Allowed<R>> {
  const account = { publicId: publicId(), login, name: login, roles, createdAt: noon, passwordHash: 'x' }
  const id = await rt.storage.atomically(tx => insertAccount(tx, account))
  return allow({ id, roles, from: 'local' }, right) as Allowed<R>
}

/** The second person says yes to what the first proposed. */
export async function approved(
  rt: Runtime,
  second: Allowed<'contests.approve'>,
  proposed: { ok: true; value: string } | { ok: false; refusal: string },
): Promise<{ ok: boolean; refusal?: string }> {
  if (!proposed.ok) return proposed
  return decide(rt, second, proposed.value, { approve: true, note: '已核对' })
}
