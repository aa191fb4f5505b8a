/** The bank: sets, questions, revisions, and their keys apart from their faces. */
import type { ColumnMapping } from '../../core/bank/mapping.ts'
import type { LocalText } from '../../core/locale.ts'
import type { QuestionFace, Source } from '../../core/question/question.ts'
import type { QuestionAct, QuestionState } from '../../core/question/state.ts'
import { flag, identity, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '../columns.ts'
import { accounts } from './account.ts'

/** Where a question stands: its set, its state, and its revisions by inner id. */
export interface QuestionPlace {
  set: number
  state: QuestionState
  current: number | null
  head: number
}

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
    /** A retired set is not offered to contests any more. */
    retiredAt: instant(),
    retiredBy: integer().references(() => accounts.id),
  },
  t => [uniqueIndex('question_sets_public_id').on(t.publicId)],
)

/** A batch that came in from a file: rowsIn = added + revised + unchanged + refused. */
export const imports = table(
  'imports',
  {
    id: identity(),
    /** Also of the act by which its questions came in; null on batches from before they could be undone. */
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
    /** The row that the sheet is known by is no heading but its first question. */
    headless: flag().notNull().default(false),
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
    /** The published revision, which contests draw; null before the first one and once retired. Older ones stay: attempts refer to them. */
    currentRevision: integer(),
    /** The newest revision, the one that is worked on: the published one, or a change of it on its way through review. */
    headRevision: integer(),
    /** Where the head stands. */
    state: text().$type<QuestionState>().notNull().default('published'),
    createdAt: instant().notNull(),
  },
  t => [
    uniqueIndex('questions_public_id').on(t.publicId),
    uniqueIndex('questions_external').on(t.setId, t.externalId),
    index('questions_state').on(t.state),
  ],
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
    /** Why this level; null where nobody has said. */
    levelReason: json<LocalText>(),
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

/** What the head says, in lower case: for searching. */
export const questionTexts = table('question_texts', {
  questionId: integer()
    .primaryKey()
    .references(() => questions.id),
  words: text().notNull(),
})

/** The articles that the head cites. */
export const questionArticles = table(
  'question_articles',
  {
    questionId: integer()
      .notNull()
      .references(() => questions.id),
    law: text().notNull(),
    article: text().notNull(),
  },
  t => [
    primaryKey({ columns: [t.questionId, t.law, t.article] }),
    index('question_articles_cited').on(t.law, t.article),
  ],
)

/** What somebody did to one question or to many at once. */
export const questionActs = table(
  'question_acts',
  {
    id: identity(),
    publicId: text().notNull(),
    act: text().$type<QuestionAct>().notNull(),
    by: integer()
      .notNull()
      .references(() => accounts.id),
    at: instant().notNull(),
    note: text().notNull(),
    undoneAt: instant(),
    undoneBy: integer().references(() => accounts.id),
  },
  t => [uniqueIndex('question_acts_public_id').on(t.publicId)],
)

/** What an act changed of one question: enough to take it back as long as nothing else has happened to it. */
export const questionSteps = table(
  'question_steps',
  {
    actId: integer()
      .notNull()
      .references(() => questionActs.id),
    questionId: integer()
      .notNull()
      .references(() => questions.id),
    /** Null: the act brought the question in. */
    before: json<QuestionPlace>(),
    after: json<QuestionPlace>().notNull(),
  },
  t => [primaryKey({ columns: [t.actId, t.questionId] }), index('question_steps_question').on(t.questionId)],
)
