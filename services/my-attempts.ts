/** A person's own attempts: at one contest, and all of them. */
import type { Hindrance } from '#core/contest/allowed'
import { scoreFrom } from '#core/contest/feedback'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireMine } from '#core/wire'
import * as db from '#db/attempt'
import { publishedRow } from './contest.ts'
import { isQualified, stopOf } from './may-start.ts'
import type { Runtime } from './runtime.ts'

export interface AttemptView {
  id: string
  contestSlug: string
  contestTitle: { zh: string; en: string }
  startedAt: number
  deadlineAt: number
  finishedAt: number | null
  /** Null while it is open, and until the rules show it. */
  score: number | null
  maximum: number
}

/** A person's attempts at one contest, and when the next one may be started. @returns refusal: not-found */
export async function mineIn(rt: Runtime, accountId: number, slug: string): Promise<Outcome<WireMine>> {
  const contest = await publishedRow(rt, slug)
  if (!contest) return no('not-found')
  const now = rt.clock.now()
  const attempts = await db.attemptsIn(rt.storage.read, contest.id, accountId)
  // While ranks are counted anew nobody is told that they are out.
  const qualified = (await isQualified(rt, contest, accountId, now)) ?? true
  const stop = stopOf(contest, attempts, now, qualified)
  return yes({
    allowed: contest.rules.attempts.total,
    next: stop && { why: stop.why satisfies Hindrance, at: stop.next },
    attempts: attempts.map(({ publicId, startedAt, deadlineAt, finishedAt, score, maximum }) => ({
      id: publicId,
      startedAt,
      deadlineAt,
      finishedAt,
      score: finishedAt !== null && scoreFrom(contest, { finishedAt }) <= now ? score : null,
      maximum,
    })),
  })
}

/** A person's attempts, newest first. */
export async function attemptsOf(rt: Runtime, accountId: number): Promise<AttemptView[]> {
  const now = rt.clock.now()
  const rows = await db.attemptsOfAccount(rt.storage.read, accountId)
  return rows.map(({ publicId, rules, closesAt, score, ...row }) => {
    const { finishedAt } = row
    const isShown = finishedAt !== null && scoreFrom({ rules, closesAt }, { finishedAt }) <= now
    return { id: publicId, ...row, score: isShown ? score : null }
  })
}
