/** A set's own words, its use by contests, and its retirement. */
import { desc, eq } from 'drizzle-orm'
import { contestSets, contests } from './schema/contest.ts'
import { questionSets } from './schema/question.ts'
import type { Db } from './storage.ts'

export interface SetWords {
  name: string
  owner: string
  source: string
  licence: string
}

export async function updateSet(tx: Db, id: number, words: SetWords): Promise<void> {
  await tx.update(questionSets).set(words).where(eq(questionSets.id, id))
}

export async function putRetired(
  tx: Db,
  id: number,
  retired: { retiredAt: number | null; retiredBy: number | null },
): Promise<void> {
  await tx.update(questionSets).set(retired).where(eq(questionSets.id, id))
}

/** Contests that draw from a set, the newest first. */
export const contestsWith = async (db: Db, setId: number) =>
  db
    .select({
      slug: contests.slug,
      title: contests.title,
      publishedAt: contests.publishedAt,
      opensAt: contests.opensAt,
      closesAt: contests.closesAt,
    })
    .from(contestSets)
    .innerJoin(contests, eq(contests.id, contestSets.contestId))
    .where(eq(contestSets.setId, setId))
    .orderBy(desc(contests.opensAt), desc(contests.id))
