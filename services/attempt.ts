/** One person's run at a contest. The server owns the clock, the paper and the score. */
import { clockFrom, isOver } from '#core/attempt/clock'
import { holderAfter } from '#core/attempt/save'
import { phaseAt } from '#core/contest/phase'
import { fullMarks } from '#core/contest/size'
import type { Locale } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireAttempt, WireFinish, WireMine } from '#core/wire'
import * as db from '#db/attempt'
import { type ContestRow, contestById } from '#db/contest'
import type { Db } from '#db/storage'
import { publishedRow } from './contest.ts'
import { grade } from './grade.ts'
import { type Drawn, optionBytes, paperFor, shownChoice, shownPaper } from './paper.ts'
import { unitNamed } from './region.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'
import type { SignedIn } from './session.ts'

/**
 * Starts an attempt: draws the paper, fixes the deadline.
 * @returns refusals: not-found, contest-not-open, not-eligible (`reason`: region-needed), attempts-used-up,
 *   attempt-open (`attempt`: its id), pool-too-small
 */
export async function startAttempt(
  rt: Runtime,
  who: SignedIn,
  slug: string,
  locale: Locale,
): Promise<Outcome<WireAttempt>> {
  const contest = await publishedRow(rt, slug)
  if (!contest) return no('not-found')
  const now = rt.clock.now()
  if (phaseAt(contest, now) !== 'open')
    return no('contest-not-open', { opensAt: contest.opensAt, closesAt: contest.closesAt })
  const unit = who.account.region ? await unitNamed(rt, contest.edition, who.account.region) : null
  if (!unit) return no('not-eligible', { reason: 'region-needed' })
  const id = publicId()
  const drawn = await paperFor(rt, contest, id, now)
  if (!drawn) return no('pool-too-small')
  const started = await rt.storage.atomically(tx => insertNext(tx, { contest, who, id, drawn, region: unit.slug, now }))
  return started.ok ? yes(await wireAttempt(rt, started.value, contest.slug, who.sessionId, [], locale)) : started
}

interface Start {
  contest: ContestRow
  who: SignedIn
  id: string
  drawn: Drawn
  region: string
  now: number
}

/** The unique (contest, account, number) makes 50 parallel starts one attempt. */
async function insertNext(
  tx: Db,
  { contest, who, id: publicId, drawn, region, now }: Start,
): Promise<Outcome<db.AttemptRow>> {
  const earlier = await db.attemptsIn(tx, contest.id, who.account.id)
  const open = earlier.find(attempt => !isOver(attempt, now))
  if (open) return no('attempt-open', { attempt: open.publicId })
  if (earlier.length >= (contest.rules.attempts.total ?? Number.POSITIVE_INFINITY)) return no('attempts-used-up')
  const first = earlier[0]
  const attempt = {
    publicId,
    contestId: contest.id,
    accountId: who.account.id,
    number: earlier.length + 1,
    // Where one stands is fixed for a contest by the first attempt there.
    region: first ? first.region : region,
    organisationId: first ? first.organisationId : who.account.organisationId,
    ...drawn,
    struckOutAt: null,
    ...clockFrom(now, contest.closesAt, contest.rules),
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
  const answers = await db.answersOf(rt.storage.read, attempt.id)
  return yes(await wireAttempt(rt, attempt, contest?.slug ?? '', who.sessionId, answers, locale))
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
  answers: db.AnswerRow[],
  locale: Locale,
): Promise<WireAttempt> {
  const bytes = optionBytes(rt, attempt)
  return {
    attempt: {
      id: attempt.publicId,
      contest,
      number: attempt.number,
      startedAt: attempt.startedAt,
      deadlineAt: attempt.deadlineAt,
      finishedAt: attempt.finishedAt,
      total: attempt.paper.length,
      here: holderAfter(attempt, sessionId) !== null,
    },
    serverNow: rt.clock.now(),
    paper: await shownPaper(rt, attempt, bytes, locale),
    answers: answers.map(({ position, choice, sequence, savedAt }) => ({
      position,
      choice: shownChoice(bytes, position, choice),
      sequence,
      savedAt,
    })),
  }
}

/** Finishes; again gives the same answer. After the deadline it gives what the server made of it. */
export async function finishAttempt(rt: Runtime, who: SignedIn, attemptId: string): Promise<Outcome<WireFinish>> {
  return rt.storage.atomically(async tx => {
    const attempt = await db.lockedAttempt(tx, attemptId)
    if (!attempt || attempt.accountId !== who.account.id) return no('not-found')
    return yes(await grade(rt, tx, attempt, rt.clock.now() > attempt.deadlineAt ? 'server' : 'person'))
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

export interface AttemptView {
  id: string
  contestSlug: string
  contestTitle: { zh: string; en: string }
  startedAt: number
  deadlineAt: number
  finishedAt: number | null
  score: number | null
  maximum: number
}

/** A person's attempts at one contest. @returns refusal: not-found */
export async function mineIn(rt: Runtime, accountId: number, slug: string): Promise<Outcome<WireMine>> {
  const contest = await publishedRow(rt, slug)
  if (!contest) return no('not-found')
  const attempts = await db.attemptsIn(rt.storage.read, contest.id, accountId)
  return yes({
    allowed: contest.rules.attempts.total,
    attempts: attempts.map(({ publicId, startedAt, deadlineAt, finishedAt, score, maximum }) => ({
      id: publicId,
      startedAt,
      deadlineAt,
      finishedAt,
      score,
      maximum,
    })),
  })
}

/** A person's attempts, newest first. */
export async function attemptsOf(rt: Runtime, accountId: number): Promise<AttemptView[]> {
  const rows = await db.attemptsOfAccount(rt.storage.read, accountId)
  return rows.map(({ publicId, ...row }) => ({ id: publicId, ...row }))
}
