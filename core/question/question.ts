/** What a question is, apart from its key. */
import type { LocalText } from '../locale.ts'

export type QuestionKind = 'single' | 'multiple' | 'truefalse' | 'case'
export const questionKinds: readonly QuestionKind[] = ['single', 'multiple', 'truefalse', 'case']

/** Two to eight options: a choice is stored as a bit set over them. */
export const maximumOptions = 8

/** What a citizen may see before the attempt is finished. */
export interface QuestionFace {
  scenario: LocalText | null
  stem: LocalText
  options: LocalText[]
}

export interface Source {
  law: string
  article: string
  anchors: string[]
}

/** What nobody sees before the attempt is finished. `right`: option i is bit 1 << i. */
export interface QuestionKey {
  right: number
  explanation: LocalText
  sources: Source[]
}

/** A question as a file or a sheet gives it, checked and complete. */
export interface QuestionDraft extends QuestionKey {
  externalId: string
  kind: QuestionKind
  chapter: number | null
  entryId: string | null
  level: number
  /** Why this level. */
  levelReason?: LocalText | null
  seconds: number
  validFrom: string | null
  validTo: string | null
  face: QuestionFace
}

export const truefalseOptions: LocalText[] = [
  { zh: '正确', en: 'True' },
  { zh: '错误', en: 'False' },
]

/** How many options one may choose: one, except in multiple choice. */
export const severalAllowed = (kind: QuestionKind): boolean => kind === 'multiple'

/** @param bits option i is bit 1 << i @returns the indices, ascending */
export function optionsIn(bits: number): number[] {
  const found: number[] = []
  for (let i = 0; i < maximumOptions; i++) if (bits & (1 << i)) found.push(i)
  return found
}
