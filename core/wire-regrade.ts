/** What travels between the API and the staff pages about statistics and regrades. Plain types, like core/wire.ts. */
import type { LocalText } from './locale.ts'
import type { QuestionKind } from './question/question.ts'

export interface WireItem {
  /** The question's public id, and which revision stood on the papers. */
  question: string
  revision: number
  /** '5.09-1' */
  number: string
  /** Whether it is the revision in use. */
  current: boolean
  kind: QuestionKind
  chapter: number | null
  stem: LocalText
  shown: number
  answered: number
  right: number
  /** Thousandths. */
  facility: number
  discrimination: number | null
  /** By option, in the order of the face. `right` is null while keys may not be seen. */
  choices: { text: LocalText; times: number; right: boolean | null }[]
  timed: number
  meanMs: number
  medianMs: number
  /** So few that the figures say little. */
  few: boolean
}

export interface WireStatistics {
  /** Null: nothing has been computed yet. */
  computedAt: number | null
  people: number
  /** Thousandths of the maximum. */
  mean: number
  deviation: number
  /** Thousandths. */
  reliability: number | null
  method: 'kr20' | 'alpha' | 'kr20-random' | 'alpha-random'
  few: boolean
  items: WireItem[]
}

/** Choices to accept: for each, the options that make it, counted from 0 in the order of the face. */
export type WireDecision = { kind: 'give-all' } | { kind: 'accept'; choices: number[][] } | { kind: 'void' }

interface WirePlace {
  score: number
  rank: number
  /** Name of the award. */
  award: LocalText | null
  /** Among those who go on to the final. */
  goesOn: boolean
}

export interface WireMove {
  /** As on a board: 张*; null without a name. */
  name: string | null
  /** A region's slug. */
  region: string | null
  before: WirePlace | null
  after: WirePlace | null
}

export type WireWinnersState = 'none' | 'settled' | 'published'

export interface WireListSize {
  people: number
  chances: number
}

/** The list of one draw: who qualifies, with how many chances. */
export interface WireListChange {
  name: LocalText
  /** Of a stage, its name; of a day, '2027-04-20'. */
  stage: LocalText | null
  day: string | null
  /** open: still to be made. frozen: published. drawn. instant: decided at the handing in. */
  state: 'open' | 'frozen' | 'drawn' | 'instant'
  before: WireListSize
  after: WireListSize
  on: number
  off: number
}

export interface WireGroupMove {
  /** A region's slug, an organisation's name. */
  name: string
  before: { rank: number; awarded: boolean } | null
  after: { rank: number; awarded: boolean } | null
}

export interface WireEffect {
  papers: number
  changed: number
  people: number
  gained: number
  lost: number
  mostGained: number
  mostLost: number
  up: number
  down: number
  awardChanges: number
  awards: WireMove[]
  /** Null: the contest has no final. */
  finals: { changes: number; people: WireMove[] } | null
  movers: WireMove[]
  /** Papers with all points. */
  perfect: { before: number; after: number }
  draws: WireListChange[]
  groups: { award: LocalText; regions: boolean; changes: WireGroupMove[] }[]
  /** What has become of the lists of ranked awards, and of organisations and districts. */
  lists: { awards: WireWinnersState; collective: WireWinnersState }
}

export interface WireRegrade {
  id: string
  question: string
  revision: number
  number: string
  stem: LocalText
  decision: WireDecision
  reason: string
  erratum: LocalText
  by: string
  at: number
  undone: { by: string; at: number; reason: string } | null
  /** Null while papers are being marked again: `marked` of `total`. */
  settledAt: number | null
  marked: number
  total: number
}
