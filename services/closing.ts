/** Closing one's account: what identifies the person goes, what others' results rest on stays without a name. */
import type { LocalText } from '#core/locale'
import { winnerState } from '#core/prize/state'
import { no, type Outcome, yes } from '#core/refusal'
import { accountById } from '#db/account'
import { lockedAttempt } from '#db/attempt'
import { endAccount, forgetPerson, openPapersOf, winsInHand } from '#db/closing'
import { putClosedEntrants, runningContestsOf } from '#db/entry'
import type { Db } from '#db/storage'
import type { WinnerRow } from '#db/winner'
import { record } from './audit.ts'
import { type MyPrize, myPrizes } from './claim.ts'
import { erased } from './erasure.ts'
import { grade } from './grade.ts'
import { endPrizes } from './prize-end.ts'
import type { Runtime } from './runtime.ts'
import type { SignedIn } from './session.ts'
import { requestCode, takeCode } from './sign-in.ts'

/** What closing would come to for this person. */
export interface ClosingView {
  /** Staff do not close their accounts themselves. */
  mayClose: boolean
  /** To be received or given up before. */
  open: MyPrize[]
  /** Won at once, on a list that is not published yet: given up by closing. */
  lost: { tier: LocalText; prize: LocalText }[]
  /** Received; what was given for them is kept until its date. */
  kept: MyPrize[]
}

export async function closingOf(rt: Runtime, who: SignedIn): Promise<ClosingView> {
  const prizes = await myPrizes(rt, who)
  const inHand = await winsInHand(rt.storage.read, who.account.id)
  return {
    mayClose: (await phoneOf(rt, rt.storage.read, who)) !== null,
    open: prizes.filter(({ state }) => isOpen(state)),
    // Who stands on a list that organizers have only settled learns of it with everybody else.
    lost: inHand.flatMap(({ winner: { tierName, prize, calledAt, attemptId } }) =>
      tierName && prize && calledAt === null && attemptId !== null ? [{ tier: tierName, prize }] : [],
    ),
    kept: prizes.filter(({ handedOverAt, claimedAt, erasedAt }) => handedOverAt && claimedAt && !erasedAt),
  }
}

const isOpen = (state: MyPrize['state']): boolean => state === 'called' || state === 'claimed'

/** Sends a fresh code to one's own phone. @returns refusals: closing-staff, and those of requestCode */
export async function sendClosingCode(rt: Runtime, who: SignedIn, browser: string): Promise<Outcome<null>> {
  const phone = await phoneOf(rt, rt.storage.read, who)
  return phone === null ? no('closing-staff') : requestCode(rt, phone, browser)
}

/**
 * Closes the account: one unit, so that it is whole or not at all. Open papers are handed in as they are.
 * @returns refusals: closing-staff, closing-prize (`prize`: its id), code-wrong
 */
export async function closeAccount(
  rt: Runtime,
  who: SignedIn,
  given: { code: string; browser: string | undefined },
): Promise<Outcome<null>> {
  const { code, browser } = given
  const done = await rt.storage.atomically(async tx => {
    const phone = await phoneOf(rt, tx, who)
    if (phone === null) return no('closing-staff')
    const wins = await winsInHand(tx, who.account.id)
    const stateOf = ({ winner, hasClaim }: (typeof wins)[number]) => winnerState(winner, hasClaim, rt.clock.now())
    const open = wins.find(win => isOpen(stateOf(win)))
    if (open) return no('closing-prize', { prize: open.winner.publicId })
    const phoneIndex = rt.secrets.blindIndex(phone)
    if (browser === undefined || !(await takeCode(rt, tx, phoneIndex, { code, browser })))
      return no('code-wrong', { where: 'code' })
    await close(rt, tx, who, phoneIndex)
    const isLate = (win: (typeof wins)[number]) => stateOf(win) === 'late'
    await endAll(rt, tx, wins.filter(isLate), 'late')
    await endAll(rt, tx, await winsInHand(tx, who.account.id), 'closed')
    const subject = `account:${who.account.publicId}`
    await record(tx, { at: rt.clock.now(), actor: null, action: 'account.closed', subject })
    return yes(null)
  })
  if (done.ok) {
    erased(rt)
    rt.pagesChanged()
  }
  return done
}

const endAll = (rt: Runtime, tx: Db, wins: { winner: WinnerRow }[], why: 'late' | 'closed'): Promise<void> =>
  endPrizes(
    rt,
    tx,
    wins.map(({ winner }) => winner),
    why,
    null,
  )

/** The account goes first: a paper that is handed in on the way out wins nothing, and one that starts just now is seen. */
async function close(rt: Runtime, tx: Db, who: SignedIn, phoneIndex: string): Promise<void> {
  const { id } = who.account
  const closedAt = rt.clock.now()
  await endAccount(tx, id, closedAt)
  for (const paper of await openPapersOf(tx, id)) {
    const attempt = await lockedAttempt(tx, paper)
    if (attempt) await grade(rt, tx, attempt, closedAt > attempt.deadlineAt ? 'server' : 'person')
  }
  const contests = await runningContestsOf(tx, id, closedAt)
  const entrant = (contestId: number) => rt.secrets.personHash(contestId, phoneIndex)
  await putClosedEntrants(
    tx,
    contests.map(contestId => ({ contestId, entrant: entrant(contestId), closedAt })),
  )
  await forgetPerson(tx, id, phoneIndex)
}

/** Null of staff. */
async function phoneOf(rt: Runtime, db: Db, who: SignedIn): Promise<string | null> {
  const account = await accountById(db, who.account.id)
  const isCitizen = account && account.login === null && account.roles.length === 0
  return isCitizen && account.phoneCipher ? rt.secrets.decrypt(account.phoneCipher) : null
}
