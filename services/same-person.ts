/** Two phones of one person, found when prizes are claimed: what was given for them is compared by a keyed hash. */
import { reviewFrom } from '#core/integrity/trace'
import type { ClaimData } from '#core/prize/claim'
import { duplicatesOf, personKey } from '#core/prize/person'
import { accountById } from '#db/account'
import { claimantsKnownAs, claimsAlone, firstStarts } from '#db/claim'
import type { ContestRow } from '#db/contest'
import { entryOf } from '#db/entry'
import { putCase } from '#db/integrity'
import { standingOf } from '#db/standing'
import type { Db } from '#db/storage'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

/**
 * Looks for other accounts that have claimed as the same person, and does with them what the rules say.
 * @returns what to keep with the claim (null: too little is known), and whether the claim is refused
 */
export async function heedOthers(
  rt: Runtime,
  tx: Db,
  contest: ContestRow,
  accountId: number,
  fields: ClaimData,
): Promise<{ person: string | null; refused: boolean }> {
  const key = await keyOf(rt, tx, contest, accountId, fields)
  if (key === null) return { person: null, refused: false }
  const person = rt.secrets.personHash(contest.id, key)
  // Two phones that claim at once must see each other.
  await claimsAlone(tx, contest.id)
  const accounts = (await claimantsKnownAs(tx, contest.id, person)).filter(id => id !== accountId)
  if (accounts.length === 0) return { person, refused: false }
  const starts = await firstStarts(tx, contest.id, [accountId, ...accounts])
  const claimant = (account: number) => ({ account, since: starts.get(account) ?? Number.POSITIVE_INFINITY })
  const { refused, look } = duplicatesOf(contest.rules, claimant(accountId), accounts.map(claimant))
  for (const one of look) await lookAt(rt, tx, contest, one, one === accountId ? (accounts[0] as number) : accountId)
  return { person, refused }
}

async function keyOf(rt: Runtime, tx: Db, contest: ContestRow, accountId: number, fields: ClaimData) {
  const account = await accountById(tx, accountId)
  const entry = await entryOf(tx, contest.id, accountId)
  const number = entry?.numberCipher ? rt.secrets.decrypt(entry.numberCipher) : null
  return personKey(contest.rules, { fields, name: account?.name ?? null, number })
}

/** Somebody off the boards has been struck out already. */
async function lookAt(rt: Runtime, tx: Db, contest: ContestRow, accountId: number, other: number): Promise<void> {
  const standing = await standingOf(tx, contest.id, accountId)
  if (!standing) return
  await putCase(tx, {
    publicId: publicId(),
    contestId: contest.id,
    accountId,
    attemptId: standing.attemptId,
    reason: { code: 'same-person', weight: reviewFrom, account: other },
    foundAt: rt.clock.now(),
  })
}
