/** Many rows at once, for the sample contest. */
import { accounts } from './schema/account.ts'
import { answers, attempts } from './schema/attempt.ts'
import type { Db } from './storage.ts'

/** Rows per statement: below the parameter limits of both engines. */
const rowsAtOnce = 400

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let i = 0; i < rows.length; i += rowsAtOnce) yield rows.slice(i, i + rowsAtOnce)
}

/** @returns inner ids by public id */
export async function insertAccounts(tx: Db, rows: (typeof accounts.$inferInsert)[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const chunk of chunks(rows))
    for (const row of await tx
      .insert(accounts)
      .values(chunk)
      .returning({ id: accounts.id, publicId: accounts.publicId }))
      ids.set(row.publicId, row.id)
  return ids
}

/** @returns inner ids by public id */
export async function insertAttempts(tx: Db, rows: (typeof attempts.$inferInsert)[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const chunk of chunks(rows))
    for (const row of await tx
      .insert(attempts)
      .values(chunk)
      .returning({ id: attempts.id, publicId: attempts.publicId }))
      ids.set(row.publicId, row.id)
  return ids
}

export async function insertAnswers(tx: Db, rows: (typeof answers.$inferInsert)[]): Promise<void> {
  for (const chunk of chunks(rows)) await tx.insert(answers).values(chunk)
}
