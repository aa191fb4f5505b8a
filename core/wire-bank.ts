/** What travels between the API and the pages on which people work in the bank. Plain types, like core/wire-staff.ts. */
import type { Locale, LocalText } from './locale.ts'
import type { Change } from './question/difference.ts'
import type { EditCode } from './question/edit.ts'
import type { Dimension } from './question/filter.ts'
import type { QuestionDraft, QuestionKind } from './question/question.ts'
import type { ActHindrance, Hindrance, QuestionAct, QuestionAction, QuestionState } from './question/state.ts'
import type { Use } from './question/use.ts'

/** A question as it stands in a list of what an act does. */
export interface WireActed {
  id: string
  number: string
  stem: LocalText
}

/** What an act would do, or has done. */
export interface WireActPlan {
  action: QuestionAction
  /** How many questions it changes, and the first of them. */
  count: number
  questions: WireActed[]
  /** How many it leaves alone, and why for the first of them. */
  leftCount: number
  left: (WireActed & { why: ActHindrance; says: string })[]
}

export interface WireActDone extends WireActPlan {
  /** Hand back to undo it. */
  act: string
}

export interface WireUndone {
  act: QuestionAct
  count: number
}

/** A question in the list. */
export interface WireBankRow {
  id: string
  number: string
  stem: LocalText
  /** Whether an English text is there. */
  english: boolean
  state: QuestionState
  inUse: boolean
  kind: QuestionKind
  chapter: number | null
  level: number
  set: { id: string; name: string }
  author: string | null
  at: number
  use: Use
  /** Citizens' reports that wait. */
  reports: number
}

export interface WireBankList {
  total: number
  page: number
  pages: number
  rows: WireBankRow[]
  /** For each value that is there: how many questions it would leave, were it chosen. */
  facets: Record<Dimension, { value: string; name: LocalText; count: number }[]>
  /** Of the chosen law. */
  articles: string[]
}

/** A question as its editor sends and gets it. */
export type WireWritten = Omit<QuestionDraft, 'externalId'>

export interface WireQuestionView {
  id: string
  number: string
  set: { id: string; name: string }
  state: QuestionState
  inUse: boolean
  /** Number of the revision that contests draw; null when there is none. */
  publishedRevision: number | null
  /** Number of the newest revision, which `written` says. */
  revision: number
  /** Null: the product itself. */
  author: string | null
  at: number
  written: WireWritten
  /** What the reader may do at all, and why not now. */
  actions: { action: QuestionAction; why: Hindrance | null }[]
  mayWrite: boolean
  /** How many other people than the author may review it. */
  reviewers: number
  revisions: WireRevision[]
  history: WireHistoryLine[]
  reports: WireQuestionReport[]
  use: Use
  /** Amended articles that keep it out of use. */
  heldBy: { law: string; article: string; inForce: string }[]
}

export interface WireRevision {
  number: number
  /** Null: the product itself. */
  by: string | null
  at: number
  inUse: boolean
  /** Against the revision before it; null for the first one. */
  changes: Change[] | null
}

export interface WireHistoryLine {
  id: string
  act: QuestionAct
  by: string
  at: number
  note: string
  revision: number | null
  undone: { by: string; at: number } | null
}

export interface WireQuestionReport {
  id: string
  body: string
  locale: Locale
  createdAt: number
  assignedTo: string | null
  handled: { by: string; at: number; outcome: string } | null
}

export interface WireSaved {
  id: string
  revision: number
  /** False: it said the same already. */
  changed: boolean
}

/** One thing that is wrong or doubtful with a question that is being written. */
export interface WireEditProblem {
  severity: 'error' | 'warning'
  /** Id of the field it belongs to. */
  field: string
  code: EditCode
  says: string
}

export interface WireChecked {
  problems: WireEditProblem[]
  /** Questions that ask nearly the same. */
  near: WireActed[]
}
