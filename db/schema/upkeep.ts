/** What keeps handbook and bank true: reports of errors, amended articles and their reviews. */
import type { Locale } from '../../core/locale.ts'
import { identity, index, instant, integer, primaryKey, table, text, uniqueIndex } from '../columns.ts'
import { accounts } from './account.ts'

/** What readers say is wrong with an entry or a question. */
export const errorReports = table(
  'error_reports',
  {
    id: identity(),
    publicId: text().notNull(),
    subject: text().$type<'entry' | 'question'>().notNull(),
    /** An entry's id, a question's public id. */
    subjectId: text().notNull(),
    locale: text().$type<Locale>().notNull(),
    body: text().notNull(),
    accountId: integer().references(() => accounts.id),
    createdAt: instant().notNull(),
    /** Who has taken it on. */
    assignedTo: integer().references(() => accounts.id),
    handledAt: instant(),
    handledBy: integer().references(() => accounts.id),
    /** What was done about it. */
    outcome: text(),
  },
  t => [
    uniqueIndex('error_reports_public_id').on(t.publicId),
    index('error_reports_open').on(t.handledAt, t.createdAt),
    index('error_reports_subject').on(t.subject, t.subjectId),
  ],
)

/** An article that has been amended: whatever cites it is held back until a second person has reviewed it. */
export const amendments = table(
  'amendments',
  {
    id: identity(),
    publicId: text().notNull(),
    law: text().notNull(),
    article: text().notNull(),
    /** First day on which the amended text applies. */
    inForce: text().notNull(),
    note: text().notNull(),
    createdBy: integer()
      .notNull()
      .references(() => accounts.id),
    createdAt: instant().notNull(),
  },
  t => [
    uniqueIndex('amendments_public_id').on(t.publicId),
    uniqueIndex('amendments_article').on(t.law, t.article, t.inForce),
  ],
)

/** A second person has held an entry or a question against the amended article and found it right. */
export const amendmentReviews = table(
  'amendment_reviews',
  {
    amendmentId: integer()
      .notNull()
      .references(() => amendments.id),
    subject: text().$type<'entry' | 'question'>().notNull(),
    /** An entry's id, a question's public id. */
    subjectId: text().notNull(),
    reviewedBy: integer()
      .notNull()
      .references(() => accounts.id),
    reviewedAt: instant().notNull(),
  },
  t => [primaryKey({ columns: [t.amendmentId, t.subject, t.subjectId] })],
)
