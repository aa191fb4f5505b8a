/** Editions and their units. */
import { asc, eq } from 'drizzle-orm'
import { editions, regions } from './schema/region.ts'
import type { Db } from './storage.ts'

export type EditionRow = typeof editions.$inferSelect
export type RegionRow = typeof regions.$inferSelect

export const allEditions = async (db: Db): Promise<EditionRow[]> =>
  db.select().from(editions).orderBy(asc(editions.validFrom))

export const regionsOfEdition = async (db: Db, edition: string): Promise<RegionRow[]> =>
  db.select().from(regions).where(eq(regions.edition, edition)).orderBy(asc(regions.position))

/** Puts the files' editions in the place of what was there. */
export async function replaceRegions(tx: Db, edition: EditionRow[], units: RegionRow[]): Promise<void> {
  await tx.delete(regions)
  await tx.delete(editions)
  await tx.insert(editions).values(edition)
  await tx.insert(regions).values(units)
}
