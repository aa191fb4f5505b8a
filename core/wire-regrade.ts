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
}

export interface WireMove {
  /** As on a board: 张*; null without a name. */
  name: string | null
  /** A region's slug. */
  region: string | null
  before: WirePlace | null
  after: WirePlace | null
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
  movers: WireMove[]
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
