/**
 * Where a question stands, and what may be done to it there. Nothing is drawn or practised that a second person has
 * not reviewed:
 *
 *   draft ─send→ waiting ─approve→ reviewed ─publish→ published ─retire→ retired
 *     ↑______ return, take back, edit ______|                                |
 *     ↑_________________________ edit _______________________________________|
 *
 * A state is the newest revision's. While a change of a published question is on its way, the published revision stays
 * in use.
 */
import type { Person, Right } from '../account/roles.ts'
import { has } from '../account/roles.ts'

export const questionStates = ['draft', 'waiting', 'reviewed', 'published', 'retired'] as const
export type QuestionState = (typeof questionStates)[number]

/** What people do to questions as they stand. */
export const questionActions = [
  'send',
  'take-back',
  'approve',
  'return',
  'publish',
  'discard',
  'retire',
  'move',
] as const
export type QuestionAction = (typeof questionActions)[number]

/** What stands in a question's history: the actions, and what makes revisions. */
export type QuestionAct = QuestionAction | 'add' | 'edit' | 'restore'

interface Rule {
  from: readonly QuestionState[]
  /** Null: it stays where it is. */
  to: QuestionState | null
  /** Any one of them suffices. */
  rights: readonly Right[]
  /** Only while a published revision is in use. */
  inUse?: true
  /** Not by the author of the revision: the second pair of eyes. */
  another?: true
}

export const actionRules: Record<QuestionAction, Rule> = {
  send: { from: ['draft'], to: 'waiting', rights: ['questions.write'] },
  'take-back': { from: ['waiting'], to: 'draft', rights: ['questions.write'] },
  approve: { from: ['waiting'], to: 'reviewed', rights: ['questions.review'], another: true },
  return: { from: ['waiting', 'reviewed'], to: 'draft', rights: ['questions.review'] },
  publish: { from: ['reviewed'], to: 'published', rights: ['questions.review'] },
  /** A change of a published question is given up. */
  discard: { from: ['draft', 'waiting', 'reviewed'], to: 'published', rights: ['questions.write'], inUse: true },
  retire: {
    from: ['draft', 'waiting', 'reviewed', 'published'],
    to: 'retired',
    rights: ['questions.write', 'questions.review'],
  },
  move: { from: questionStates, to: null, rights: ['questions.write'] },
}

export interface Standing {
  state: QuestionState
  /** Whether a published revision is in use. */
  inUse: boolean
  /** Who wrote the newest revision; null for the product itself. */
  author: number | null
}

export type Hindrance = 'right' | 'state' | 'not-in-use' | 'own'
/** Why an act leaves a question alone: what hinders anybody, or where it was to be moved to. */
export type ActHindrance = Hindrance | 'same-set' | 'number-taken' | 'handbook'

/** @returns why somebody may not do something to a question; null when they may */
export function hindrance(action: QuestionAction, question: Standing, person: Person): Hindrance | null {
  const rule = actionRules[action]
  if (!rule.rights.some(right => has(person, right))) return 'right'
  if (!rule.from.includes(question.state)) return 'state'
  if (rule.inUse && !question.inUse) return 'not-in-use'
  if (rule.another && question.author === person.id) return 'own'
  return null
}

/** Whether somebody may do something to questions at all. */
export const mayDo = (action: QuestionAction, person: Person): boolean =>
  actionRules[action].rights.some(right => has(person, right))
