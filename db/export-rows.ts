/** What exported lists are made of, page by page: a list may be longer than memory. */
import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, min, placeholder } from 'drizzle-orm'
import { count, countOf, sum } from './columns.ts'
import type { ContestRow } from './contest.ts'
import { accounts, organisations } from './schema/account.ts'
import { answers, attempts } from './schema/attempt.ts'
import { winnerLists, winners } from './schema/prize.ts'
import { standings } from './schema/standing.ts'
import { type Db, prepared } from './storage.ts'

/** Standings in the order of the board, and who stands there. @param after order key of the last row read before */
export const standingsBehind = (db: Db, contestId: number, after: Buffer | null, limit: number) =>
  prepared(db, 'standings_behind', db =>
    db
      .select({
        accountId: standings.accountId,
        name: accounts.name,
        phoneCipher: accounts.phoneCipher,
        region: standings.region,
        organisationId: standings.organisationId,
        score: standings.score,
        correct: standings.correct,
        durationMs: standings.durationMs,
        finishedAt: standings.finishedAt,
        attempts: standings.attempts,
        lot: standings.lot,
        orderKey: standings.orderKey,
      })
      .from(standings)
      .innerJoin(accounts, eq(accounts.id, standings.accountId))
      .where(and(eq(standings.contestId, placeholder('contestId')), gt(standings.orderKey, placeholder('after'))))
      .orderBy(asc(standings.orderKey))
      .limit(placeholder('limit')),
  ).rows({ contestId, after: after ?? Buffer.alloc(0), limit })

/** Results of some people. */
export const standingsOf = async (db: Db, contestId: number, ids: number[]) =>
  db
    .select({
      accountId: standings.accountId,
      score: standings.score,
      correct: standings.correct,
      durationMs: standings.durationMs,
      finishedAt: standings.finishedAt,
      attempts: standings.attempts,
    })
    .from(standings)
    .where(and(eq(standings.contestId, contestId), inArray(standings.accountId, ids)))

/** Who has a prize on a published list and has not lost it, list after list. */
export const winnersInHand = async (db: Db, contestId: number) =>
  db
    .select({
      accountId: winners.accountId,
      region: winners.region,
      organisationId: winners.organisationId,
      rank: winners.rank,
      score: winners.score,
      tierName: winners.tierName,
      prize: winners.prize,
    })
    .from(winners)
    .innerJoin(winnerLists, eq(winnerLists.id, winners.listId))
    .where(
      and(
        eq(winnerLists.contestId, contestId),
        isNotNull(winnerLists.publishedAt),
        isNotNull(winners.tier),
        isNull(winners.endedAt),
      ),
    )
    .orderBy(asc(winners.listId), asc(winners.place), asc(winners.id))

/** Everybody who has started, by account. */
export const participantsAfter = async (db: Db, contestId: number, after: number, limit: number) =>
  db
    .select({
      accountId: attempts.accountId,
      attempts: count(),
      finished: countOf(attempts.finishedAt),
      firstStartedAt: min(attempts.startedAt),
      region: min(attempts.region),
      organisationId: min(attempts.organisationId),
    })
    .from(attempts)
    .where(and(eq(attempts.contestId, contestId), gt(attempts.accountId, after)))
    .groupBy(attempts.accountId)
    .orderBy(asc(attempts.accountId))
    .limit(limit)

/** People and points of each organisation that has a standing. */
export const organisationTotals = async (db: Db, contestId: number) =>
  db
    .select({
      organisation: organisations.name,
      participants: count(),
      totalScore: sum(standings.score),
    })
    .from(standings)
    .innerJoin(organisations, eq(organisations.id, standings.organisationId))
    .where(eq(standings.contestId, contestId))
    .groupBy(organisations.id, organisations.name)
    .orderBy(asc(organisations.name))

/** Finished attempts that count, by id: those of a warm-up do not. */
export const finishedAfter = async (
  db: Db,
  contest: Pick<ContestRow, 'id' | 'opensAt'>,
  after: number,
  limit: number,
) =>
  db
    .select({
      id: attempts.id,
      accountId: attempts.accountId,
      attempt: attempts.number,
      region: attempts.region,
      organisationId: attempts.organisationId,
      paper: attempts.paper,
    })
    .from(attempts)
    .where(
      and(
        eq(attempts.contestId, contest.id),
        gte(attempts.startedAt, contest.opensAt),
        isNotNull(attempts.finishedAt),
        isNull(attempts.struckOutAt),
        gt(attempts.id, after),
      ),
    )
    .orderBy(asc(attempts.id))
    .limit(limit)

export const answersOf = async (db: Db, attemptIds: number[]) =>
  db
    .select({
      attemptId: answers.attemptId,
      position: answers.position,
      choice: answers.choice,
      savedAt: answers.savedAt,
    })
    .from(answers)
    .where(inArray(answers.attemptId, attemptIds))

export const identitiesOf = async (db: Db, accountIds: number[]) =>
  db
    .select({ id: accounts.id, name: accounts.name, phoneCipher: accounts.phoneCipher })
    .from(accounts)
    .where(inArray(accounts.id, accountIds))

export const organisationNames = async (db: Db, ids: number[]) =>
  db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, ids))
