/** Answers on papers without a way back: one for each question, in order and in its time. */
import { goesForward, takes } from '#core/attempt/forward'
import type { ContestRules } from '#core/contest/rules'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireSaved } from '#core/wire'
import { type AnswerRow, answersOf, putAnswer } from '#db/answer'
import * as db from '#db/attempt'
import type { Db } from '#db/storage'
import { timeFor } from '#db/watch'
import { grade } from './grade.ts'
import type { Runtime } from './runtime.ts'
import { contestOf, scoreOf } from './scoring.ts'

/** What of the rules decides about single answers; null where every question stays open until the end. */
export interface OneWay {
  contestId: number
  startedAt: number
  clock: ContestRules['clock']
  endsByErrors: boolean
}

export async function oneWayOf(
  rt: Runtime,
  tx: Db,
  attempt: { contestId: number; startedAt: number },
): Promise<OneWay | null> {
  const { rules } = await contestOf(rt, tx, attempt.contestId)
  if (!goesForward(rules)) return null
  const { contestId, startedAt } = attempt
  return { contestId, startedAt, clock: rules.clock, endsByErrors: rules.paper.outAfter !== null }
}

/** The clock of single questions for one person: whoever has been given more time has more for each. */
export async function clockFor(
  reader: Db,
  clock: ContestRules['clock'],
  { contestId, accountId }: { contestId: number; accountId: number },
): Promise<ContestRules['clock']> {
  const { questionSeconds } = clock
  if (questionSeconds === null) return clock
  return { ...clock, questionSeconds: (questionSeconds * (await timeFor(reader, contestId, accountId))) / 100 }
}

interface Arriving {
  /** Public id. */
  attempt: string
  accountId: number
  total: number
  row: Omit<AnswerRow, 'firstSavedAt'>
}

/**
 * The first answer to a question stands; the same one again is harmless. Where the rules end a paper after some
 * errors, this one may have been the last: then the attempt is over, and the answer says so.
 * @returns refusals: question-over (its time has passed, or another answer stands), question-not-yet
 */
export async function saveForward(
  rt: Runtime,
  tx: Db,
  way: OneWay,
  { attempt, accountId, total, row }: Arriving,
): Promise<Outcome<WireSaved>> {
  const given = await answersOf(tx, row.attemptId)
  const held = given.find(answer => answer.position === row.position)
  const now = row.savedAt
  if (held) {
    const { savedAt, sequence, late } = held
    return held.choice === row.choice ? yes({ savedAt, sequence, late, serverNow: now }) : no('question-over')
  }
  const clock = await clockFor(tx, way.clock, { contestId: way.contestId, accountId })
  const verdict = takes({ startedAt: way.startedAt, total }, clock, given, row.position, now)
  if (verdict === 'over') return no('question-over')
  if (verdict === 'not-yet') return no('question-not-yet')
  const late = row.late || verdict === 'late'
  await putAnswer(tx, { ...row, late })
  const saved = { savedAt: now, sequence: row.sequence, late, serverNow: now }
  return yes(way.endsByErrors && (await endsHere(rt, tx, attempt)) ? { ...saved, over: true } : saved)
}

/** Ends the attempt when its errors are used up. */
async function endsHere(rt: Runtime, tx: Db, attemptId: string): Promise<boolean> {
  const attempt = await db.lockedAttempt(tx, attemptId)
  if (!attempt || (await scoreOf(rt, tx, attempt)).outAt === null) return false
  await grade(rt, tx, attempt, 'server')
  return true
}
