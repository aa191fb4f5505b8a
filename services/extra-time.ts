/** Extra time for single persons, with a reason: who reads slowly, by ear or by touch is given what they need. */

import { maskedPhone, normalPhone } from '#core/account/phone'
import type { Allowed } from '#core/account/roles'
import { clockFrom } from '#core/attempt/clock'
import { lastInstant } from '#core/contest/allowed'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireExtraTime } from '#core/wire-watch'
import { accountByPhone } from '#db/account'
import { type ContestRow, contestBySlug } from '#db/contest'
import type { Db } from '#db/storage'
import * as db from '#db/watch'
import { record } from './audit.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

type Organizer = Allowed<'contests.write'>

/** Per cent of the usual time that may be given. */
const borders = { least: 110, most: 400 }
const fewestWords = 4

/**
 * Gives a person more time, at once for an attempt under way and for every later one.
 * @returns refusals: not-found, phone-invalid, reason-needed, invalid-request
 */
export async function grantExtraTime(
  rt: Runtime,
  by: Organizer,
  slug: string,
  given: { phone: string; percent: number; reason: string },
): Promise<Outcome<null>> {
  const phone = normalPhone(given.phone)
  const reason = given.reason.trim()
  if (!phone) return no('phone-invalid', { where: 'phone' })
  if (reason.length < fewestWords) return no('reason-needed', { where: 'reason' })
  if (given.percent < borders.least || given.percent > borders.most) return no('invalid-request', { where: 'percent' })
  const at = rt.clock.now()
  return rt.storage.atomically(async tx => {
    const contest = await contestBySlug(tx, slug)
    const account = await accountByPhone(tx, rt.secrets.blindIndex(phone))
    if (!contest || !account) return no('not-found', { where: 'phone' })
    const id = publicId()
    const { percent } = given
    await db.insertExtraTime(tx, {
      ...{ publicId: id, contestId: contest.id, accountId: account.id, percent, reason },
      ...{ grantedBy: by.id, grantedAt: at },
    })
    await resetClocks(tx, contest, account.id)
    const subject = `contest:${slug}`
    await record(tx, { at, actor: by, action: 'contest.extra-time', subject, detail: { id, percent }, reason })
    return yes(null)
  })
}

/** Later attempts have the usual time again; one under way keeps what it was given. @returns refusals: not-found, handled-already */
export async function undoExtraTime(rt: Runtime, by: Organizer, slug: string, id: string): Promise<Outcome<null>> {
  const at = rt.clock.now()
  return rt.storage.atomically(async tx => {
    const contest = await contestBySlug(tx, slug)
    const found = contest && (await db.extraTimeByPublicId(tx, contest.id, id))
    if (!found) return no('not-found')
    if (found.undoneAt !== null) return no('handled-already')
    await db.undoExtraTime(tx, found.id, { undoneBy: by.id, undoneAt: at })
    await record(tx, { at, actor: by, action: 'contest.extra-time-undone', subject: `contest:${slug}`, detail: { id } })
    return yes(null)
  })
}

async function resetClocks(tx: Db, contest: ContestRow, accountId: number): Promise<void> {
  const percent = await db.timeFor(tx, contest.id, accountId)
  const mine = (await db.openAttemptsOf(tx, contest.id, false)).filter(attempt => attempt.accountId === accountId)
  for (const { id, startedAt, heldMs } of mine) {
    const last = lastInstant(contest.rules, contest, startedAt)
    const { deadlineAt, acceptUntil } = clockFrom(startedAt, last, contest.rules, { percent, heldMs })
    await db.moveClock(tx, id, { deadlineAt, acceptUntil })
  }
}

/** @returns refusals: not-found */
export async function extraTimes(rt: Runtime, _by: Organizer, slug: string): Promise<Outcome<WireExtraTime[]>> {
  const contest = await contestBySlug(rt.storage.read, slug)
  if (!contest) return no('not-found')
  const rows = await db.extraTimesOf(rt.storage.read, contest.id)
  return yes(
    rows.map(({ row, name, phoneCipher }) => ({
      ...{ id: row.publicId, name, percent: row.percent, reason: row.reason },
      phone: phoneCipher === null ? '' : maskedPhone(rt.secrets.decrypt(phoneCipher)),
      ...{ grantedAt: row.grantedAt, undoneAt: row.undoneAt },
    })),
  )
}
