/** What travels between the API and the browser. Plain types: islands import them without any code. */
import type { Role } from './account/roles.ts'
import type { Hindrance } from './contest/allowed.ts'
import type { LocalText } from './locale.ts'
import type { QuestionKind } from './question/question.ts'
import type { LeagueView } from './standing/league.ts'

/** RFC 9457. `code` is stable; `title` and `detail` are in the reader's language. */
export interface Problem {
  type: string
  status: number
  code: string
  title: string
  detail: string
  /** Names the occurrence in the log. */
  instance: string
  [extra: string]: unknown
}

export interface WireOption {
  id: string
  text: string
}

export interface WireQuestion {
  position: number
  kind: QuestionKind
  scenario: string | null
  stem: string
  options: WireOption[]
  points: number
}

export interface WireAnswer {
  position: number
  choice: string[]
  sequence: number
  savedAt: number
}

export interface WireAttempt {
  attempt: {
    id: string
    contest: string
    number: number
    startedAt: number
    deadlineAt: number
    finishedAt: number | null
    /** Since when the clock stands still, because the contest is paused. */
    heldAt: number | null
    total: number
    /** Whether this device holds the attempt; another one may take it over. */
    here: boolean
  }
  serverNow: number
  /** Where a paper without a way back is; `paper` then holds that question alone. Null: one may go back and forth. */
  oneWay: { position: number | null; closesAt: number | null } | null
  paper: WireQuestion[]
  answers: WireAnswer[]
}

/** The clock of an attempt, for whoever reads without answering. */
export interface WireClock {
  deadlineAt: number
  /** Since when it stands still, because the contest is paused. */
  heldAt: number | null
  /** Nothing is taken any more. */
  over: boolean
  serverNow: number
}

export interface WireSaved {
  savedAt: number
  serverNow: number
  /** The sequence the server holds for this position. */
  sequence: number
  late: boolean
  /** The paper ended with this answer: its errors are used up. */
  over?: boolean
}

/** One's own attempts at a contest, oldest first. */
export interface WireMine {
  /** How many one may make; null: as many as one likes. */
  allowed: number | null
  /** Why none may be started now, and from when on one may: null, never again. Null: now. */
  next: { why: Hindrance; at: number | null } | null
  attempts: {
    id: string
    startedAt: number
    deadlineAt: number
    finishedAt: number | null
    score: number | null
    maximum: number
  }[]
}

export interface WireFinish {
  /** Null before `scoreAt`. */
  score: number | null
  maximum: number
  correct: number | null
  /** From when on the rules show the score. */
  scoreAt: number
  total: number
  durationMs: number
  finishedAt: number
}

export interface WireSource {
  law: string
  article: string
  name: string
}

export interface WireReviewed {
  position: number
  kind: QuestionKind
  chapter: number | null
  scenario: string | null
  stem: string
  options: { text: string; chosen: boolean; right: boolean }[]
  isRight: boolean
  /** What was decided about it since; null: its key holds. */
  decision: 'give-all' | 'accept' | 'void' | null
  answered: boolean
  explanation: string
  sources: WireSource[]
  entry: { address: string; title: string } | null
}

export interface WireResult extends WireFinish {
  attempt: string
  contest: string
  startedAt: number
  finishedBy: 'person' | 'server'
  /** Null when the rules hide it or the attempt does not count. */
  rank: number | null
  /** Where this person stands is told with the reveal of the boards, or once a regrade has taken all scores in. */
  rankWaits: 'reveal' | 'regrade' | null
  participants: number
  region: { slug: string; name: string; rank: number; participants: number } | null
  /** What this paper won at once. */
  won: { tier: string; prize: string }[]
  /** When keys and explanations will be seen: now, at an instant, or never. */
  answersFrom: number | null
  /** What was decided about its questions since. */
  corrections: WireCorrection[]
  review: WireReviewed[] | null
}

/** One question of one's own paper whose key was found wrong. */
export interface WireCorrection {
  position: number
  decision: 'give-all' | 'accept' | 'void'
  /** Why, as it was published. */
  text: string
  at: number
  undoneAt: number | null
}

export interface WirePersonRow {
  rank: number
  name: string
  region: string | null
  regionName: string | null
  score: number
  durationMs: number
}

export interface WireGroupRow {
  /** Shared by all whom the numbers cannot tell apart; null without enough people, or where ranks are left out. */
  rank: number | null
  slug: string
  name: string
  /** Null from one to four people. */
  participants: number | null
  /** Mean score, one decimal. Null below five people. */
  mean: number | null
  /** Participants per 10,000 residents, two decimals; null for organisations, and from one to four people. */
  perTenThousand: number | null
  /** The same of those who came on `day`. */
  growth: number | null
  /** The value of the view lies between these in 95 of 100 cases; null for organisations and unranked places. */
  low: number | null
  high: number | null
}

export interface WireStandings {
  by: 'person' | 'region' | 'organisation'
  /** 'whole', 'stage-…' or 'day-YYYY-MM-DD'. */
  scope: string
  region: string | null
  /** How districts and counties are compared; null on other boards. */
  view: LeagueView | null
  rows: WirePersonRow[] | WireGroupRow[]
  participants: number
  me: WirePersonRow | null
  page: number
  pages: number
  /** Hand back as `after` for the next page; null on the last one. */
  next: string | null
  /** The day whose newcomers `growth` counts. */
  day: string | null
  /** Since when the boards stand still; null while they move. */
  frozenSince: number | null
  /** The reveal is under way: rows come when it is done. */
  revealing: boolean
  /** What is under way is a regrade. */
  regrading: boolean
  /** Whether districts and counties are ranked. */
  ranks: boolean
  asOf: number
}

export interface WireMe {
  id: string
  phone: string | null
  name: string | null
  showName: boolean
  region: { edition: string; slug: string; name: LocalText } | null
  organisation: string | null
  roles: readonly Role[]
}

export interface WireRegion {
  slug: string
  name: string
  /** 渝中, where there is little room. */
  short: string
  kind: 'district' | 'county' | 'autonomous_county' | 'zone'
  group: string | null
  population: number | null
  populationNote: string | null
  tileCol: number | null
  tileRow: number | null
  pinyin: string
  initials: string
  /** Units inside which a zone lies: a person lives in one of these. */
  hosts: string[]
  formerly: { slug: string; name: string; note: string }[]
}
