/** What organisations and districts have together, for the prizes that they get. */
import { eq } from 'drizzle-orm'
import { count, sum } from './columns.ts'
import { organisations } from './schema/account.ts'
import { standings } from './schema/standing.ts'
import type { Db } from './storage.ts'

/** How many people of each region stand in a contest, and what they have together. */
export const regionCounts = async (db: Db, contestId: number) =>
  db
    .select({ region: standings.region, entrants: count(), total: sum(standings.score) })
    .from(standings)
    .where(eq(standings.contestId, contestId))
    .groupBy(standings.region)

export const organisationCounts = async (db: Db, contestId: number) =>
  db
    .select({ key: organisations.id, publicId: organisations.publicId, entrants: count(), total: sum(standings.score) })
    .from(standings)
    .innerJoin(organisations, eq(organisations.id, standings.organisationId))
    .where(eq(standings.contestId, contestId))
    .groupBy(organisations.id, organisations.publicId)
