/** What the wizard's fields share. */
import type { WizardField } from '#core/contest/wizard/field'

/** Words of one field. */
export interface FieldWords {
  label: string
  hint?: string
  /** Of the choices and shapes. */
  of?: Readonly<Record<string, string>>
}

export interface WizardLists {
  sets: { id: string; label: string }[]
  regions: { slug: string; name: string; group: string }[]
  chapters: { number: number; name: string }[]
  /** Names of the organisations that the draft knows by id. */
  organisations: Record<string, string>
}

export interface WizardWords {
  field: Readonly<Record<string, FieldWords>>
  none: string
  add: string
  remove: string
  up: string
  down: string
  item: string
  zh: string
  en: string
  yes: string
  any: string
  number: string
  moment: string
}

export interface WizardForm {
  read(path: string): unknown
  write(path: string, value: unknown): void
  /** What was written that is no value; null takes it back. */
  wrong(path: string, text: string | null): void
  errorOf(path: string): string | null
  words: WizardWords
  lists: WizardLists
  errorPrefix: string
  /** Organisations' names by id, as written on this page. */
  learn(names: Record<string, string>): void
  /** Fields that may not change any more. */
  locked: boolean
  /** Shows a field of whatever kind: fields that hold others use it. */
  Inner: React.ComponentType<FieldProps>
}

export interface FieldProps<F extends WizardField = WizardField> {
  field: F
  path: string
  form: WizardForm
}

/** An id that is also an address in the page. */
export const idOf = (path: string): string => path.replaceAll('.', '-')
