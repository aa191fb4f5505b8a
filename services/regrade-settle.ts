/**
 * Marks the papers of before again after a decision was taken or taken back. Scores are worked out a few hundred at a time
 * and laid aside; one unit then takes all of them over, and the boards with them, so that readers see either the scores of
 * before or those of after. What a stop of the server interrupts begins anew: nothing has changed until then.
 */
import { type ContestRow, contestById } from '#db/contest'
import { finishedCount } from '#db/finished'
import * as db from '#db/regrade'
import { recount, replaceStanding } from './counting.ts'
import { decisionsIn } from './decisions.ts'
import { forgetMoments } from './memory.ts'
import { markedAgain } from './regrade-effect.ts'
import type { Runtime } from './runtime.ts'

/** Settles whatever waits for it. Called every second; one contest is settled by one caller at a time. */
export async function settleRegrades(rt: Runtime): Promise<void> {
  for (const contestId of await db.unsettledContests(rt.storage.read)) {
    if (settling.has(contestId)) continue
    settling.add(contestId)
    try {
      const contest = await contestById(rt.storage.read, contestId)
      while (contest && !(await settle(rt, contest)));
    } finally {
      settling.delete(contestId)
    }
  }
}
const settling = new Set<number>()

/** One that is taken back while it is being settled is another. */
const stateOf = ({ id, undoneAt }: db.RegradeRow): string => `${id} ${undoneAt}`

/** Papers whose new scores are laid aside by one unit. */
const papersAtOnce = 500

/** @returns false when something was decided in the meantime: then it has to be done again */
async function settle(rt: Runtime, contest: ContestRow): Promise<boolean> {
  const waiting = await db.unsettled(rt.storage.read, contest.id)
  if (waiting.length === 0) return true
  const ids = waiting.map(row => row.id)
  const asked = waiting.map(stateOf).join()
  const total = await finishedCount(rt.storage.read, contest.id)
  await rt.storage.atomically(tx => db.beginSettling(tx, contest.id, ids, total))
  const accounts = new Set<number>()
  const about = new Set(waiting.map(row => row.revisionId))
  let [marked, aside]: [number, db.ScoreAside[]] = [0, []]
  const layAside = async () => {
    const rows = aside
    aside = []
    await rt.storage.atomically(tx => db.layAside(tx, contest.id, rows, ids, marked))
  }
  const decisions = await decisionsIn(rt.storage.read, contest.id)
  for await (const { attempt, marked: after } of markedAgain(rt, contest, decisions, about)) {
    marked++
    if (after && (after.score !== attempt.score || after.correct !== attempt.correct)) {
      aside.push({ attemptId: attempt.id, score: after.score, correct: after.correct })
      accounts.add(attempt.accountId)
    }
    if (marked % papersAtOnce === 0) await layAside()
  }
  await layAside()
  return takeOver(rt, contest, { ids, asked }, accounts)
}

/** People whose standings are replaced one by one; of more, everybody's are counted anew. */
const fewAccounts = 200

async function takeOver(
  rt: Runtime,
  contest: ContestRow,
  { ids, asked }: { ids: number[]; asked: string },
  accounts: ReadonlySet<number>,
): Promise<boolean> {
  const done = await rt.storage.atomically(async tx => {
    await db.decidingAlone(tx, contest.id)
    if ((await db.unsettled(tx, contest.id)).map(stateOf).join() !== asked) return false
    await db.takeOverScores(tx, contest.id)
    if (accounts.size > fewAccounts) await recount(rt, tx, contest)
    else for (const accountId of accounts) await replaceStanding(rt, tx, contest, accountId)
    await db.markSettled(tx, ids, rt.clock.now())
    return true
  })
  if (done) {
    forgetMoments(rt)
    rt.pagesChanged()
  }
  return done
}
