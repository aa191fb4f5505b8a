/** The bank: sets, questions, revisions, and their keys apart from their faces. */
import type { ColumnMapping } from '../../core/bank/mapping.ts'
import type { LocalText } from '../../core/locale.ts'
import type { QuestionFace, Source } from '../../core/question/question.ts'
import { identity, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '../columns.ts'
import { accounts } from './account.ts'

export const questionSets = table(
  'question_sets',
  {
    id: identity(),
    publicId: text().notNull(),
    name: text().notNull(),
    source: text().notNull(),
    licence: text().notNull(),
    /** Who answers for the set, as written: an office, a school. */
    owner: text().notNull().default(''),
    /** Since when nobody sees it: while its first batch is being stored, and after that batch was undone. */
    hiddenSince: instant(),
    createdBy: integer(),
    createdAt: instant().notNull(),
  },
  t => [uniqueIndex('question_sets_public_id').on(t.publicId)],
)

/** A batch that came in from a file: rowsIn = added + revised + unchanged + refused. */
export const imports = table(
  'imports',
  {
    id: identity(),
    /** Null on batches from before they could be undone. */
    publicId: text(),
    setId: integer()
      .notNull()
      .references(() => questionSets.id),
    name: text().notNull().default(''),
    fileName: text().notNull(),
    fileHash: text().notNull(),
    rowsIn: integer().notNull(),
    /** added + revised */
    stored: integer().notNull(),
    added: integer().notNull().default(0),
    revised: integer().notNull().default(0),
    unchanged: integer().notNull().default(0),
    refused: integer().notNull(),
    createdBy: integer(),
    createdAt: instant().notNull(),
    /** When its questions came into use, all at once; null while they are being stored. */
    finishedAt: instant(),
    undoneAt: instant(),
    undoneBy: integer(),
  },
  t => [uniqueIndex('imports_public_id').on(t.publicId), index('imports_file').on(t.fileHash)],
)

/** What a batch did to each question: undoing it goes back to `before`. */
export const importRows = table(
  'import_rows',
  {
    importId: integer()
      .notNull()
      .references(() => imports.id),
    questionId: integer()
      .notNull()
      .references(() => questions.id),
    /** The revision in use before the batch; null for a new or a retired question. */
    before: integer(),
    after: integer().notNull(),
  },
  t => [primaryKey({ columns: [t.importId, t.questionId] })],
)

/** Which column of a foreign sheet holds what, as somebody said it once for a heading row. */
export const columnMappings = table(
  'column_mappings',
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    /** SHA-256 of the headings. */
    headings: text().notNull(),
    /** By column from 0: what it holds. */
    columns: json<ColumnMapping>().notNull(),
    savedAt: instant().notNull(),
  },
  t => [primaryKey({ columns: [t.accountId, t.headings] })],
)

export const questions = table(
  'questions',
  {
    id: identity(),
    publicId: text().notNull(),
    setId: integer()
      .notNull()
      .references(() => questionSets.id),
    /** The author's own id within the set: '5.09-1', or the row's number in an uploaded sheet. */
    externalId: text().notNull(),
    /** The revision in use; null once retired. Older ones stay: attempts refer to them. */
    currentRevision: integer(),
    createdAt: instant().notNull(),
  },
  t => [uniqueIndex('questions_public_id').on(t.publicId), uniqueIndex('questions_external').on(t.setId, t.externalId)],
)

export const revisions = table(
  'revisions',
  {
    id: identity(),
    questionId: integer()
      .notNull()
      .references(() => questions.id),
    number: integer().notNull(),
    kind: text().$type<'single' | 'multiple' | 'truefalse' | 'case'>().notNull(),
    chapter: integer(),
    entryId: text(),
    level: integer().notNull(),
    seconds: integer().notNull(),
    validFrom: text(),
    validTo: text(),
    face: json<QuestionFace>().notNull(),
    /** SHA-256 of face, key and metadata: an unchanged question makes no new revision. */
    hash: text().notNull(),
    createdBy: integer(),
    createdAt: instant().notNull(),
  },
  t => [uniqueIndex('revisions_number').on(t.questionId, t.number)],
)

/** Keys and explanations, apart from the faces: only the grader and the result read them. */
export const keys = table('keys', {
  revisionId: integer()
    .primaryKey()
    .references(() => revisions.id),
  /** Right options as a bit set over the face's options: option i is bit 1 << i. */
  right: integer().notNull(),
  explanation: json<LocalText>().notNull(),
  sources: json<Source[]>().notNull(),
})
