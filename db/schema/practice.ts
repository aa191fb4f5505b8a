/** Practice: nothing of it counts in a contest. */
import type { PracticeCard } from '../../core/practice/schedule.ts'
import { index, instant, integer, json, primaryKey, table } from '../columns.ts'
import { accounts } from './account.ts'
import { questions } from './question.ts'

/** What one person knows of one question: when it is due again, and whether it stands in the wrong-answer book. */
export const practiceCards = table(
  'practice_cards',
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    questionId: integer()
      .notNull()
      .references(() => questions.id),
    card: json<PracticeCard>().notNull(),
    dueAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  t => [primaryKey({ columns: [t.accountId, t.questionId] }), index('practice_cards_due').on(t.accountId, t.dueAt)],
)
