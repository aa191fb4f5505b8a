/** One person's run at a contest. The server owns the clock, the paper and the score. */
import { clockFrom, isOver } from '#core/attempt/clock'
import { goesForward, placeAt } from '#core/attempt/forward'
import { holderAfter } from '#core/attempt/save'
import { lastInstant } from '#core/contest/allowed'
import { fullMarks } from '#core/contest/size'
import type { Locale } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireAttempt, WireClock, WireFinish } from '#core/wire'
import { isOpenAccount } from '#db/account'
import { type AnswerRow, answersOf } from '#db/answer'
import * as db from '#db/attempt'
import { type ContestRow, contestById } from '#db/contest'
import type { Db } from '#db/storage'
import { timeFor } from '#db/watch'
import { publishedRow } from './contest.ts'
import { clockFor } from './forward.ts'
import { grade, shownOf } from './grade.ts'
import { type Ready, readyFor, stopped } from './may-start.ts'
import { type Drawn, optionBytes, paperFor, shownChoice, shownPaper } from './paper.ts'
import type { Runtime } from './runtime.ts'
import { contestOf } from './scoring.ts'
import { publicId } from './secrets.ts'
import type { SignedIn } from './session.ts'
import { keepTrace, type Origin } from './trace.ts'

/**
 * Starts an attempt: draws the paper, fixes the deadline.
 * @param origin where the request came from; null: not known
 * @returns refusals: not-found, contest-not-open, not-eligible (`reason`), entry-needed (`missing`), ranks-recounted,
 *   attempts-used-up, attempt-not-yet (`next`), attempt-open (`attempt`: its id), pool-too-small, sign-in-required (the
 *   account was closed a moment ago)
 */
export async function startAttempt(
  rt: Runtime,
  who: SignedIn,
  slug: string,
  locale: Locale,
  origin: Origin | null = null,
): Promise<Outcome<WireAttempt>> {
  const contest = await publishedRow(rt, slug)
  if (!contest) return no('not-found')
  const now = rt.clock.now()
  // Who comes too early or too late is told so before anything is asked of them.
  const closed = stopped(contest, [], now, true)
  if (closed?.refusal === 'contest-not-open') return closed
  if (contest.pausedAt !== null) return no('contest-paused')
  const ready = await readyFor(rt, contest, who, now)
  if ('refusal' in ready) return ready
  const id = publicId()
  const drawn = await paperFor(rt, contest, id, now)
  if (!drawn) return no('pool-too-small')
  const started = await rt.storage.atomically(async tx => {
    const made = await insertNext(tx, {
      contest,
      who,
      id,
      drawn,
      ready,
      now,
      percent: await timeFor(tx, contest.id, who.account.id),
    })
    if (made.ok && origin) await keepTrace(rt, tx, contest.id, made.value.id, origin)
    return made
  })
  return started.ok ? yes(await wireAttempt(rt, started.value, contest.slug, who.sessionId, [], locale)) : started
}

interface Start {
  contest: ContestRow
  who: SignedIn
  id: string
  drawn: Drawn
  ready: Ready
  now: number
  /** Of the usual time. */
  percent: number
}

/** The unique (contest, account, number) makes 50 parallel starts one attempt. */
async function insertNext(
  tx: Db,
  { contest, who, id: publicId, drawn, ready, now, percent }: Start,
): Promise<Outcome<db.AttemptRow>> {
  // Closing may have come first: a paper, and a trace of its device, would stay that nobody can answer.
  if (!(await isOpenAccount(tx, who.account.id))) return no('sign-in-required')
  const earlier = await db.attemptsIn(tx, contest.id, who.account.id)
  const open = earlier.find(attempt => !isOver(attempt, now))
  if (open) return no('attempt-open', { attempt: open.publicId })
  const stop = stopped(contest, earlier, now, ready.qualified)
  if (stop) return stop
  const first = earlier[0]
  const attempt = {
    publicId,
    contestId: contest.id,
    accountId: who.account.id,
    number: earlier.length + 1,
    // Where one stands is fixed for a contest by the first attempt there.
    region: first ? first.region : ready.region,
    organisationId: first ? first.organisationId : who.account.organisationId,
    ...drawn,
    // Whoever was struck out may go on, and it goes on not to count.
    struckOutAt: first ? first.struckOutAt : null,
    ...clockFrom(now, lastInstant(contest.rules, contest, now), contest.rules, { percent, heldMs: 0 }),
    heldAt: null,
    heldMs: 0,
    heldBy: who.sessionId,
    maximum: fullMarks(contest.rules.paper),
  }
  const id = await db.insertAttempt(tx, attempt)
  const unfinished = { finishedAt: null, finishedBy: null, score: null, correct: null, durationMs: null }
  return yes({ ...attempt, ...unfinished, displaced: [], id })
}

/** The paper with the answers saved so far. @returns refusal: not-found, also for another person's attempt */
export async function attemptOf(
  rt: Runtime,
  who: SignedIn,
  attemptId: string,
  locale: Locale,
): Promise<Outcome<WireAttempt>> {
  const attempt = await ownAttempt(rt, who, attemptId)
  if (!attempt) return no('not-found')
  const contest = await contestById(rt.storage.read, attempt.contestId)
  const answers = await answersOf(rt.storage.read, attempt.id)
  return yes(await wireAttempt(rt, attempt, contest?.slug ?? '', who.sessionId, answers, locale))
}

/** Its clock alone, asked by every open page now and then. @returns refusal: not-found, also for another person's */
export async function clockOf(rt: Runtime, who: SignedIn, attemptId: string): Promise<Outcome<WireClock>> {
  const attempt = await db.clockState(rt.storage.read, attemptId)
  if (!attempt || attempt.accountId !== who.account.id) return no('not-found')
  const now = rt.clock.now()
  const { deadlineAt, heldAt } = attempt
  return yes({ deadlineAt, heldAt, over: isOver(attempt, now), serverNow: now })
}

/** A person's own attempt, ended by now if its time is over. */
export async function ownAttempt(rt: Runtime, who: SignedIn, attemptId: string): Promise<db.AttemptRow | null> {
  const attempt = await db.attemptByPublicId(rt.storage.read, attemptId)
  if (!attempt || attempt.accountId !== who.account.id) return null
  if (attempt.finishedAt !== null || !isOver(attempt, rt.clock.now())) return attempt
  await rt.storage.atomically(tx => endOverdue(rt, tx, attemptId))
  return db.attemptByPublicId(rt.storage.read, attemptId)
}

async function wireAttempt(
  rt: Runtime,
  attempt: db.AttemptRow,
  contest: string,
  sessionId: number,
  answers: AnswerRow[],
  locale: Locale,
): Promise<WireAttempt> {
  const bytes = optionBytes(rt, attempt)
  const now = rt.clock.now()
  const { rules } = await contestOf(rt, rt.storage.read, attempt.contestId)
  const paper = await shownPaper(rt, attempt, rules.paper, bytes, locale)
  const isOneWay = goesForward(rules)
  const clock = isOneWay ? await clockFor(rt.storage.read, rules.clock, attempt) : rules.clock
  const place = isOneWay ? placeIn(attempt, clock.questionSeconds, answers, now) : null
  return {
    attempt: {
      id: attempt.publicId,
      contest,
      number: attempt.number,
      startedAt: attempt.startedAt,
      deadlineAt: attempt.deadlineAt,
      finishedAt: attempt.finishedAt,
      heldAt: attempt.heldAt,
      total: attempt.paper.length,
      here: holderAfter(attempt, sessionId) !== null,
    },
    serverNow: now,
    oneWay: isOneWay ? { position: place?.position ?? null, closesAt: place?.closesAt ?? null } : null,
    // Who must answer in order sees no question before its turn.
    paper: isOneWay ? paper.filter(question => question.position === place?.position) : paper,
    answers: answers.map(({ position, choice, sequence, savedAt }) => ({
      position,
      choice: shownChoice(bytes, position, choice),
      sequence,
      savedAt,
    })),
  }
}

/** Nothing is open any more on a paper that is finished. */
const placeIn = (
  { startedAt, paper, finishedAt }: db.AttemptRow,
  questionSeconds: number | null,
  answers: AnswerRow[],
  now: number,
) => (finishedAt === null ? placeAt({ startedAt, total: paper.length }, questionSeconds, answers, now) : null)

/** Finishes; again gives the same answer. After the deadline it gives what the server made of it. */
export async function finishAttempt(rt: Runtime, who: SignedIn, attemptId: string): Promise<Outcome<WireFinish>> {
  return rt.storage.atomically(async tx => {
    const attempt = await db.lockedAttempt(tx, attemptId)
    if (!attempt || attempt.accountId !== who.account.id) return no('not-found')
    if (attempt.finishedAt === null && attempt.heldAt !== null) return no('contest-paused')
    const now = rt.clock.now()
    const finished = await grade(rt, tx, attempt, now > attempt.deadlineAt ? 'server' : 'person')
    // The clock has gone on while the paper was marked: by the earlier instant the score would not be there yet.
    return yes(shownOf(await contestOf(rt, tx, attempt.contestId), finished, rt.clock.now()))
  })
}

/** How many overdue attempts one sweep ends. */
const sweepSize = 500

/** Ends attempts whose time is over, though the phone is off. @returns how many */
export async function finishOverdue(rt: Runtime): Promise<number> {
  const overdue = await db.overdueAttempts(rt.storage.read, rt.clock.now(), sweepSize)
  await Promise.all(overdue.map(attemptId => rt.storage.atomically(tx => endOverdue(rt, tx, attemptId))))
  return overdue.length
}

async function endOverdue(rt: Runtime, tx: Db, attemptId: string): Promise<void> {
  const attempt = await db.lockedAttempt(tx, attemptId)
  if (attempt && isOver(attempt, rt.clock.now())) await grade(rt, tx, attempt, 'server')
}
