/** Everything that is kept about one person, for the copy that they may have of it. */
import { asc, eq } from 'drizzle-orm'
import { organisations, sessions } from './schema/account.ts'
import { attempts } from './schema/attempt.ts'
import { contests } from './schema/contest.ts'
import { contestEntries } from './schema/entry.ts'
import { attemptTraces, strikes } from './schema/integrity.ts'
import { practiceCards } from './schema/practice.ts'
import { claims, winners } from './schema/prize.ts'
import { questions } from './schema/question.ts'
import { extraTimes } from './schema/watch.ts'
import type { Db } from './storage.ts'

export const papersOf = async (db: Db, accountId: number) =>
  db
    .select({
      attempt: attempts,
      contest: contests.slug,
      organisation: organisations.name,
      device: attemptTraces.device,
      network: attemptTraces.network,
      leaves: attemptTraces.leaves,
    })
    .from(attempts)
    .innerJoin(contests, eq(contests.id, attempts.contestId))
    .leftJoin(organisations, eq(organisations.id, attempts.organisationId))
    .leftJoin(attemptTraces, eq(attemptTraces.attemptId, attempts.id))
    .where(eq(attempts.accountId, accountId))
    .orderBy(asc(attempts.id))

export const entriesOf = async (db: Db, accountId: number) =>
  db
    .select({ entry: contestEntries, contest: contests.slug })
    .from(contestEntries)
    .innerJoin(contests, eq(contests.id, contestEntries.contestId))
    .where(eq(contestEntries.accountId, accountId))
    .orderBy(asc(contestEntries.createdAt))

export const sessionsOf = async (db: Db, accountId: number) =>
  db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
      expiresAt: sessions.expiresAt,
      revokedAt: sessions.revokedAt,
    })
    .from(sessions)
    .where(eq(sessions.accountId, accountId))
    .orderBy(asc(sessions.id))

export const practiceOf = async (db: Db, accountId: number) =>
  db
    .select({ question: questions.externalId, card: practiceCards.card, dueAt: practiceCards.dueAt })
    .from(practiceCards)
    .innerJoin(questions, eq(questions.id, practiceCards.questionId))
    .where(eq(practiceCards.accountId, accountId))
    .orderBy(asc(practiceCards.questionId))

/** What was given for prizes, as far as it is kept. */
export const claimsOf = async (db: Db, accountId: number) =>
  db
    .select({ prize: winners.publicId, claim: claims })
    .from(claims)
    .innerJoin(winners, eq(winners.id, claims.winnerId))
    .where(eq(winners.accountId, accountId))
    .orderBy(asc(claims.winnerId))

export const strikesOf = async (db: Db, accountId: number) =>
  db
    .select({
      contest: contests.slug,
      reason: strikes.reason,
      struckAt: strikes.struckAt,
      appeal: strikes.appeal,
      appealedAt: strikes.appealedAt,
      answer: strikes.answer,
      answeredAt: strikes.answeredAt,
      undoneAt: strikes.undoneAt,
    })
    .from(strikes)
    .innerJoin(contests, eq(contests.id, strikes.contestId))
    .where(eq(strikes.accountId, accountId))
    .orderBy(asc(strikes.id))

export const extraTimesOf = async (db: Db, accountId: number) =>
  db
    .select({
      contest: contests.slug,
      percent: extraTimes.percent,
      reason: extraTimes.reason,
      grantedAt: extraTimes.grantedAt,
      undoneAt: extraTimes.undoneAt,
    })
    .from(extraTimes)
    .innerJoin(contests, eq(contests.id, extraTimes.contestId))
    .where(eq(extraTimes.accountId, accountId))
    .orderBy(asc(extraTimes.id))
