/** A handbook entry: one idea, in dated versions. */
import type { LocalText } from '../locale.ts'
import type { Source } from '../question/question.ts'

export interface EntryVersion {
  validFrom: string
  validTo: string | null
  sources: Source[]
  text: LocalText
  example: LocalText
}

export interface Entry {
  /** Number in the handbook: '5.09'. */
  id: string
  slug: string
  chapter: number
  core: boolean
  status: 'verified' | 'verify'
  level: number
  checkedOn: string
  title: LocalText
  versions: EntryVersion[]
  related: string[]
}

/** Address part of an entry, stable: '5.09-opposition'. */
export const entryAddress = (entry: { id: string; slug: string }): string => `${entry.id}-${entry.slug}`

/** Whether something dated holds on every day from `first` to `last` (inclusive, 'YYYY-MM-DD'). */
export const holdsThroughout = (
  validity: { validFrom: string | null; validTo: string | null },
  first: string,
  last: string,
): boolean =>
  (validity.validFrom === null || validity.validFrom <= first) &&
  (validity.validTo === null || validity.validTo >= last)
