/** Pools as papers were drawn from them. */
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Pooled, Slot } from '../core/paper/paper.ts'
import { attempts } from './schema/attempt.ts'
import { type PoolRow, paperPools } from './schema/paper.ts'
import type { Db } from './storage.ts'

/** @param hash of the pool @returns its id, or null when it was not kept yet */
export async function poolNamed(db: Db, contestId: number, hash: string): Promise<number | null> {
  const rows = await db
    .select({ id: paperPools.id })
    .from(paperPools)
    .where(and(eq(paperPools.contestId, contestId), eq(paperPools.hash, hash)))
  return rows[0]?.id ?? null
}

/** @returns the id of the pool, whether it is new or was kept in the meantime */
export async function keepPool(
  tx: Db,
  { pool, ...row }: { contestId: number; hash: string; pool: Pooled[]; madeAt: number },
): Promise<number> {
  await tx
    .insert(paperPools)
    .values({ ...row, pool: pool.map(rowOf) })
    .onConflictDoNothing()
  return (await poolNamed(tx, row.contestId, row.hash)) as number
}

export async function poolById(db: Db, id: number): Promise<Pooled[] | null> {
  const rows = await db.select({ pool: paperPools.pool }).from(paperPools).where(eq(paperPools.id, id))
  return rows[0]?.pool.map(pooled) ?? null
}

/** The newest papers of a contest that were drawn by seed, with the pools that they came from. */
export async function papersGiven(
  db: Db,
  contestId: number,
  most: number,
): Promise<{ poolId: number; paper: Slot[] }[]> {
  const rows = await db
    .select({ poolId: attempts.poolId, paper: attempts.paper })
    .from(attempts)
    .where(and(eq(attempts.contestId, contestId), isNotNull(attempts.poolId)))
    .orderBy(desc(attempts.id))
    .limit(most)
  return rows.map(({ poolId, paper }) => ({ poolId: poolId as number, paper }))
}

const rowOf = ({ revision, question, kind, chapter, options, level, facility, seconds }: Pooled): PoolRow => [
  revision,
  question,
  kind,
  chapter,
  options,
  level,
  facility,
  seconds,
]

const pooled = ([revision, question, kind, chapter, options, level, facility, seconds]: PoolRow): Pooled => {
  return { revision, question, kind, chapter, options, level, facility, seconds }
}
