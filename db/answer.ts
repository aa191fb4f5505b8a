/** Answers of an attempt. */
import { and, eq, gt, placeholder } from 'drizzle-orm'
import { excluded, firstOf } from './columns.ts'
import { answers } from './schema/attempt.ts'
import { type Awaitable, type Db, prepared } from './storage.ts'

export type AnswerRow = typeof answers.$inferSelect

export function answerAt(tx: Db, attemptId: number, position: number) {
  return prepared(tx, 'answer_at', tx =>
    tx
      .select({
        choice: answers.choice,
        sequence: answers.sequence,
        savedAt: answers.savedAt,
        late: answers.late,
      })
      .from(answers)
      .where(and(eq(answers.attemptId, placeholder('attemptId')), eq(answers.position, placeholder('position')))),
  ).first({ attemptId, position })
}

/** Writes the answer, over an earlier one of a lower sequence. @returns false when a higher or equal one stands there */
export async function putAnswer(tx: Db, answer: Omit<AnswerRow, 'firstSavedAt'>): Promise<boolean> {
  const count = await prepared(tx, 'put_answer', tx =>
    tx
      .insert(answers)
      .values({
        attemptId: placeholder('attemptId'),
        position: placeholder('position'),
        choice: placeholder('choice'),
        sequence: placeholder('sequence'),
        savedAt: placeholder('savedAt'),
        late: placeholder('late'),
      })
      .onConflictDoUpdate({
        target: [answers.attemptId, answers.position],
        set: {
          choice: excluded('choice'),
          sequence: excluded('sequence'),
          savedAt: excluded('savedAt'),
          late: excluded('late'),
          firstSavedAt: firstOf(answers.firstSavedAt, answers.savedAt),
        },
        setWhere: gt(excluded('sequence'), answers.sequence),
      }),
  ).written(answer)
  return count === 1
}

export const answersOf = (db: Db, attemptId: number): Awaitable<AnswerRow[]> =>
  prepared(db, 'answers_of', db =>
    db
      .select()
      .from(answers)
      .where(eq(answers.attemptId, placeholder('attemptId'))),
  ).rows({ attemptId })
