/** What travels while somebody searches the handbook and practises. Plain types, like core/wire.ts. */
import type { Progress } from './practice/progress.ts'
import type { PracticeCard } from './practice/schedule.ts'
import type { QuestionKind } from './question/question.ts'
import type { WireOption, WireSource } from './wire.ts'

/** A piece of a found text; `hit` where it answers the query. */
export interface WirePiece {
  text: string
  hit: boolean
}

export interface WireSearch {
  total: number
  /** Nothing had all of the words: these come near. */
  near: boolean
  found: {
    kind: 'entry' | 'term'
    id: string
    /** Last part of an entry's address, or a term's slug. */
    address: string
    title: WirePiece[]
    excerpt: WirePiece[]
  }[]
}

/** A question to practise. Its options' ids are their places in the file; they are shown in an order of their own. */
export interface WirePracticeQuestion {
  /** Its number in the handbook: '5.09-1'. */
  question: string
  revision: number
  chapter: number | null
  kind: QuestionKind
  scenario: string | null
  stem: string
  options: WireOption[]
}

export interface WirePracticeSession {
  questions: WirePracticeQuestion[]
}

/** What one learns from an answer. */
export interface WirePracticed {
  isRight: boolean
  /** Ids of the right options. */
  right: string[]
  explanation: string
  sources: WireSource[]
  entry: { address: string; title: string } | null
  /** Where the question stands now; a repetition leaves it as it was, and there may be none. */
  card: PracticeCard | null
  /** Whether the account keeps the card; if not, the browser does. */
  kept: boolean
}

/** A card as a browser keeps it and hands it in. */
export interface WirePracticeCard {
  question: string
  card: PracticeCard
}

export interface WirePracticeProgress extends Progress {
  /** How many questions the account has cards of. */
  cards: number
}
