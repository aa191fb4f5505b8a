/** What an attempt's stored answers are worth. Reads keys of attempts still open: nothing of it goes out. */
import { type Keyed, type Marked, mark } from '#core/attempt/score'
import type { ContestRules } from '#core/contest/rules'
import { type AttemptRow, answersOf } from '#db/attempt'
import { contestById } from '#db/contest'
import { rightsFor } from '#db/key'
import type { Db } from '#db/storage'
import { everFixed, forAMoment } from './memory.ts'
import type { Runtime } from './runtime.ts'

type Scored = Pick<AttemptRow, 'id' | 'contestId' | 'paper'>

export async function scoreOf(rt: Runtime, tx: Db, attempt: Scored): Promise<Marked> {
  const [rules, questions] = [await rulesOf(rt, tx, attempt.contestId), await keyed(rt, tx, attempt)]
  const choices = new Map((await answersOf(tx, attempt.id)).map(answer => [answer.position - 1, answer.choice]))
  return mark(rules.paper, questions, choices)
}

/** The attempt's questions with their keys, in its order. */
async function keyed(rt: Runtime, tx: Db, { paper }: Pick<Scored, 'paper'>): Promise<Keyed[]> {
  const ids = paper.map(slot => slot.revision)
  const rights = await everFixed(rt, 'rights', ids, async missing =>
    (await rightsFor(tx, missing)).map(row => [row.revisionId, row.right] as const),
  )
  return paper.map(({ revision, kind }) => {
    const right = rights.get(revision)
    if (right === undefined) throw new Error(`Revision ${revision} has no key`)
    return { kind, right }
  })
}

/** How a paper is marked does not change once a contest is open, so a moment's copy is right. */
export const rulesOf = (rt: Runtime, tx: Db, contestId: number): Promise<ContestRules> =>
  forAMoment(rt, `marking rules ${contestId}`, 1000, async () => {
    const contest = await contestById(tx, contestId)
    if (!contest) throw new Error(`No contest ${contestId}`)
    return contest.rules
  })
