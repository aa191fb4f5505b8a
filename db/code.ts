/** One-time codes sent to phones. */
import { and, desc, eq, gt, isNull, lt } from 'drizzle-orm'
import { alone, locked } from './columns.ts'
import { codes } from './schema/account.ts'
import type { Db } from './storage.ts'

/** When codes went to this number since an instant. Whoever asks for the same number next waits for this unit. */
export async function codesSentSince(tx: Db, phoneIndex: string, since: number): Promise<number[]> {
  await alone(tx, `codes ${phoneIndex}`)
  const rows = await tx
    .select({ at: codes.createdAt })
    .from(codes)
    .where(and(eq(codes.phoneIndex, phoneIndex), gt(codes.createdAt, since)))
  return rows.map(row => row.at)
}

export async function insertCode(
  tx: Db,
  code: { phoneIndex: string; codeHash: string; browserHash: string; createdAt: number; expiresAt: number },
): Promise<void> {
  await tx.insert(codes).values({ ...code, tries: 0 })
}

/** The newest code of the number that is still to be used. */
export async function openCode(tx: Db, phoneIndex: string, now: number) {
  const rows = await locked(
    tx
      .select()
      .from(codes)
      .where(and(eq(codes.phoneIndex, phoneIndex), isNull(codes.usedAt), gt(codes.expiresAt, now)))
      .orderBy(desc(codes.id))
      .limit(1),
  )
  return rows[0] ?? null
}

export async function countTry(tx: Db, id: number, tries: number): Promise<void> {
  await tx.update(codes).set({ tries }).where(eq(codes.id, id))
}

export async function markUsed(tx: Db, id: number, now: number): Promise<void> {
  await tx.update(codes).set({ usedAt: now }).where(eq(codes.id, id))
}

/** Forgets codes that were sent before an instant. */
export async function eraseCodes(tx: Db, before: number): Promise<void> {
  await tx.delete(codes).where(lt(codes.createdAt, before))
}
