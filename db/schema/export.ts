/** Exports of personal data. */
import type { ExportFilter, ExportFormat, ExportKind } from '../../core/prize/export.ts'
import { flag, identity, instant, integer, json, table, text, uniqueIndex } from '../columns.ts'
import { contests } from './contest.ts'

/** Every export: who, when, what, how many rows; and the file, as long as it is kept. */
export const exports = table(
  'exports',
  {
    id: identity(),
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    kind: text().$type<ExportKind>().notNull(),
    format: text().$type<ExportFormat>().notNull(),
    /** Phones and names as on public lists, or in full. */
    masked: flag().notNull().default(false),
    reason: text().notNull().default(''),
    rows: integer().notNull(),
    createdBy: integer().notNull(),
    createdAt: instant().notNull(),
    /** Null for exports of before there were files to fetch. */
    publicId: text(),
    columns: json<string[]>(),
    filter: json<ExportFilter>(),
    locale: text().$type<'zh' | 'en'>(),
    /** How many rows are to be written, as counted when the work began. */
    total: integer(),
    bytes: integer(),
    finishedAt: instant(),
    failedAt: instant(),
    /** When the file is removed, and when it was. */
    expiresAt: instant(),
    removedAt: instant(),
  },
  t => [uniqueIndex('exports_public_id').on(t.publicId)],
)
