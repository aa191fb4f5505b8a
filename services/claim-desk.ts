/** The desk where prizes are handed out: who has claimed, what they gave for it, who signed. */

import { maskedPhone, normalPhone } from '#core/account/phone'
import type { Allowed } from '#core/account/roles'
import type { ClaimData } from '#core/prize/claim'
import { mayDo, winnerState } from '#core/prize/state'
import { no, type Outcome, yes } from '#core/refusal'
import { accountById } from '#db/account'
import { claimOf } from '#db/claim'
import { type ContestRow, contestBySlug } from '#db/contest'
import { allInsiders, insiderById, putInsider, removeInsider } from '#db/draw'
import { samePersonCases } from '#db/integrity'
import type { Db } from '#db/storage'
import { type ListRow, listById, putWinner, type WinnerRow, winnerByPublicId } from '#db/winner'
import { record } from './audit.ts'
import { endPrizes } from './prize-end.ts'
import type { Runtime } from './runtime.ts'

type Organizer = Allowed<'contests.write'>

export interface OpenedClaim {
  fields: ClaimData
  phone: string | null
  consentVersion: string
  provedAt: number
  /** The name given for the prize is another than the account's: the phone may have changed hands. */
  otherName: boolean
}

/**
 * What a winner gave, in full; that it was looked at is recorded before it goes out.
 * @returns refusals: not-found, prize-state (nothing claimed, or erased)
 */
export async function openClaim(
  rt: Runtime,
  allowed: Allowed<'standings.export'>,
  slug: string,
  id: string,
): Promise<Outcome<OpenedClaim>> {
  return rt.storage.atomically(async tx => {
    const found = await winnerIn(tx, slug, id)
    if (!found) return no('not-found')
    const claim = await claimOf(tx, found.winner.id)
    if (!claim || claim.sealed === null) return no('prize-state')
    const account = await accountById(tx, found.winner.accountId ?? 0)
    const fields = JSON.parse(rt.secrets.decrypt(claim.sealed)) as ClaimData
    const subject = `prize:${id}`
    await record(tx, { at: rt.clock.now(), actor: allowed, action: 'prize.opened', subject, detail: { contest: slug } })
    return yes({
      fields,
      phone: account?.phoneCipher ? rt.secrets.decrypt(account.phoneCipher) : null,
      consentVersion: claim.consentVersion,
      provedAt: claim.provedAt,
      otherName: Boolean(fields.name && account?.name && fields.name !== account.name),
    })
  })
}

/** @returns refusals: not-found, list-not-published, notice-running, prize-state, prize-looked-at */
export async function handOver(rt: Runtime, allowed: Organizer, slug: string, id: string): Promise<Outcome<null>> {
  const now = rt.clock.now()
  return rt.storage.atomically(async tx => {
    const found = await winnerIn(tx, slug, id)
    if (!found) return no('not-found')
    const { winner, list, contest } = found
    if (list.publishedAt === null) return no('list-not-published')
    if (now < (list.noticeUntil ?? 0)) return no('notice-running')
    if (!mayDo('hand-over', winnerState(winner, (await claimOf(tx, winner.id)) !== null, now))) return no('prize-state')
    if ((await samePersonCases(tx, contest.id, winner.accountId ?? 0)).length > 0) return no('prize-looked-at')
    await putWinner(tx, winner.id, { handedOverAt: now, handedOverBy: allowed.id })
    const subject = `prize:${id}`
    await record(tx, { at: now, actor: allowed, action: 'prize.handed-over', subject, detail: { contest: slug } })
    return yes(null)
  })
}

/**
 * Takes a prize away after an objection was upheld; whoever is next gets it.
 * @returns refusals: not-found, note-needed, prize-state
 */
export async function takeAway(
  rt: Runtime,
  allowed: Organizer,
  slug: string,
  id: string,
  reason: string,
): Promise<Outcome<null>> {
  if ([...reason.trim()].length < 4) return no('note-needed', { where: 'reason' })
  const done = await rt.storage.atomically(async tx => {
    const found = await winnerIn(tx, slug, id)
    if (!found) return no('not-found')
    const state = winnerState(found.winner, (await claimOf(tx, found.winner.id)) !== null, rt.clock.now())
    if (!mayDo('strike-out', state)) return no('prize-state')
    await endPrizes(rt, tx, [found.winner], 'objection', allowed, reason.trim())
    return yes(null)
  })
  if (done.ok) rt.pagesChanged()
  return done
}

async function winnerIn(
  tx: Db,
  slug: string,
  id: string,
): Promise<{ winner: WinnerRow; list: ListRow; contest: ContestRow } | null> {
  const contest = await contestBySlug(tx, slug)
  const winner = await winnerByPublicId(tx, id)
  const list = winner && (await listById(tx, winner.listId))
  return contest && winner && list?.contestId === contest.id ? { winner, list, contest } : null
}

export interface InsiderView {
  id: number
  /** 138****8000; '' where staff stated their own. */
  phone: string
  note: string
  /** The name of whose own phone it is; null: an organizer named it. */
  staff: string | null
  addedAt: number
}

/** Phones that win nothing, masked; of those that staff play with, only whose they are. */
export const insidersFor = async (rt: Runtime, _allowed: Organizer): Promise<InsiderView[]> =>
  (await allInsiders(rt.storage.read)).map(({ insider: { id, shown, note, addedAt, accountId }, name, login }) => {
    const own = accountId !== null
    return { id, phone: own ? '' : shown, note, staff: own ? (name ?? login ?? '') : null, addedAt }
  })

/** @param note who it is to the contest, without a name: 出题人, 承办方 @returns refusals: phone-invalid, note-needed */
export async function nameInsider(
  rt: Runtime,
  allowed: Organizer,
  given: { phone: string; note: string },
): Promise<Outcome<null>> {
  const phone = normalPhone(given.phone)
  if (!phone) return no('phone-invalid', { where: 'phone' })
  if ([...given.note.trim()].length < 2) return no('note-needed', { where: 'note' })
  const addedAt = rt.clock.now()
  return rt.storage.atomically(async tx => {
    const shown = maskedPhone(phone)
    const kept = { phoneIndex: rt.secrets.blindIndex(phone), shown, note: given.note.trim() }
    await putInsider(tx, { ...kept, accountId: null, addedBy: allowed.id, addedAt })
    await record(tx, { at: addedAt, actor: allowed, action: 'insider.added', subject: 'insiders', reason: kept.note })
    return yes(null)
  })
}

/** @returns refusals: not-found, own-account (who plays cannot let themselves in again) */
export async function dropInsider(rt: Runtime, allowed: Organizer, id: number): Promise<Outcome<null>> {
  return rt.storage.atomically(async tx => {
    if ((await insiderById(tx, id))?.accountId === allowed.id) return no('own-account')
    if (!(await removeInsider(tx, id))) return no('not-found')
    await record(tx, { at: rt.clock.now(), actor: allowed, action: 'insider.removed', subject: 'insiders' })
    return yes(null)
  })
}
