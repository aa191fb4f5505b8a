/** Facts about this installation. */
import { eq } from 'drizzle-orm'
import { meta } from './schema/meta.ts'
import type { Db } from './storage.ts'

export async function fact(db: Db, key: string): Promise<string | null> {
  const rows = await db.select().from(meta).where(eq(meta.key, key))
  return rows[0]?.value ?? null
}

export async function setFact(tx: Db, key: string, value: string): Promise<void> {
  await tx.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } })
}

/** Keeps what was said first, also of two at once. @returns what stands now */
export async function firstFact(tx: Db, key: string, value: string): Promise<string> {
  await tx.insert(meta).values({ key, value }).onConflictDoNothing()
  return (await fact(tx, key)) ?? value
}
