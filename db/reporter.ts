/** For whom reporters report. */
import { eq } from 'drizzle-orm'
import { accounts } from './schema/account.ts'
import type { Db } from './storage.ts'

export async function setArea(
  tx: Db,
  accountId: number,
  area: { reportsRegion: string | null; reportsDepartment: number | null },
): Promise<void> {
  await tx.update(accounts).set(area).where(eq(accounts.id, accountId))
}
