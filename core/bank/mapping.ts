/** Columns of a foreign sheet, said by hand: which one holds what. */
import type { Field } from './columns.ts'

/** What a column may hold: a field or an option (0 is A), in Chinese or in English. */
export type Target = Field | `option ${number}`
/** By column from 0. */
export type ColumnMapping = Record<string, Target | `${Target}/en`>

export interface SaidColumns {
  columns: ColumnMapping
  /** There are no headings: the first row is a question already. */
  headless: boolean
}
