/** What organizers change of a contest, and the numbers they watch. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { count } from './columns.ts'
import type { ContestRow } from './contest.ts'
import { attempts } from './schema/attempt.ts'
import { contests } from './schema/contest.ts'
import type { Db } from './storage.ts'

type Changeable = Pick<ContestRow, 'slug' | 'title' | 'summary' | 'edition' | 'opensAt' | 'closesAt' | 'rules'>

export async function updateContest(tx: Db, id: number, contest: Changeable): Promise<void> {
  await tx.update(contests).set(contest).where(eq(contests.id, id))
}

export async function markPublished(tx: Db, id: number, publishedAt: number): Promise<void> {
  await tx
    .update(contests)
    .set({ publishedAt })
    .where(and(eq(contests.id, id), isNull(contests.publishedAt)))
}

/** Attempts of a contest: all, and those that are finished. */
export async function attemptCounts(db: Db, contestId: number): Promise<{ started: number; finished: number }> {
  const inContest = eq(attempts.contestId, contestId)
  const [started] = await db.select({ n: count() }).from(attempts).where(inContest)
  const [finished] = await db
    .select({ n: count() })
    .from(attempts)
    .where(and(inContest, isNotNull(attempts.finishedAt)))
  return { started: started?.n ?? 0, finished: finished?.n ?? 0 }
}

/** Puts a contest on the site, or (null) takes it off. */
export async function setPublished(tx: Db, id: number, at: number | null): Promise<void> {
  await tx.update(contests).set({ publishedAt: at }).where(eq(contests.id, id))
}

/** The rehearsal of a contest that is on the site, or null. */
export async function rehearsalOf(db: Db, contestId: number): Promise<{ id: number; slug: string } | null> {
  const rows = await db
    .select({ id: contests.id, slug: contests.slug })
    .from(contests)
    .where(and(eq(contests.rehearsalOf, contestId), isNotNull(contests.publishedAt)))
  return rows[0] ?? null
}
