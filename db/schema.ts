/** Every table, once, for both databases. Instants are epoch milliseconds; days are 'YYYY-MM-DD' in Asia/Shanghai. */

import type { Role } from '../core/account/roles.ts'
import type { EntryVersion } from '../core/bank/entry.ts'
import type { ContestRules } from '../core/contest/rules.ts'
import type { Locale, LocalText } from '../core/locale.ts'
import type { Slot } from '../core/paper/paper.ts'
import type { PracticeCard } from '../core/practice/schedule.ts'
import type { QuestionFace, Source } from '../core/question/question.ts'
import { flag, identity, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from './columns.ts'

/** Facts about this installation: the hash of what was seeded. */
export const meta = table('meta', { key: text().primaryKey(), value: text().notNull() })

// — regions: units in dated editions —

export const editions = table('editions', {
  id: text().primaryKey(),
  validFrom: text().notNull(),
  validTo: text(),
  nameZh: text().notNull(),
  nameEn: text().notNull(),
})

export const regions = table(
  'regions',
  {
    edition: text().notNull(),
    slug: text().notNull(),
    code: text(),
    kind: text().$type<'district' | 'county' | 'autonomous_county' | 'zone'>().notNull(),
    nameZh: text().notNull(),
    nameEn: text().notNull(),
    shortZh: text().notNull(),
    shortEn: text().notNull(),
    areaGroup: text(),
    population: integer(),
    populationNote: text(),
    tileCol: integer(),
    tileRow: integer(),
    position: integer().notNull(),
    pinyin: text().notNull(),
    initials: text().notNull(),
    /** Units inside which a zone lies. */
    hosts: json<string[]>().notNull(),
    /** Units of earlier editions that are part of this one now, and what to say about them. */
    formerly: json<{ slug: string; name: string; note: LocalText }[]>().notNull(),
  },
  t => [primaryKey({ columns: [t.edition, t.slug] })],
)

// — accounts —

export const accounts = table(
  'accounts',
  {
    id: identity(),
    publicId: text().notNull(),
    /** HMAC of the phone: finds it. The cipher shows it. The keys lie outside the database. */
    phoneIndex: text(),
    phoneCipher: text(),
    name: text(),
    showName: flag().notNull(),
    regionEdition: text(),
    region: text(),
    organisationId: integer().references(() => organisations.id),
    /** Staff only. */
    login: text(),
    passwordHash: text(),
    roles: json<Role[]>().notNull(),
    /** Invented people of the sample contest: nobody's data. */
    sample: flag().notNull(),
    createdAt: instant().notNull(),
  },
  t => [
    uniqueIndex('accounts_public_id').on(t.publicId),
    uniqueIndex('accounts_phone').on(t.phoneIndex),
    uniqueIndex('accounts_login').on(t.login),
  ],
)

export const organisations = table(
  'organisations',
  {
    id: identity(),
    publicId: text().notNull(),
    name: text().notNull(),
    /** NFKC, lower case, without spaces and punctuation: one organisation, one row. */
    normalName: text().notNull(),
    createdAt: instant().notNull(),
  },
  t => [uniqueIndex('organisations_public_id').on(t.publicId), uniqueIndex('organisations_name').on(t.normalName)],
)

export const sessions = table(
  'sessions',
  {
    id: identity(),
    tokenHash: text().notNull(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    createdAt: instant().notNull(),
    seenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  t => [uniqueIndex('sessions_token').on(t.tokenHash), index('sessions_account').on(t.accountId)],
)

export const codes = table(
  'codes',
  {
    id: identity(),
    phoneIndex: text().notNull(),
    codeHash: text().notNull(),
    /** Hash of the request id in the browser's cookie: another browser cannot use the code. */
    browserHash: text().notNull(),
    tries: integer().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  t => [index('codes_phone').on(t.phoneIndex, t.createdAt)],
)

export const setupTokens = table(
  'setup_tokens',
  {
    id: identity(),
    tokenHash: text().notNull(),
    /** Whose password it sets; null: it makes the first staff account. */
    accountId: integer().references(() => accounts.id),
    createdAt: instant().notNull(),
    usedAt: instant(),
    usedBy: integer(),
  },
  t => [uniqueIndex('setup_tokens_hash').on(t.tokenHash)],
)

// — handbook and bank —

export const laws = table('laws', {
  code: text().primaryKey(),
  name: json<LocalText>().notNull(),
  inForce: text().notNull(),
  until: text(),
  read: flag().notNull(),
})

export const chapters = table('chapters', {
  number: integer().primaryKey(),
  slug: text().notNull(),
  name: json<LocalText>().notNull(),
})

export const entries = table(
  'entries',
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    chapter: integer().notNull(),
    position: integer().notNull(),
    core: flag().notNull(),
    status: text().$type<'verified' | 'verify'>().notNull(),
    level: integer().notNull(),
    checkedOn: text().notNull(),
    title: json<LocalText>().notNull(),
    versions: json<EntryVersion[]>().notNull(),
    related: json<string[]>().notNull(),
    /** Pinyin of the Chinese title, one syllable for each letter, '' for what has none. */
    syllables: json<string[]>().notNull().default([]),
  },
  t => [uniqueIndex('entries_slug').on(t.slug)],
)

/** The glossary: terms in both languages. */
export const terms = table('terms', {
  slug: text().primaryKey(),
  name: json<LocalText>().notNull(),
  meaning: json<LocalText>().notNull(),
  /** Ids of the entries that tell more. */
  entries: json<string[]>().notNull(),
  syllables: json<string[]>().notNull(),
})

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
    handledAt: instant(),
    handledBy: integer().references(() => accounts.id),
    /** What was done about it. */
    outcome: text(),
  },
  t => [
    uniqueIndex('error_reports_public_id').on(t.publicId),
    index('error_reports_open').on(t.handledAt, t.createdAt),
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

// — practice: nothing of it counts in a contest —

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

// — contests —

export const contests = table(
  'contests',
  {
    id: identity(),
    publicId: text().notNull(),
    slug: text().notNull(),
    title: json<LocalText>().notNull(),
    summary: json<LocalText>().notNull(),
    edition: text().notNull(),
    opensAt: instant().notNull(),
    closesAt: instant().notNull(),
    rules: json<ContestRules>().notNull(),
    sample: flag().notNull(),
    createdBy: integer(),
    createdAt: instant().notNull(),
    publishedAt: instant(),
  },
  t => [uniqueIndex('contests_public_id').on(t.publicId), uniqueIndex('contests_slug').on(t.slug)],
)

export const contestSets = table(
  'contest_sets',
  {
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    setId: integer()
      .notNull()
      .references(() => questionSets.id),
  },
  t => [primaryKey({ columns: [t.contestId, t.setId] })],
)

export const attempts = table(
  'attempts',
  {
    id: identity(),
    publicId: text().notNull(),
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    /** 1, 2, 3 … within (contest, account). Unique: the limit on attempts is a row, not a count. */
    number: integer().notNull(),
    region: text(),
    organisationId: integer().references(() => organisations.id),
    paper: json<Slot[]>().notNull(),
    startedAt: instant().notNull(),
    deadlineAt: instant().notNull(),
    acceptUntil: instant().notNull(),
    /** The session (device) that holds the attempt. A new one takes it over; a displaced one is told. */
    heldBy: integer().notNull(),
    displaced: json<number[]>().notNull(),
    finishedAt: instant(),
    finishedBy: text().$type<'person' | 'server'>(),
    score: integer(),
    maximum: integer().notNull(),
    correct: integer(),
    durationMs: integer(),
  },
  t => [
    uniqueIndex('attempts_public_id').on(t.publicId),
    uniqueIndex('attempts_number').on(t.contestId, t.accountId, t.number),
    index('attempts_account').on(t.accountId),
    index('attempts_overdue').on(t.finishedAt, t.acceptUntil),
  ],
)

export const answers = table(
  'answers',
  {
    attemptId: integer()
      .notNull()
      .references(() => attempts.id),
    position: integer().notNull(),
    /** Chosen options as a bit set over the face's options, not over the shuffled ones. 0: taken back. */
    choice: integer().notNull(),
    sequence: integer().notNull(),
    savedAt: instant().notNull(),
    /** Arrived between deadlineAt and acceptUntil. */
    late: flag().notNull(),
  },
  t => [primaryKey({ columns: [t.attemptId, t.position] })],
)

/** The attempt that counts for a person in a contest. Written by the same unit that finishes the attempt. */
export const standings = table(
  'standings',
  {
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    attemptId: integer()
      .notNull()
      .references(() => attempts.id),
    score: integer().notNull(),
    durationMs: integer().notNull(),
    finishedAt: instant().notNull(),
    region: text(),
    organisationId: integer().references(() => organisations.id),
  },
  t => [
    primaryKey({ columns: [t.contestId, t.accountId] }),
    index('standings_order').on(t.contestId, t.score, t.durationMs, t.finishedAt),
    index('standings_region').on(t.contestId, t.region, t.score, t.durationMs, t.finishedAt),
  ],
)

/** Every export of personal data: who, when, what, how many rows. */
export const exports = table('exports', {
  id: identity(),
  contestId: integer()
    .notNull()
    .references(() => contests.id),
  kind: text().$type<'standings' | 'winners'>().notNull(),
  format: text().$type<'xlsx' | 'csv'>().notNull(),
  /** Phones and names as on public lists, or in full. */
  masked: flag().notNull().default(false),
  reason: text().notNull().default(''),
  rows: integer().notNull(),
  createdBy: integer().notNull(),
  createdAt: instant().notNull(),
})
