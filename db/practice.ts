/** Cards of practising, and the questions they stand for. Nothing of it is read by contests. */
import { and, eq, gte } from 'drizzle-orm'
import type { PracticeCard } from '../core/practice/schedule.ts'
import { alone, excluded } from './columns.ts'
import { practiceCards } from './schema/practice.ts'
import { questions, revisions } from './schema/question.ts'
import type { Db } from './storage.ts'

/** Rows per INSERT: five columns a row. */
const rowsAtOnce = 500

/** The questions of a set as they stand now, without faces and keys; retired ones are left out. */
export const questionsOfSet = async (db: Db, setId: number) =>
  db
    .select({
      id: questions.id,
      question: questions.externalId,
      revision: revisions.id,
      number: revisions.number,
      kind: revisions.kind,
      chapter: revisions.chapter,
      entry: revisions.entryId,
      validFrom: revisions.validFrom,
      validTo: revisions.validTo,
    })
    .from(questions)
    .innerJoin(revisions, eq(revisions.id, questions.currentRevision))
    .where(eq(questions.setId, setId))

export const cardsOf = async (db: Db, accountId: number): Promise<{ questionId: number; card: PracticeCard }[]> =>
  db
    .select({ questionId: practiceCards.questionId, card: practiceCards.card })
    .from(practiceCards)
    .where(eq(practiceCards.accountId, accountId))

/** One card. The account's other units wait until this one ends, so that two answers at once count one after the other. */
export async function lockedCard(tx: Db, accountId: number, questionId: number): Promise<PracticeCard | null> {
  await alone(tx, lockOf(accountId))
  const rows = await tx
    .select({ card: practiceCards.card })
    .from(practiceCards)
    .where(and(eq(practiceCards.accountId, accountId), eq(practiceCards.questionId, questionId)))
  return rows[0]?.card ?? null
}

/** At a first answer there is no row yet that could be locked. */
const lockOf = (accountId: number): string => `practice ${accountId}`

/** Stores cards; where the account has one of the same question already, the one that was answered later stays. */
export async function putCards(
  tx: Db,
  accountId: number,
  cards: readonly { questionId: number; card: PracticeCard }[],
): Promise<void> {
  await alone(tx, lockOf(accountId))
  for (let i = 0; i < cards.length; i += rowsAtOnce)
    await tx
      .insert(practiceCards)
      .values(
        cards.slice(i, i + rowsAtOnce).map(({ questionId, card }) => ({
          accountId,
          questionId,
          card,
          dueAt: card.due,
          updatedAt: card.answeredAt,
        })),
      )
      .onConflictDoUpdate({
        target: [practiceCards.accountId, practiceCards.questionId],
        set: { card: excluded('card'), dueAt: excluded('dueAt'), updatedAt: excluded('updatedAt') },
        setWhere: gte(excluded('updatedAt'), practiceCards.updatedAt),
      })
}
