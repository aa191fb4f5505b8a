/** What goes when somebody closes their account. Attempts stay, with nobody's name. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { accounts, sessions } from './schema/account.ts'
import { attempts } from './schema/attempt.ts'
import { contestEntries, contestInvitations } from './schema/entry.ts'
import { attemptTraces, strikes } from './schema/integrity.ts'
import { practiceCards } from './schema/practice.ts'
import { claims, winners } from './schema/prize.ts'
import { errorReports } from './schema/upkeep.ts'
import { extraTimes } from './schema/watch.ts'
import type { Db } from './storage.ts'
import type { WinnerRow } from './winner.ts'

/** Nothing of the account says who it was; its number stays, for what others rely on. */
export async function endAccount(tx: Db, id: number, deactivatedAt: number): Promise<void> {
  const nobody = { phoneIndex: null, phoneCipher: null, name: null, showName: false }
  const nowhere = { regionEdition: null, region: null, organisationId: null }
  await tx
    .update(accounts)
    .set({ ...nobody, ...nowhere, deactivatedAt })
    .where(eq(accounts.id, id))
}

/** Papers that are open and whose clock runs. */
export async function openPapersOf(tx: Db, accountId: number): Promise<string[]> {
  const rows = await tx
    .select({ publicId: attempts.publicId })
    .from(attempts)
    .where(and(eq(attempts.accountId, accountId), isNull(attempts.finishedAt), isNull(attempts.heldAt)))
  return rows.map(row => row.publicId)
}

/** What somebody has won or stands by for, and has not been handed; of lists that are not published yet too. */
export const winsInHand = async (db: Db, accountId: number): Promise<{ winner: WinnerRow; hasClaim: boolean }[]> => {
  const rows = await db
    .select({ winner: winners, claim: claims.winnerId })
    .from(winners)
    .leftJoin(claims, eq(claims.winnerId, winners.id))
    .where(and(eq(winners.accountId, accountId), isNull(winners.endedAt), isNull(winners.handedOverAt)))
  return rows.map(({ winner, claim }) => ({ winner, hasClaim: claim !== null }))
}

/** Sessions, signs of where papers came from, practice, what was said for contests, and whose a report of an error is. */
export async function forgetPerson(tx: Db, accountId: number, phoneIndex: string): Promise<void> {
  const own = tx.select({ id: attempts.id }).from(attempts).where(eq(attempts.accountId, accountId))
  await tx.delete(attemptTraces).where(inArray(attemptTraces.attemptId, own))
  await tx.delete(sessions).where(eq(sessions.accountId, accountId))
  await tx.delete(practiceCards).where(eq(practiceCards.accountId, accountId))
  await tx.delete(extraTimes).where(eq(extraTimes.accountId, accountId))
  await tx.delete(contestInvitations).where(eq(contestInvitations.phoneIndex, phoneIndex))
  await tx.update(contestEntries).set({ numberCipher: null }).where(eq(contestEntries.accountId, accountId))
  await tx.update(errorReports).set({ accountId: null }).where(eq(errorReports.accountId, accountId))
  // An appeal that nobody has answered is withdrawn with the account; of an answered one the answer stays.
  await tx.update(strikes).set({ appeal: null }).where(eq(strikes.accountId, accountId))
  await tx
    .update(strikes)
    .set({ appealedAt: null })
    .where(and(eq(strikes.accountId, accountId), isNull(strikes.answeredAt)))
}
