/** The bank: sets, questions, revisions, and their keys apart from their faces. */
import type { LocalText } from '../../core/locale.ts'
import type { QuestionFace, Source } from '../../core/question/question.ts'
import { identity, instant, integer, json, table, text, uniqueIndex } from '../columns.ts'

export const questionSets = table(
  'question_sets',
  {
    id: identity(),
    publicId: text().notNull(),
    name: text().notNull(),
    source: text().notNull(),
    licence: text().notNull(),
    createdBy: integer(),
    createdAt: instant().notNull(),
  },
  t => [uniqueIndex('question_sets_public_id').on(t.publicId)],
)

export const imports = table('imports', {
  id: identity(),
  setId: integer()
    .notNull()
    .references(() => questionSets.id),
  fileName: text().notNull(),
  fileHash: text().notNull(),
  rowsIn: integer().notNull(),
  stored: integer().notNull(),
  refused: integer().notNull(),
  createdBy: integer(),
  createdAt: instant().notNull(),
})

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
