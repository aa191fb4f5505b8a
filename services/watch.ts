/** A contest that runs: live numbers, pausing and going on, extending and taking that back. Each act is public. */
import type { Allowed } from '#core/account/roles'
import { clockFrom, wentOn } from '#core/attempt/clock'
import { goesForward } from '#core/attempt/forward'
import { lastInstant } from '#core/contest/allowed'
import { phaseAt } from '#core/contest/phase'
import { isTooLong } from '#core/contest/setup'
import { closingAt } from '#core/contest/stage'
import type { LocalText } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireNotice } from '#core/wire-watch'
import { type ContestRow, contestBySlug } from '#db/contest'
import { putRules } from '#db/contest-rules'
import type { Db } from '#db/storage'
import * as db from '#db/watch'
import { record } from './audit.ts'
import { tooFewFor } from './contest-check.ts'
import { forgetMoments } from './memory.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

type Organizer = Allowed<'contests.write'>
type Change = Partial<Pick<db.NoticeRow, 'closedBefore' | 'closesAfter'>>

const fewestWords = 4
const mostShown = 20

/**
 * From now on nobody starts, and the clocks of those at it stand still.
 * @param words why, for everybody @returns refusals: not-found, reason-needed, contest-not-open, pause-per-question
 */
export const pauseContest = (rt: Runtime, by: Organizer, slug: string, words: LocalText): Promise<Outcome<null>> =>
  act(rt, by, slug, words, 'paused', async (tx, contest, now) => {
    if (contest.pausedAt !== null || phaseAt(contest, now) !== 'open') return no('contest-not-open')
    if (goesForward(contest.rules)) return no('pause-per-question')
    await db.setPaused(tx, contest.id, now)
    await db.holdClocks(tx, contest.id, now)
    return yes({})
  })

/** Everybody's clock goes on with what was left of it. @returns refusals: not-found, reason-needed, contest-not-open (it is not paused) */
export const resumeContest = (rt: Runtime, by: Organizer, slug: string, words: LocalText): Promise<Outcome<null>> =>
  act(rt, by, slug, words, 'resumed', async (tx, contest, now) => {
    if (contest.pausedAt === null) return no('contest-not-open')
    await db.setPaused(tx, contest.id, null)
    for (const attempt of await db.openAttemptsOf(tx, contest.id, true))
      await db.moveClock(tx, attempt.id, wentOn(attempt, now))
    return yes({})
  })

/**
 * Closes later than promised. Attempts that the close would have cut short get their whole time.
 * A last stage that ends with the contest goes on with it.
 * @returns refusals: not-found, reason-needed, contest-not-open, contest-dates; pool-too-small and blueprint-short when
 *   too few questions hold until then
 */
export const extendContest = (
  rt: Runtime,
  by: Organizer,
  slug: string,
  closesAt: number,
  words: LocalText,
): Promise<Outcome<null>> =>
  act(rt, by, slug, words, 'extended', async (tx, contest, now) => {
    if (phaseAt(contest, now) !== 'open') return no('contest-not-open')
    const problem = closeProblem(contest, closesAt)
    if (problem) return no('contest-dates', { where: 'closesAt', problem })
    const short = await tooFewFor(tx, { ...contest, closesAt })
    if (short) return short
    await moveClose(tx, contest, closesAt)
    return yes({ closedBefore: contest.closesAt, closesAfter: closesAt })
  })

function closeProblem({ opensAt, closesAt: held, rules }: ContestRow, closesAt: number) {
  const { announcedAt, claimsUntil } = rules.calendar
  if (closesAt <= held) return 'not-later'
  if (isTooLong({ opensAt, closesAt })) return 'too-long'
  if (announcedAt !== null && closesAt > announcedAt) return 'after-announcement'
  return claimsUntil !== null && closesAt >= claimsUntil ? 'after-claims' : null
}

/** The close is what it was before the last extension. @returns refusals: not-found, reason-needed, contest-not-open, extension-used */
export const undoExtension = (rt: Runtime, by: Organizer, slug: string, words: LocalText): Promise<Outcome<null>> =>
  act(rt, by, slug, words, 'extension-undone', async (tx, contest, now) => {
    const [last] = (await db.noticesOf(tx, contest.id, mostShown)).filter(notice => notice.closesAfter !== null)
    const before = last?.kind === 'extended' ? last.closedBefore : null
    if (before === null || phaseAt(contest, now) !== 'open') return no('contest-not-open')
    // Nobody loses time that they were given: neither those who came after the old close nor those still at it.
    if (now >= before || ((await db.lastStart(tx, contest.id)) ?? 0) >= before) return no('extension-used')
    await moveClose(tx, contest, before)
    return yes({ closedBefore: contest.closesAt, closesAfter: before })
  })

async function moveClose(tx: Db, contest: ContestRow, closesAt: number): Promise<void> {
  await db.setCloses(tx, contest.id, closesAt)
  const rules = closingAt(contest.rules, contest.closesAt, closesAt)
  if (rules !== contest.rules) await putRules(tx, contest.id, rules)
  const moved = { ...contest, closesAt }
  for (const attempt of await db.openAttemptsOf(tx, contest.id, false)) {
    const percent = await db.timeFor(tx, contest.id, attempt.accountId)
    const { deadlineAt, acceptUntil } = clockFrom(
      attempt.startedAt,
      lastInstant(rules, moved, attempt.startedAt),
      rules,
      { percent, heldMs: attempt.heldMs },
    )
    await db.moveClock(tx, attempt.id, { deadlineAt, acceptUntil })
  }
}

/** One act with its public notice and its line in the log. */
async function act(
  rt: Runtime,
  by: Organizer,
  slug: string,
  words: LocalText,
  kind: db.NoticeRow['kind'],
  work: (tx: Db, contest: ContestRow, now: number) => Promise<Outcome<Change>>,
): Promise<Outcome<null>> {
  const said = { zh: words.zh.trim(), en: words.en.trim() }
  if (said.zh.length < fewestWords) return no('reason-needed')
  const at = rt.clock.now()
  const done = await rt.storage.atomically(async tx => {
    const contest = await contestBySlug(tx, slug)
    if (!contest) return no('not-found')
    const changed = await work(tx, contest, at)
    if (!changed.ok) return changed
    const change = { closedBefore: null, closesAfter: null, ...changed.value }
    await db.insertNotice(tx, {
      publicId: publicId(),
      contestId: contest.id,
      kind,
      words: said,
      actorId: by.id,
      at,
      ...change,
    })
    await record(tx, { at, actor: by, action: `contest.${kind}`, subject: `contest:${slug}`, reason: said.zh })
    return yes(null)
  })
  if (done.ok) {
    forgetMoments(rt)
    rt.pagesChanged()
  }
  return done
}

/** What everybody is told of a contest, the newest first. */
export async function noticesFor(rt: Runtime, slug: string): Promise<WireNotice[]> {
  const contest = await contestBySlug(rt.storage.read, slug)
  if (!contest) return []
  const rows = await db.noticesOf(rt.storage.read, contest.id, mostShown)
  return rows.map(({ kind, words, closesAfter, at }) => ({ kind, words, closesAt: closesAfter, at }))
}
