/**
 * Marks the papers of before again after a decision was taken or taken back. New scores are worked out a few hundred at a
 * time. Few are then taken over by one unit; many by one unit after another, so that nobody who saves an answer waits, and
 * no board is shown until all are in: readers see either the scores of before or those of after. What a stop of the
 * server interrupts begins anew, and comes to the same.
 */
import { type ContestRow, contestById } from '#db/contest'
import { finishedCount } from '#db/finished'
import * as db from '#db/regrade'
import type { Db } from '#db/storage'
import { foldBoards, replaceStanding } from './counting.ts'
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

/** What is being settled, and how it stood when that began. */
interface Round {
  ids: number[]
  asked: string
}

/** Papers between two notes of how far it has come. */
const papersAtOnce = 500

/** @returns false when something was decided in the meantime: then it has to be done again */
async function settle(rt: Runtime, contest: ContestRow): Promise<boolean> {
  const waiting = await db.unsettled(rt.storage.read, contest.id)
  if (waiting.length === 0) return true
  const round = { ids: waiting.map(row => row.id), asked: waiting.map(stateOf).join() }
  const total = await finishedCount(rt.storage.read, contest.id)
  await rt.storage.atomically(tx => db.beginSettling(tx, round.ids, total))
  const about = new Set(waiting.map(row => row.revisionId))
  const changed: db.NewScore[] = []
  let marked = 0
  const decisions = await decisionsIn(rt.storage.read, contest.id)
  for await (const { attempt, marked: after } of markedAgain(rt, contest, decisions, about)) {
    marked++
    const { id: attemptId, accountId } = attempt
    if (after && (after.score !== attempt.score || after.correct !== attempt.correct))
      changed.push({ attemptId, accountId, score: after.score, correct: after.correct })
    if (marked % papersAtOnce === 0) await rt.storage.atomically(tx => db.noteMarked(tx, round.ids, marked))
  }
  await rt.storage.atomically(tx => db.noteMarked(tx, round.ids, marked))
  const done = await takeOver(rt, contest, round, changed)
  if (done) changedForAll(rt)
  return done
}

/** Papers whose scores one unit takes over: some dozens of milliseconds, for which others wait. */
const scoresAtOnce = 50
/** As many changes of the boards as are counted at once (db/board-fold.ts). */
const unitsBetweenFolds = 20

async function takeOver(
  rt: Runtime,
  contest: ContestRow,
  round: Round,
  changed: readonly db.NewScore[],
): Promise<boolean> {
  const finish = (tx: Db) => db.markSettled(tx, round.ids, rt.clock.now())
  if (changed.length <= scoresAtOnce)
    return inRound(rt, contest, round, async tx => {
      await putAndStand(rt, tx, contest, changed)
      await finish(tx)
    })
  if (!(await inRound(rt, contest, round, tx => db.beginTakingOver(tx, round.ids, rt.clock.now())))) return false
  changedForAll(rt)
  for (let from = 0; from < changed.length; from += scoresAtOnce) {
    const some = changed.slice(from, from + scoresAtOnce)
    if (!(await inRound(rt, contest, round, tx => putAndStand(rt, tx, contest, some)))) return false
    if ((from / scoresAtOnce) % unitsBetweenFolds === unitsBetweenFolds - 1) await foldBoards(rt)
  }
  await foldBoards(rt)
  return inRound(rt, contest, round, finish)
}

/** @returns false, and does nothing, when something else was decided since the round began */
const inRound = (rt: Runtime, contest: ContestRow, { asked }: Round, work: (tx: Db) => Promise<void>) =>
  rt.storage.atomically(async tx => {
    await db.decidingAlone(tx, contest.id)
    if ((await db.unsettled(tx, contest.id)).map(stateOf).join() !== asked) return false
    await work(tx)
    return true
  })

async function putAndStand(rt: Runtime, tx: Db, contest: ContestRow, scores: readonly db.NewScore[]): Promise<void> {
  await db.putScores(tx, scores)
  for (const accountId of new Set(scores.map(score => score.accountId)))
    await replaceStanding(rt, tx, contest, accountId)
}

function changedForAll(rt: Runtime): void {
  forgetMoments(rt)
  rt.pagesChanged()
}
