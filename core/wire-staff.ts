/** What travels between the API and the staff pages. Plain types, like core/wire.ts. */
import type { Role } from './account/roles.ts'
import type { ProblemCode, ProblemData } from './bank/problem.ts'
import type { Phase } from './contest/phase.ts'
import type { ContestRules } from './contest/rules.ts'
import type { Locale, LocalText } from './locale.ts'
import type { QuestionKind } from './question/question.ts'
import type { QuestionState } from './question/state.ts'

/** One thing that is wrong with an uploaded file, at its place, with what to do. */
export interface WireProblem {
  severity: 'error' | 'warning'
  /** '题库!D17' */
  place: string
  code: ProblemCode
  data: ProblemData
  /** The sentence in the reader's language, with place and suggestion. */
  says: string
}

/** A question as citizens will see it, with its key. */
export interface WireDraft {
  place: string
  kind: QuestionKind
  chapter: number | null
  level: number
  validFrom: string | null
  validTo: string | null
  scenario: LocalText | null
  stem: LocalText
  options: (LocalText & { right: boolean })[]
  explanation: LocalText
}

export interface WireSet {
  id: string
  name: string
  source: string
  licence: string
  createdAt: number
  /** Who answers for it. */
  owner: string
  retiredAt: number | null
  /** In use. */
  questions: number
  /** How many stand where. */
  states: Record<QuestionState, number>
}

/** What happened to an upload: rowsIn = stored + refused. */
export interface WireImport {
  fileName: string
  rowsIn: number
  stored: number
  refused: number
  createdAt: number
}

export interface WireLack {
  chapter: number | null
  kind: QuestionKind | null
  level: number | null
  count: number
  have: number
}

export interface WireStaffContest {
  /** Id of the proposal to publish it, while a second person has not decided. */
  approval: string | null
  slug: string
  title: LocalText
  summary: LocalText
  edition: string
  opensAt: number
  closesAt: number
  publishedAt: number | null
  phase: Phase
  rules: ContestRules
  sets: { id: string; name: string }[]
  /** Questions of these sets that hold on every day of the contest. */
  pool: number
  /** Cells of the blueprint that these questions cannot fill: how many they need and have. */
  lacking: WireLack[]
  started: number
  finished: number
  participants: number
}

export interface WireStaff {
  id: string
  login: string
  name: string | null
  roles: readonly Role[]
  createdAt: number
  state: 'invited' | 'active' | 'deactivated'
  secondFactor: boolean
  own: boolean
}

export interface WireLaw {
  code: string
  name: LocalText
  inForce: string
  until: string | null
  /** How many entries and questions cite the law. */
  entries: number
  questions: number
  /** The articles that are cited, with how many entries and questions rest on each. */
  articles: { article: string; entries: number; questions: number }[]
}

/** An entry or a question that cites an article. */
export interface WireTouched {
  subject: 'entry' | 'question'
  /** An entry's id, a question's public id. */
  id: string
  /** As people know it: '5.09', '5.09-1', a row's number. */
  number: string
  text: LocalText
  /** An entry's address, a question's set. */
  address: string
}

/** What holding questions back does to a contest that is open or announced. */
export interface WireEffect {
  slug: string
  title: LocalText
  /** 'YYYY-MM-DD': it loses them when the amended text applies by then. */
  lastDay: string
  loses: number
  left: number
  /** How many its papers need. */
  needed: number
}

export interface WireAmendment {
  id: string
  law: LocalText
  code: string
  article: string
  inForce: string
  note: string
  markedBy: string
  markedById: number
  createdAt: number
  /** Whether the amended text applies today. */
  applies: boolean
  items: (WireTouched & { reviewed: { by: string; at: number } | null })[]
}

export interface WireErrorReport {
  id: string
  subject: 'entry' | 'question'
  /** As people know it, with its title or stem; null when it is gone. */
  about: { number: string; text: LocalText; address: string } | null
  body: string
  locale: Locale
  createdAt: number
  /** Who has taken it on. */
  assigned: { by: string; mine: boolean } | null
  handled: { by: string; at: number; outcome: string } | null
}
