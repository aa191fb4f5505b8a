/** Answers: saved one by one, by whichever device holds the attempt. */
import { isOver } from '#core/attempt/clock'
import { choiceBits } from '#core/attempt/options'
import { type Held, holderAfter, isRepeat, takeBack } from '#core/attempt/save'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireSaved } from '#core/wire'
import { answerAt, putAnswer } from '#db/answer'
import * as db from '#db/attempt'
import { findSession } from '#db/session'
import type { Db } from '#db/storage'
import { oneWayOf, saveForward } from './forward.ts'
import { neverChanging } from './memory.ts'
import { optionBytes } from './paper.ts'
import type { Runtime } from './runtime.ts'
import { tokenHash } from './secrets.ts'
import { inForce, type SignedIn } from './session.ts'

export interface Answer {
  position: number
  choice: string[]
  sequence: number
}

/**
 * Saves one answer. A repeated request answers as the first did; a lower sequence changes nothing.
 * The busiest request of all: it takes the session's token instead of a person, so that the session is looked up by
 * the unit that writes, in four short statements.
 * @returns refusals: sign-in-required, not-found, attempt-over, contest-paused, attempt-elsewhere (another device has taken over),
 *   position-unknown, choice-invalid, sequence-used (same sequence, other choice); on papers without a way back
 *   question-over, question-not-yet
 */
export async function saveAnswer(
  rt: Runtime,
  token: string,
  attemptId: string,
  answer: Answer,
): Promise<Outcome<WireSaved>> {
  const now = rt.clock.now()
  const hashed = tokenHash(token)
  return rt.storage.atomically(async tx => {
    const session = inForce(await findSession(tx, hashed), now)
    if (!session) return no('sign-in-required')
    const attempt = await lockedHead(rt, tx, attemptId)
    if (!attempt || attempt.accountId !== session.accountId) return no('not-found')
    if (isOver(attempt, now)) return no('attempt-over')
    if (attempt.heldAt !== null) return no('contest-paused')
    const holder = holderAfter(attempt, session.id)
    if (!holder) return no('attempt-elsewhere')
    const slot = attempt.paper[answer.position - 1]
    if (!slot) return no('position-unknown')
    const choice = choiceBits(attempt.bytes, answer.position, slot, answer.choice)
    if (choice === null) return no('choice-invalid')
    if (holder.changed) await db.holdAttempt(tx, attempt.id, holder.heldBy, holder.displaced)
    const { position, sequence } = answer
    const late = now > attempt.deadlineAt
    const row = { attemptId: attempt.id, position, choice, savedAt: now, sequence, late }
    if (attempt.oneWay)
      return saveForward(rt, tx, attempt.oneWay, {
        attempt: attemptId,
        accountId: attempt.accountId,
        total: attempt.paper.length,
        row,
      })
    if (await putAnswer(tx, row)) return yes({ savedAt: now, sequence, late, serverNow: now })
    return alreadyThere(await answerAt(tx, attempt.id, position), row)
  })
}

/** What a save gets that changed nothing: what stands there, or that its sequence was used for another choice. */
function alreadyThere(
  held: Held | null,
  arrived: { choice: number; sequence: number; savedAt: number },
): Outcome<WireSaved> {
  if (!held || !isRepeat(held, arrived)) return no('sequence-used')
  const { savedAt, sequence, late } = held
  return yes({ savedAt, sequence, late, serverNow: arrived.savedAt })
}

/** An attempt as saves need it. What was fixed at its start is remembered; what may change is read, and locked. */
async function lockedHead(rt: Runtime, tx: Db, attemptId: string) {
  const fixed = await neverChanging(rt, 'attempts', attemptId, async () => {
    const part = await db.fixedPart(tx, attemptId)
    return part && { ...part, bytes: optionBytes(rt, part), oneWay: await oneWayOf(rt, tx, part) }
  })
  const state = fixed && (await db.lockedState(tx, fixed.id))
  if (!state) return null
  const { id, accountId, paper, bytes, oneWay } = fixed
  const { finishedAt, deadlineAt, acceptUntil, heldAt, heldBy, displaced } = state
  return { id, accountId, paper, bytes, oneWay, deadlineAt, acceptUntil, heldAt, finishedAt, heldBy, displaced }
}

/** Continues the attempt on this device, also after another one had taken it over. */
export async function takeOver(rt: Runtime, who: SignedIn, attemptId: string): Promise<Outcome<null>> {
  return rt.storage.atomically(async tx => {
    const attempt = await lockedHead(rt, tx, attemptId)
    if (!attempt || attempt.accountId !== who.account.id) return no('not-found')
    if (isOver(attempt, rt.clock.now())) return no('attempt-over')
    const holder = takeBack(attempt, who.sessionId)
    await db.holdAttempt(tx, attempt.id, holder.heldBy, holder.displaced)
    return yes(null)
  })
}
