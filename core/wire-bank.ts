/** What travels between the API and the pages on which people work in the bank. Plain types, like core/wire-staff.ts. */
import type { LocalText } from './locale.ts'
import type { ActHindrance, QuestionAct, QuestionAction } from './question/state.ts'

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
