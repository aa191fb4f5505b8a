/** A winner's side: what one has won, and claiming it. */

import type { LocalText } from '#core/locale'
import { type AskedField, askedFields, type ClaimData, claimConsent, claimProblem, keptFields } from '#core/prize/claim'
import { mayDo, type WinnerState, winnerState } from '#core/prize/state'
import { no, type Outcome, yes } from '#core/refusal'
import { accountById } from '#db/account'
import { claimOf, eraseClaim, insertClaim } from '#db/claim'
import { contestById } from '#db/contest'
import type { Db } from '#db/storage'
import { listById, prizesOf, type WinnerRow, winnerByPublicId } from '#db/winner'
import { erased } from './erasure.ts'
import { endPrizes } from './prize-end.ts'
import type { Runtime } from './runtime.ts'
import { heedOthers } from './same-person.ts'
import type { SignedIn } from './session.ts'
import { requestCode, takeCode } from './sign-in.ts'

export interface MyPrize {
  id: string
  contest: { slug: string; title: LocalText }
  tier: LocalText
  prize: LocalText
  state: WinnerState
  claimUntil: number | null
  eraseAt: number | null
  claimedAt: number | null
  handedOverAt: number | null
  /** When what was given for the prize was erased. */
  erasedAt: number | null
  asked: AskedField[]
}

/** What somebody has won, of published lists; the newest first. */
export async function myPrizes(rt: Runtime, who: SignedIn): Promise<MyPrize[]> {
  const now = rt.clock.now()
  const rows = await prizesOf(rt.storage.read, who.account.id)
  return rows.flatMap(({ winner, contest, claimedAt, erasedAt }) => {
    if (!winner.tierName || !winner.prize) return []
    return [
      {
        id: winner.publicId,
        contest: { slug: contest.slug, title: contest.title },
        tier: winner.tierName,
        prize: winner.prize,
        state: winnerState(winner, claimedAt !== null, now),
        claimUntil: winner.claimUntil,
        eraseAt: winner.eraseAt,
        claimedAt,
        handedOverAt: winner.handedOverAt,
        erasedAt,
        asked: askedFields(contest.rules),
      },
    ]
  })
}

/** Sends a fresh code to the winner's own phone. @returns refusals: not-found, prize-state, and those of requestCode */
export async function sendClaimCode(rt: Runtime, who: SignedIn, id: string, browser: string): Promise<Outcome<null>> {
  const won = await wonBy(rt.storage.read, who, id)
  if (!won) return no('not-found')
  if (!mayDo('claim', await stateNow(rt, rt.storage.read, won))) return no('prize-state')
  const phone = await phoneOf(rt, rt.storage.read, who)
  return phone ? requestCode(rt, phone, browser) : no('not-found')
}

export interface ClaimGiven {
  code: string
  browser: string | undefined
  /** The version of the words that were agreed to. */
  consent: string
  fields: ClaimData
}

/**
 * Claims a prize: a fresh code proves the phone, and only what the rules ask for is kept, encrypted.
 * @returns refusals: not-found, prize-state (late too), claim-consent, claim-field, code-wrong, claim-second-phone
 */
export async function claimPrize(rt: Runtime, who: SignedIn, id: string, given: ClaimGiven): Promise<Outcome<null>> {
  return rt.storage.atomically(async tx => {
    const won = await wonBy(tx, who, id)
    const contest = won && (await contestOf(tx, won))
    if (!won || !contest) return no('not-found')
    if (!mayDo('claim', await stateNow(rt, tx, won))) return no('prize-state')
    if (given.consent !== claimConsent) return no('claim-consent', { where: 'consent' })
    const kept = keptFields(contest.rules, given.fields)
    const wrong = claimProblem(contest.rules, kept)
    if (wrong) return wrong
    const phone = await phoneOf(rt, tx, who)
    if (!phone || !given.browser) return no('code-wrong')
    const proof = { code: given.code, browser: given.browser }
    if (!(await takeCode(rt, tx, rt.secrets.blindIndex(phone), proof))) return no('code-wrong')
    // Only now: before the phone is proved, the answer would tell whose ID numbers are known.
    const { person, refused } = await heedOthers(rt, tx, contest, who.account.id, kept)
    if (refused) return no('claim-second-phone')
    const now = rt.clock.now()
    await insertClaim(tx, {
      winnerId: won.id,
      person,
      provedAt: now,
      consentVersion: claimConsent,
      sealed: rt.secrets.encrypt(JSON.stringify(kept)),
      submittedAt: now,
    })
    return yes(null)
  })
}

/** Gives a prize up; what was given for it is erased at once. @returns refusals: not-found, prize-state */
export async function declinePrize(rt: Runtime, who: SignedIn, id: string): Promise<Outcome<null>> {
  const done = await rt.storage.atomically(async tx => {
    const won = await wonBy(tx, who, id)
    if (!won) return no('not-found')
    if (!mayDo('decline', await stateNow(rt, tx, won))) return no('prize-state')
    if (await claimOf(tx, won.id)) {
      await eraseClaim(tx, won.id, rt.clock.now())
      erased(rt)
    }
    await endPrizes(rt, tx, [won], 'declined', null)
    return yes(null)
  })
  if (done.ok) rt.pagesChanged()
  return done
}

/** Of a published list, and one's own; anything else is not there. */
async function wonBy(db: Db, who: SignedIn, id: string): Promise<WinnerRow | null> {
  const winner = await winnerByPublicId(db, id)
  return winner && winner.accountId === who.account.id && winner.calledAt !== null ? winner : null
}

const stateNow = async (rt: Runtime, db: Db, won: WinnerRow): Promise<WinnerState> =>
  winnerState(won, (await claimOf(db, won.id)) !== null, rt.clock.now())

async function contestOf(db: Db, won: WinnerRow) {
  const list = await listById(db, won.listId)
  return list && contestById(db, list.contestId)
}

async function phoneOf(rt: Runtime, db: Db, who: SignedIn): Promise<string | null> {
  const account = await accountById(db, who.account.id)
  return account?.phoneCipher ? rt.secrets.decrypt(account.phoneCipher) : null
}
