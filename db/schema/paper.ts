/** Pools as papers were drawn from them. */
import type { QuestionKind } from '../../core/question/question.ts'
import { identity, instant, integer, json, table, text, uniqueIndex } from '../columns.ts'
import { contests } from './contest.ts'

/** A question of a pool without its names: revision, question, kind, chapter, options, level, facility, seconds. */
export type PoolRow = [number, number, QuestionKind, number | null, number, number, number, number]

/**
 * A contest's pool with its estimates, as it stood when papers were drawn from it: with an attempt's seed it gives the
 * same paper again. A new row whenever questions or estimates change.
 */
export const paperPools = table(
  'paper_pools',
  {
    id: identity(),
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    /** SHA-256 of the pool. */
    hash: text().notNull(),
    pool: json<PoolRow[]>().notNull(),
    madeAt: instant().notNull(),
  },
  t => [uniqueIndex('paper_pools_hash').on(t.contestId, t.hash)],
)
