/** What an attempt's stored answers are worth. Reads keys of attempts still open: nothing of it goes out. */
import { type Decision, type Graded, markGraded } from '#core/attempt/regrade'
import type { Marked } from '#core/attempt/score'
import type { Slot } from '#core/paper/paper'
import { answersOf } from '#db/answer'
import type { AttemptRow } from '#db/attempt'
import { type ContestRow, contestById } from '#db/contest'
import { rightsFor } from '#db/key'
import type { Db } from '#db/storage'
import { decisionsIn } from './decisions.ts'
import { everFixed, forAMoment } from './memory.ts'
import type { Runtime } from './runtime.ts'

type Scored = Pick<AttemptRow, 'id' | 'contestId' | 'paper'>

/** By its keys and what was decided about them since. */
export async function scoreOf(rt: Runtime, tx: Db, attempt: Scored): Promise<Marked> {
  const { rules } = await contestOf(rt, tx, attempt.contestId)
  const questions = await gradedPaper(rt, tx, attempt.paper, await decisionsIn(tx, attempt.contestId))
  const choices = new Map((await answersOf(tx, attempt.id)).map(answer => [answer.position - 1, answer.choice]))
  return markGraded(rules.paper, questions, choices)
}

/** A paper's questions with their keys and decisions, in its order. */
export async function gradedPaper(
  rt: Runtime,
  db: Db,
  paper: readonly Slot[],
  decisions: ReadonlyMap<number, Decision>,
): Promise<Graded[]> {
  const ids = paper.map(slot => slot.revision)
  const rights = await everFixed(rt, 'rights', ids, async missing =>
    (await rightsFor(db, missing)).map(row => [row.revisionId, row.right] as const),
  )
  return paper.map(({ revision, kind }) => {
    const right = rights.get(revision)
    if (right === undefined) throw new Error(`Revision ${revision} has no key`)
    return { kind, right, decision: decisions.get(revision) ?? null }
  })
}

/** How a paper is marked and shown does not change once a contest is open, so a moment's copy is right. */
export const contestOf = (rt: Runtime, tx: Db, contestId: number): Promise<ContestRow> =>
  forAMoment(rt, `contest of attempts ${contestId}`, 1000, async () => {
    const contest = await contestById(tx, contestId)
    if (!contest) throw new Error(`No contest ${contestId}`)
    return contest
  })
